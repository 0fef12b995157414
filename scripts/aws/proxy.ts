import { HttpsProxyAgent } from "https-proxy-agent";
import { getProxyForUrl } from "proxy-from-env";

/**
 * The agent that reaches AWS by the proxy which HTTPS_PROXY names, unless NO_PROXY leaves AWS's hosts out; none without. AWS's SDK for
 * JavaScript does not read these variables, which Terraform and the AWS CLI do
 * (https://docs.aws.amazon.com/sdk-for-javascript/v3/developer-guide/node-configuring-proxies.html).
 */
export function proxyAgent(region: string): { readonly httpsAgent: HttpsProxyAgent<string> } | undefined {
  const proxy = getProxyForUrl(`https://sts.${region}.amazonaws.com`);
  return proxy ? { httpsAgent: new HttpsProxyAgent(proxy) } : undefined;
}
