import { delimiter, join } from "node:path";
import { terraformEnv } from "../../../terraform-cli/environment";
import type { Jdk } from "../../../toolchain/java";
import { LOOPBACK } from "../../ports";
import { awsSettings } from "../aws-settings";
import type { Addresses } from "../laptop";

/**
 * The environment of programs that deploy to the laptop: the laptop's endpoints and keys, and nothing of the user's own AWS
 * settings, so that no call can reach a real account.
 */
export function deployEnvironment(addresses: Addresses, jdk: Pick<Jdk, "home">): NodeJS.ProcessEnv {
  const inherited = Object.entries(terraformEnv()).filter(([name]) => !name.startsWith("AWS_"));
  return {
    ...Object.fromEntries(inherited),
    // The job is built by the JDK that was found, not by whichever is first on the PATH.
    JAVA_HOME: jdk.home,
    PATH: [join(jdk.home, "bin"), process.env.PATH].join(delimiter),
    ENVIRONMENTS: "local",
    // The folders may stem from an earlier version, which kept its state elsewhere or under another key.
    TF_CLI_ARGS_init: "-reconfigure",
    ...awsSettings(addresses),
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    AWS_EC2_METADATA_DISABLED: "true",
    // Programs differ in which of the two they read first.
    NO_PROXY: withLoopback(process.env.NO_PROXY),
    no_proxy: withLoopback(process.env.no_proxy ?? process.env.NO_PROXY),
  };
}

const withLoopback = (hosts: string | undefined): string => [hosts, LOOPBACK].filter(Boolean).join(",");
