import {
  AthenaClient,
  GetQueryExecutionCommand,
  GetQueryResultsCommand,
  StartQueryExecutionCommand,
  StopQueryExecutionCommand,
} from "@aws-sdk/client-athena";
import { boundedRequests } from "../shared/bounded-requests";
import type { QueryEngine } from "./offline";

/** Athena as the engine of the offline check. */
export function athena(
  client = new AthenaClient({
    requestHandler: boundedRequests(10_000),
  }),
): QueryEngine {
  return {
    async start(sql, { workgroup, database }) {
      const { QueryExecutionId } = await client.send(
        new StartQueryExecutionCommand({
          QueryString: sql,
          WorkGroup: workgroup,
          QueryExecutionContext: { Database: database },
        }),
      );
      if (!QueryExecutionId) throw new Error(`Athena did not start a query in workgroup ${workgroup}`);
      return QueryExecutionId;
    },
    async state(QueryExecutionId) {
      const { QueryExecution } = await client.send(new GetQueryExecutionCommand({ QueryExecutionId }));
      const { State: state = "UNKNOWN", StateChangeReason: reason } = QueryExecution?.Status ?? {};
      return { state, reason };
    },
    async row(QueryExecutionId) {
      const { ResultSet } = await client.send(new GetQueryResultsCommand({ QueryExecutionId }));
      const [, row] = ResultSet?.Rows ?? []; // the first row is the header
      return row?.Data?.map(({ VarCharValue }) => VarCharValue) ?? [];
    },
    async stop(QueryExecutionId) {
      await client.send(new StopQueryExecutionCommand({ QueryExecutionId }));
    },
  };
}
