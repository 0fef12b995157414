import {
  AthenaClient,
  GetNamedQueryCommand,
  ListNamedQueriesCommand,
  ListWorkGroupsCommand,
  type NamedQuery,
} from "@aws-sdk/client-athena";
import { runQuery } from "../../support/athena";
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
  const { state, reason, rows } = await runQuery(athena, {
    QueryString,
    WorkGroup,
    QueryExecutionContext: { Database },
  });
  return { name: Name ?? "", state, reason, rows: rows.length };
}
