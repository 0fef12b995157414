import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { JavaRuntime } from "../../../toolchain/java-runtime";
import type { TlsFiles } from "../certificates";
import {
  ACCESS_KEY,
  addresses,
  type Files,
  type Identity,
  LOCAL_IDENTITY,
  type LocalPorts,
  SECRET_KEY,
} from "../laptop";
import { PROJECT_DIR } from "../paths";
import { checkAnswers, type Part } from "./part";

/** What runs the Flink job. */
export interface FlinkPrograms {
  /** Folder of Flink's runtime jars. */
  readonly jars: string;
  readonly java: JavaRuntime;
}

/** How the services differ from the laptop's. */
export interface ServicesOptions {
  readonly identity?: Identity;
  /** `accept`: an application is RUNNING without any job that runs. Default: `run`. */
  readonly jobs?: "run" | "accept";
}

/** The adapters for MSK, Managed Flink, Firehose and SageMaker, in one Node process of local/services. */
export function servicesPart(
  files: Files,
  ports: LocalPorts,
  tls: TlsFiles,
  flink: FlinkPrograms,
  { identity = LOCAL_IDENTITY, jobs = "run" }: ServicesOptions = {},
): Part {
  const { emulator, services, kafka, kafkaIam } = addresses(ports);
  return {
    name: "services",
    prepare: async () => {
      await mkdir(files.services, { recursive: true });
      return {
        command: process.execPath,
        args: ["--import", "tsx", join(PROJECT_DIR, "local", "services", "main.ts")],
        env: {
          PATH: process.env.PATH,
          HOME: process.env.HOME,
          LANG: "C.UTF-8",
          LOCAL_STATE_DIR: files.services,
          LOCAL_LOG_DIR: files.logs,
          LOCAL_SERVICES_PORT: String(ports.services),
          EMULATOR_URL: emulator,
          KAFKA_BOOTSTRAP_IAM: kafkaIam,
          KAFKA_BOOTSTRAP_PLAIN: kafka,
          AWS_REGION: identity.region,
          AWS_ACCOUNT_ID: identity.account,
          ACCESS_KEY,
          SECRET: SECRET_KEY,
          FLINK_JOBS: jobs,
          FLINK_REST_PORT: String(ports.flink),
          FLINK_CLASSPATH_DIR: flink.jars,
          FLINK_JAVA_HOME: flink.java.home,
          TRUSTSTORE_PATH: tls.trustStore,
          TRUSTSTORE_PASSWORD: tls.storePassword,
          NODE_EXTRA_CA_CERTS: tls.caBundle,
        },
        cwd: PROJECT_DIR,
        logFile: join(files.logs, "services.log"),
      };
    },
    // An unhealthy service inside it says so in the answer; only a process that does not answer is started again.
    check: () => checkAnswers(`${services}/_health`, 10_000),
    graceMs: 40_000,
  };
}
