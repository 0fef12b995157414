import {
  AthenaClient,
  GetNamedQueryCommand,
  GetQueryExecutionCommand,
  GetQueryResultsCommand,
  ListNamedQueriesCommand,
  ListWorkGroupsCommand,
  type NamedQuery,
  StartQueryExecutionCommand,
} from "@aws-sdk/client-athena";
import type { Endpoints } from "./laptop";

/** A saved query that ran to its end. */
export interface Ran {
  readonly name: string;
  readonly state: string;
  readonly reason: string;
  readonly rows: number;
}

/** Runs every query that Terraform has saved, in its own workgroup. */
export async function savedQueries({ aws }: Endpoints): Promise<Ran[]> {
  const athena = new AthenaClient({
    endpoint: aws.endpoint_url,
    region: aws.region,
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });
  try {
    const { WorkGroups = [] } = await athena.send(new ListWorkGroupsCommand({}));
    const ids = await Promise.all(
      WorkGroups.map(({ Name }) => athena.send(new ListNamedQueriesCommand({ WorkGroup: Name }))),
    );
    const unique = new Set(ids.flatMap(({ NamedQueryIds = [] }) => NamedQueryIds));
    const ran: Ran[] = [];
    for (const NamedQueryId of unique) {
      const { NamedQuery } = await athena.send(new GetNamedQueryCommand({ NamedQueryId }));
      ran.push(await run(athena, NamedQuery!));
    }
    return ran;
  } finally {
    athena.destroy();
  }
}

async function run(athena: AthenaClient, { Name, QueryString, Database, WorkGroup }: NamedQuery): Promise<Ran> {
  const { QueryExecutionId } = await athena.send(
    new StartQueryExecutionCommand({ QueryString, WorkGroup, QueryExecutionContext: { Database } }),
  );
  for (;;) {
    const { QueryExecution } = await athena.send(new GetQueryExecutionCommand({ QueryExecutionId }));
    const { State: state = "", StateChangeReason: reason = "" } = QueryExecution?.Status ?? {};
    if (state === "SUCCEEDED" || state === "FAILED" || state === "CANCELLED") {
      const results =
        state === "SUCCEEDED" ? await athena.send(new GetQueryResultsCommand({ QueryExecutionId })) : undefined;
      return { name: Name ?? "", state, reason, rows: Math.max(0, (results?.ResultSet?.Rows?.length ?? 0) - 1) };
    }
    await new Promise((again) => setTimeout(again, 100));
  }
}
