import { type AwsAnswer, fakeAws } from "../../handlers/fake-aws";

/** What Terraform's resource adds to an event whose lifecycle scope is CRUD. */
interface TopicsEvent {
  readonly tf?: { readonly action: string };
}

/** A function by its name: answers an event, or fails as Lambda's runtime reports it. */
export type Functions = Readonly<Record<string, (event: unknown) => Promise<unknown>>>;

const INVOCATION = /^\/2015-03-31\/functions\/([^/]+)\/invocations/;

/**
 * Lambda's Invoke over functions that run, with the header by which a caller sees that one has failed
 * (https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html#API_Invoke_ResponseSyntax).
 */
export async function lambdaService(functions: Functions) {
  /** What was asked of the functions: `create`, `update` and `delete` by the resource's lifecycle, `confirm` without one. */
  const actions: string[] = [];
  const aws = await fakeAws(async ({ path, body }): Promise<AwsAnswer> => {
    const name = INVOCATION.exec(path)?.[1] ?? "";
    const invoke = functions[name];
    if (!invoke) return { status: 404, error: "ResourceNotFoundException", body: { Message: `No function ${name}` } };
    actions.push((body as TopicsEvent).tf?.action ?? "confirm");
    const headers = { "x-amz-executed-version": "$LATEST" };
    try {
      return { status: 200, headers, body: await invoke(body) };
    } catch (error) {
      const failure = { errorType: "Error", errorMessage: (error as Error).message };
      return { status: 200, headers: { ...headers, "x-amz-function-error": "Unhandled" }, body: failure };
    }
  });
  /** The actions since the last call. */
  const since = (): string[] => actions.splice(0);
  return { ...aws, since };
}
