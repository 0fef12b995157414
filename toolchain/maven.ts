import { existsSync } from "node:fs";
import { join } from "node:path";
import { findTool } from "./requirement";

/** An installed Maven, else the project's wrapper, which fetches one. @returns the command to run */
export function findMaven(env: NodeJS.ProcessEnv = process.env): string {
  const wrapper = join(__dirname, "..", "flink-job", "mvnw");
  try {
    const found = findTool(
      {
        tool: "Maven",
        minimum: [3, 6],
        candidates: [["mvn", "-version"]],
        version: /(?<=Apache Maven )(\d+)\.(\d+)\S*/,
        howToGet: "Get it from https://maven.apache.org (or: apt install maven, brew install maven).",
      },
      env,
    );
    return found.command;
  } catch (missing) {
    if (existsSync(wrapper)) return wrapper;
    throw missing;
  }
}
