/** A state as Terraform stores it, as far as it is read here. */
interface State {
  readonly resources: readonly { readonly mode: string; readonly instances: readonly unknown[] }[];
}

/**
 * How many resources the state at `url` has; 0 where there is none. It is read without Terraform, which would load the provider's schema
 * for that, and from the emulator itself, so that it is not taken for a request of the deployment.
 * @throws when the emulator does not answer
 */
export async function resourcesInState(url: string, region: string): Promise<number> {
  const scope = `Credential=test/20260101/${region}/s3/aws4_request, SignedHeaders=host, Signature=none`;
  const response = await fetch(url, { headers: { authorization: `AWS4-HMAC-SHA256 ${scope}` } });
  const text = await response.text();
  if (response.status === 404) return 0;
  if (!response.ok) throw new Error(`${url} cannot be read: ${response.status} ${text.slice(0, 200)}`);
  const { resources } = JSON.parse(text) as State;
  return resources.filter(({ mode }) => mode === "managed").reduce((sum, { instances }) => sum + instances.length, 0);
}
