import { delimiter, join } from "node:path";
import { terraformEnv } from "../../../terraform-cli/environment";
import { ACCESS_KEY, type Addresses, REGION, SECRET_KEY } from "../laptop";
import { LOOPBACK } from "../ports";
import type { Jdk } from "../toolchain/java";

/**
 * The environment of programs that deploy to the laptop: the laptop's endpoints and keys, and nothing of the user's own AWS
 * settings, so that no call can reach a real account.
 */
export function deployEnvironment({ emulator, services }: Addresses, jdk: Pick<Jdk, "home">): NodeJS.ProcessEnv {
  const inherited = Object.entries(terraformEnv()).filter(([name]) => !name.startsWith("AWS_"));
  return {
    ...Object.fromEntries(inherited),
    // The job is built by the JDK that was found, not by whichever is first on the PATH.
    JAVA_HOME: jdk.home,
    PATH: [join(jdk.home, "bin"), process.env.PATH].join(delimiter),
    ENVIRONMENTS: "local",
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: ACCESS_KEY,
    AWS_SECRET_ACCESS_KEY: SECRET_KEY,
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_ENDPOINT_URL: emulator,
    AWS_ENDPOINT_URL_KAFKA: services,
    AWS_ENDPOINT_URL_KINESIS_ANALYTICS_V2: services,
    AWS_ENDPOINT_URL_FIREHOSE: services,
    AWS_ENDPOINT_URL_SAGEMAKER: services,
    NO_PROXY: [process.env.NO_PROXY, LOOPBACK].filter(Boolean).join(","),
  };
}
