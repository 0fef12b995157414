import { join } from "node:path";
import type { Jdk } from "../../../toolchain/java";
import { pingBroker, prepareBroker } from "../broker";
import { iamSettings } from "../broker-config";
import type { TlsFiles } from "../certificates";
import { addresses, type Files, type Identity, LOCAL_IDENTITY, type LocalPorts } from "../laptop";
import type { Part } from "./part";

/** Kafka, in the place of MSK. */
export function brokerPart(
  files: Files,
  ports: LocalPorts,
  tls: TlsFiles,
  jdk: Jdk,
  identity: Identity = LOCAL_IDENTITY,
): Part {
  return {
    name: "broker",
    prepare: () =>
      prepareBroker(
        {
          dir: files.broker,
          ports: { plain: ports.kafkaPlain, iam: ports.kafkaIam, controller: ports.kafkaController },
          tls,
          iam: iamSettings(identity),
          logFile: join(files.logs, "broker.log"),
        },
        jdk,
      ),
    check: () => pingBroker(addresses(ports).kafka),
    graceMs: 20_000,
  };
}
