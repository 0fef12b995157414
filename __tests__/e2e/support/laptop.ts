import { spawn } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";

const ROOT = path.resolve(__dirname, "../../..");

/** What `npm start` writes for people's own tools. */
export interface Endpoints {
  readonly kafka: {
    readonly bootstrap: string;
    readonly bootstrap_iam: string;
    readonly topics: { readonly input: string; readonly output: string; readonly dlq: string };
  };
  readonly aws: { readonly endpoint_url: string; readonly region: string };
  readonly flink: { readonly ui: string };
  readonly lake: { readonly bucket: string; readonly prefix: string };
  readonly feature_store: { readonly endpoint_url: string; readonly feature_group: string };
}

export const endpoints = (): Endpoints => JSON.parse(fs.readFileSync(path.join(ROOT, ".local/endpoints.json"), "utf8"));

export interface Finished {
  readonly code: number | null;
  readonly output: string;
}

/** Runs one of the project's npm scripts as a person would. */
export function npm(...args: string[]): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn("npm", args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.on("error", reject).on("close", (code) => resolve({ code, output }));
  });
}

/** Asks again until the answer is there; fails with the last answer's reason. */
export async function eventually<T>(what: string, seconds: number, ask: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > deadline) throw new Error(`${what}: not within ${seconds} s: ${(error as Error).message}`);
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}
