import { AwsError } from "../protocol/aws-error";
import type { FlinkContext } from "./applications";
import { page } from "./pages";
import { DescribeOperation, ListOperations } from "./schemas";
import { applicationOf, flinkOperation } from "./state";

/** What was done with an application, and why it failed. */
export function operationOperations({ store }: FlinkContext) {
  return {
    ListApplicationOperations: flinkOperation(
      ListOperations,
      ({ ApplicationName, Operation, OperationStatus, ...request }) => {
        const newestFirst = Object.entries(applicationOf(store.value, ApplicationName).operations)
          .filter(([, operation]) => Operation === undefined || operation.Operation === Operation)
          .filter(([, operation]) => OperationStatus === undefined || operation.OperationStatus === OperationStatus)
          .sort(([, a], [, b]) => b.StartTime - a.StartTime);
        const { items, NextToken } = page(newestFirst, request);
        const ApplicationOperationInfoList = items.map(
          ([OperationId, { Operation, StartTime, EndTime, OperationStatus }]) => ({
            OperationId,
            Operation,
            StartTime,
            EndTime,
            OperationStatus,
          }),
        );
        return { ApplicationOperationInfoList, NextToken };
      },
    ),
    DescribeApplicationOperation: flinkOperation(DescribeOperation, ({ ApplicationName, OperationId }) => {
      const operation = applicationOf(store.value, ApplicationName).operations[OperationId];
      if (!operation) throw new AwsError("ResourceNotFoundException", `Operation ${OperationId} does not exist.`);
      return { ApplicationOperationInfoDetails: operation };
    }),
  };
}
