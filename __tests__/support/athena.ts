import {
  type AthenaClient,
  GetQueryExecutionCommand,
  GetQueryResultsCommand,
  StartQueryExecutionCommand,
  type StartQueryExecutionCommandInput,
} from "@aws-sdk/client-athena";

/** A query of Athena that has ended. */
export interface EndedQuery {
  readonly state: string;
  readonly reason: string;
  /** Without the header; empty where it failed. */
  readonly rows: readonly (readonly (string | undefined)[])[];
  /** Where its result lies. */
  readonly location: string;
}

/** Runs a query to its end. */
export async function runQuery(athena: AthenaClient, query: StartQueryExecutionCommandInput): Promise<EndedQuery> {
  const { QueryExecutionId } = await athena.send(new StartQueryExecutionCommand(query));
  for (;;) {
    const { QueryExecution } = await athena.send(new GetQueryExecutionCommand({ QueryExecutionId }));
    const { State: state = "", StateChangeReason: reason = "" } = QueryExecution?.Status ?? {};
    if (state === "SUCCEEDED" || state === "FAILED" || state === "CANCELLED") {
      const location = QueryExecution?.ResultConfiguration?.OutputLocation ?? "";
      if (state !== "SUCCEEDED") return { state, reason, rows: [], location };
      const { ResultSet } = await athena.send(new GetQueryResultsCommand({ QueryExecutionId }));
      const [, ...rows] = (ResultSet?.Rows ?? []).map(({ Data = [] }) => Data.map(({ VarCharValue }) => VarCharValue));
      return { state, reason, rows, location };
    }
    await new Promise((again) => setTimeout(again, 50));
  }
}
