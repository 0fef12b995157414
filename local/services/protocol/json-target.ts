import { AwsError } from "./aws-error";
import type { Operation } from "./operation";
import type { AwsRequest } from "./request";

/** A service that answers the requests it recognises and `undefined` for others'. */
export interface Service {
  readonly name: string;
  handle(request: AwsRequest): Promise<object> | undefined;
}

/**
 * A service that speaks AWS JSON 1.1: one path, the operation in `X-Amz-Target: <prefix>.<operation>`
 * (https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html).
 */
export function jsonTargetService(
  name: string,
  targetPrefix: string,
  operations: Readonly<Record<string, Operation>>,
): Service {
  return {
    name,
    handle({ target, body }) {
      const [prefix, operationName = ""] = target?.split(".", 2) ?? [];
      if (prefix !== targetPrefix) return undefined;
      const operation = Object.hasOwn(operations, operationName) ? operations[operationName] : undefined;
      if (!operation)
        throw new AwsError(
          "UnknownOperationException",
          `${name}: ${operationName} is not answered locally. Answered: ${Object.keys(operations).join(", ")}.`,
        );
      return operation.run(body);
    },
  };
}
