import { files } from "../laptop";
import { collectStatus } from "../status/collect";
import { renderStatus } from "../status/render";

export interface StatusOptions {
  /** Print JSON, for programs. */
  readonly json: boolean;
}

/** Shows the laptop's status. @returns the exit code: 0 when everything is healthy */
export async function status({ json }: StatusOptions): Promise<number> {
  const found = await collectStatus(files());
  console.log(json ? JSON.stringify(found, null, 2) : renderStatus(found));
  return found.healthy ? 0 : 1;
}
