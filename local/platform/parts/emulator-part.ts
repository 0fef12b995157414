import { mkdir } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { LOOPBACK } from "../../ports";
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

const LAUNCHER = join(PROJECT_DIR, "local", "emulator", "launch.py");

/** ministack: S3, IAM, KMS, Lambda and the rest that needs no engine of its own. */
export function emulatorPart(
  files: Files,
  ports: LocalPorts,
  tls: TlsFiles,
  python: string,
  identity: Identity = LOCAL_IDENTITY,
): Part {
  const tmp = join(files.emulator, "tmp");
  return {
    name: "emulator",
    prepare: async () => {
      await mkdir(tmp, { recursive: true });
      return {
        command: python,
        args: [LAUNCHER],
        env: { ...own(files, ports, tmp, identity), ...functions(ports, tls) },
        cwd: files.emulator,
        logFile: join(files.logs, "emulator.log"),
      };
    },
    check: () => checkAnswers(`${addresses(ports).emulator}/_ministack/health`),
    graceMs: 20_000,
  };
}

function own(files: Files, ports: LocalPorts, tmp: string, identity: Identity): NodeJS.ProcessEnv {
  return {
    // Functions run on this node, whichever else is on the user's PATH.
    PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
    HOME: files.emulator,
    TMPDIR: tmp,
    LANG: "C.UTF-8",
    PYTHONUNBUFFERED: "1",
    PYTHONDONTWRITEBYTECODE: "1",
    BIND_HOST: LOOPBACK,
    GATEWAY_PORT: String(ports.emulator),
    MINISTACK_REGION: identity.region,
    MINISTACK_ACCOUNT_ID: identity.account,
    PERSIST_STATE: "1",
    STATE_DIR: join(files.emulator, "state"),
    S3_PERSIST: "1",
    S3_DATA_DIR: join(files.emulator, "s3"),
    LAMBDA_EXECUTOR: "local",
    // What the adapters' clusters and applications use, which must not be deleted.
    INTERFACES_URL: `${addresses(ports).services}/_interfaces`,
    IOT_MTLS_ENABLED: "0",
    SFTP_ENABLED: "0",
  };
}

/** What the emulator hands on to functions, since a function's process inherits its environment. */
function functions(ports: LocalPorts, tls: TlsFiles): NodeJS.ProcessEnv {
  const { services } = addresses(ports);
  return {
    AWS_ACCESS_KEY_ID: ACCESS_KEY,
    AWS_SECRET_ACCESS_KEY: SECRET_KEY,
    AWS_ENDPOINT_URL_SAGEMAKER_FEATURESTORE_RUNTIME: services,
    AWS_ENDPOINT_URL_SAGEMAKER: services,
    NODE_EXTRA_CA_CERTS: tls.caBundle,
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
    // Lambda's own runtime has the AWS SDK, which the functions' bundles therefore leave out.
    NODE_PATH: join(PROJECT_DIR, "node_modules"),
  };
}
