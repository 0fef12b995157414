import { z } from "zod";
import { type JavaRuntime, javaRuntimeIn } from "../../toolchain/java-runtime";

const port = z.coerce.number().int().min(1).max(65535);

const Environment = z.object({
  LOCAL_STATE_DIR: z.string().min(1).describe("Folder of every durable file of the services."),
  LOCAL_SERVICES_PORT: port.describe("Loopback port that the services answer on."),
  EMULATOR_URL: z.url().describe("Base emulator: S3, IAM, Lambda, Glue, logs, CloudWatch, SQS."),
  KAFKA_BOOTSTRAP_IAM: z.string().min(1).describe("Broker's SASL_SSL listener with MSK IAM tokens, host:port."),
  AWS_REGION: z.string().min(1).default("us-east-1"),
  AWS_ACCOUNT_ID: z
    .string()
    .regex(/^\d{12}$/)
    .default("000000000000"),
  ACCESS_KEY: z.string().min(1).default("test"),
  SECRET: z.string().min(1).default("test"),
  FLINK_JOBS: z.enum(["run", "accept"]).default("run").describe("accept: applications are RUNNING without any job."),
  FLINK_REST_PORT: port.describe("Loopback port of Flink's page and REST interface."),
  FLINK_CLASSPATH_DIR: z.string().min(1).describe("Folder of Flink's runtime jars."),
  FLINK_JAVA_HOME: z
    .string()
    .transform((home, { addIssue }) => {
      const java = javaRuntimeIn(home);
      if (!java) addIssue(`is "${home}", which has no Java`);
      return java as JavaRuntime;
    })
    .describe("Folder of the Java that runs Flink."),
  TRUSTSTORE_PATH: z.string().optional().describe("JVM trust store that knows the broker's certificate."),
  TRUSTSTORE_PASSWORD: z.string().optional(),
  LOCAL_LOG_DIR: z.string().optional().describe("Folder of log files; default: logs next to the state folder."),
});

/** What the supervisor tells the services process. */
export interface ServicesConfig {
  readonly stateDir: string;
  readonly logDir: string;
  readonly port: number;
  readonly emulatorUrl: string;
  readonly kafkaBootstrapIam: string;
  readonly region: string;
  readonly accountId: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly flink: {
    /** Whether jobs run; otherwise an application is RUNNING without one. */
    readonly runsJobs: boolean;
    readonly restPort: number;
    readonly classpathDir: string;
    readonly java: JavaRuntime;
    readonly trustStore?: { readonly path: string; readonly password: string };
  };
}

/**
 * Reads the configuration from environment variables.
 * @throws Error that lists every missing or wrong variable and what is expected of it.
 */
export function readConfig(env: NodeJS.ProcessEnv): ServicesConfig {
  const parsed = Environment.safeParse(env);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `  ${path.join(".")}: ${message}`);
    throw new Error(`The local services cannot start: correct these environment variables.\n${problems.join("\n")}`);
  }
  const e = parsed.data;
  return {
    stateDir: e.LOCAL_STATE_DIR,
    logDir: e.LOCAL_LOG_DIR ?? `${e.LOCAL_STATE_DIR}/logs`,
    port: e.LOCAL_SERVICES_PORT,
    emulatorUrl: e.EMULATOR_URL.replace(/\/$/, ""),
    kafkaBootstrapIam: e.KAFKA_BOOTSTRAP_IAM,
    region: e.AWS_REGION,
    accountId: e.AWS_ACCOUNT_ID,
    credentials: { accessKeyId: e.ACCESS_KEY, secretAccessKey: e.SECRET },
    flink: {
      runsJobs: e.FLINK_JOBS === "run",
      restPort: e.FLINK_REST_PORT,
      classpathDir: e.FLINK_CLASSPATH_DIR,
      java: e.FLINK_JAVA_HOME,
      trustStore: e.TRUSTSTORE_PATH
        ? { path: e.TRUSTSTORE_PATH, password: e.TRUSTSTORE_PASSWORD ?? "changeit" }
        : undefined,
    },
  };
}
