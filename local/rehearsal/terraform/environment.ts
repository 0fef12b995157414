import { terraformEnv } from "../../../terraform-cli/environment";
import { ACCESS_KEY, SECRET_KEY } from "../../platform/laptop";
import { LOOPBACK } from "../../ports";

/**
 * The environment of programs that take `endpoint` for AWS. It has nothing of the user's own AWS settings, so that no call can reach
 * a real account.
 */
export function awsAt(endpoint: string, region: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(terraformEnv()).filter(([name]) => !name.startsWith("AWS_"));
  return {
    ...Object.fromEntries(inherited),
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: ACCESS_KEY,
    AWS_SECRET_ACCESS_KEY: SECRET_KEY,
    AWS_ENDPOINT_URL: endpoint,
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
    NO_PROXY: [process.env.NO_PROXY, LOOPBACK].filter(Boolean).join(","),
  };
}
