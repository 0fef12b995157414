import { TRANSACTIONAL_ID_EXPIRATION } from "../../aws-limits/msk";
import { LOOPBACK } from "../ports";
import type { TlsFiles } from "./certificates";
import { ACCESS_KEY, type Identity, LOCAL_IDENTITY, SECRET_KEY } from "./laptop";

/** The broker's listeners: `plain` for people's tools, `iam` for what runs on AWS too, `controller` for itself. */
export interface BrokerPorts {
  readonly plain: number;
  readonly iam: number;
  /** Where clients of the IAM listener are sent: a proxy before it, say. Default: to the listener itself. */
  readonly advertisedIam?: number;
  readonly controller: number;
}

/** Who may connect to the IAM listener. */
export interface IamSettings {
  readonly region: string;
  /** Secret key by access key id. */
  readonly secretKeys: Readonly<Record<string, string>>;
}

/** People's tools sign with the laptop's key; inside functions the emulator makes the account the access key's id. */
export const iamSettings = ({ account, region }: Identity): IamSettings => ({
  region,
  secretKeys: { [ACCESS_KEY]: SECRET_KEY, [account]: SECRET_KEY },
});

export const LAPTOP_IAM = iamSettings(LOCAL_IDENTITY);

/** The broker's server.properties: one node that is controller and broker, and as strict about topics as MSK. */
export function serverProperties(dataDir: string, ports: BrokerPorts, tls: TlsFiles, iam: IamSettings): string {
  const listenersAt = (iamPort: number) => `PLAIN://${LOOPBACK}:${ports.plain},IAM://${LOOPBACK}:${iamPort}`;
  const listeners = listenersAt(ports.iam);
  return lines({
    ...controller(dataDir, ports.controller),
    "process.roles": "broker,controller",
    listeners: `${listeners},CONTROLLER://${LOOPBACK}:${ports.controller}`,
    "advertised.listeners": listenersAt(ports.advertisedIam ?? ports.iam),
    "listener.security.protocol.map": "PLAIN:PLAINTEXT,CONTROLLER:PLAINTEXT,IAM:SASL_SSL",
    "inter.broker.listener.name": "PLAIN",
    "auto.create.topics.enable": false,
    // A day, not MSK's week: checkpoints are frequent here, and the broker's memory is small.
    [TRANSACTIONAL_ID_EXPIRATION]: 86_400_000,
    "group.initial.rebalance.delay.ms": 0,
    "num.network.threads": 2,
    "num.io.threads": 4,
    "log.cleaner.dedupe.buffer.size": 4 * 1024 * 1024,
    ...singleReplica(),
    ...iamListener(tls, iam),
  });
}

/** The same node as controller only, which soon takes a broker for gone. */
export function controllerProperties(dataDir: string, port: number): string {
  return lines({ ...controller(dataDir, port), "broker.session.timeout.ms": 500, "broker.heartbeat.interval.ms": 250 });
}

type Properties = Readonly<Record<string, string | number | boolean>>;

function controller(dataDir: string, port: number): Properties {
  return {
    "process.roles": "controller",
    "node.id": 1,
    "controller.quorum.voters": `1@${LOOPBACK}:${port}`,
    listeners: `CONTROLLER://${LOOPBACK}:${port}`,
    "listener.security.protocol.map": "CONTROLLER:PLAINTEXT",
    "controller.listener.names": "CONTROLLER",
    "log.dirs": dataDir,
  };
}

const lines = (properties: Properties): string =>
  Object.entries(properties)
    .map(([name, value]) => `${name}=${value}\n`)
    .join("");

function singleReplica(): Record<string, number> {
  return {
    "default.replication.factor": 1,
    "offsets.topic.num.partitions": 1,
    "offsets.topic.replication.factor": 1,
    "transaction.state.log.num.partitions": 1,
    "transaction.state.log.replication.factor": 1,
    "transaction.state.log.min.isr": 1,
    "share.coordinator.state.topic.num.partitions": 1,
    "share.coordinator.state.topic.replication.factor": 1,
    "share.coordinator.state.topic.min.isr": 1,
  };
}

function iamListener(tls: TlsFiles, iam: IamSettings): Record<string, string> {
  const keys = Object.entries(iam.secretKeys).map(([id, secret]) => `secretKey.${id}="${secret}"`);
  // The claim is what Kafka's own login module wants on a broker; the broker never connects to this listener itself.
  const options = ['unsecuredLoginStringClaim_sub="broker"', `region="${iam.region}"`, ...keys].join(" ");
  return {
    "sasl.enabled.mechanisms": "OAUTHBEARER",
    "listener.name.iam.sasl.enabled.mechanisms": "OAUTHBEARER",
    "listener.name.iam.oauthbearer.sasl.jaas.config": `org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required ${options};`,
    "listener.name.iam.oauthbearer.sasl.server.callback.handler.class": "marketdata.broker.IamTokenValidator",
    "listener.name.iam.ssl.keystore.type": "PKCS12",
    "listener.name.iam.ssl.keystore.location": tls.keyStore,
    "listener.name.iam.ssl.keystore.password": tls.storePassword,
    "listener.name.iam.ssl.key.password": tls.storePassword,
  };
}
