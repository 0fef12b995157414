import * as fs from "node:fs";
import * as path from "node:path";
import type { z } from "zod";
import { sourceNames } from "../toolchain/source-files";
import { capacityProblems } from "./capacity";
import { readJson } from "./json";
import { Environment } from "./schema";
import { topicProblems } from "./topics";

/** A wrong environment file; its message lists every problem, one per line. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
}

/** Names of the environments that have a file in `directory`, in alphabetical order. */
export function environmentNames(directory: string = __dirname): string[] {
  return sourceNames(directory)
    .filter((file) => file.endsWith(".json") && !file.endsWith(".schema.json"))
    .map((file) => path.basename(file, ".json"))
    .sort();
}

/**
 * Reads and checks envs/<name>.json.
 * @throws EnvironmentError that names the file and, for every problem, the path, the value and what is allowed.
 */
export function loadEnvironment(name: string, directory: string = __dirname): Environment {
  const known = environmentNames(directory);
  if (!known.includes(name)) {
    throw new EnvironmentError(
      `There is no environment "${name}"; there are ${known.join(", ")}. Each is a file envs/<name>.json.`,
    );
  }
  const file = path.join(directory, `${name}.json`);
  const result = Environment.safeParse(readFile(file), { reportInput: true });
  if (!result.success) throw new EnvironmentError(describe(`envs/${name}.json`, result.error.issues));
  return checkTogether(name, result.data);
}

/**
 * Reads and checks several environments.
 * @throws EnvironmentError with the problems of all of them, not of the first wrong one alone.
 */
export function loadEnvironments(names: readonly string[], directory: string = __dirname): Environment[] {
  const problems: string[] = [];
  const environments = names.flatMap((name) => {
    try {
      return [loadEnvironment(name, directory)];
    } catch (error) {
      if (!(error instanceof EnvironmentError)) throw error;
      problems.push(error.message);
      return [];
    }
  });
  if (problems.length > 0) throw new EnvironmentError(problems.join("\n"));
  return environments;
}

/**
 * Names of the environments that `ENVIRONMENTS` asks for (separated by commas, each once); all of them where it is not set.
 * @throws EnvironmentError where it is set and names none.
 */
export function requestedEnvironments(variable: string | undefined): string[] {
  if (variable === undefined) return environmentNames();
  const names = variable.split(",").map((name) => name.trim());
  const wanted = [...new Set(names.filter((name) => name !== ""))];
  if (wanted.length === 0)
    throw new EnvironmentError(
      `ENVIRONMENTS is "${variable}"; it must name one or more of ${environmentNames().join(", ")}.`,
    );
  return wanted;
}

function readFile(file: string): unknown {
  try {
    return readJson(fs.readFileSync(file, "utf8"));
  } catch (error) {
    throw new EnvironmentError(`envs/${path.basename(file)} is not JSON: ${(error as Error).message}`);
  }
}

/** What no single field can say. */
function checkTogether(name: string, environment: Environment): Environment {
  const problems: string[] = [];
  if (environment.name !== name) problems.push(`name: got "${environment.name}": must be "${name}", like the file`);
  problems.push(...capacityProblems(environment), ...topicProblems(environment));
  if (problems.length > 0) throw new EnvironmentError([`envs/${name}.json is wrong:`, ...problems].join("\n  "));
  return environment;
}

function describe(file: string, issues: readonly z.core.$ZodIssue[]): string {
  const lines = issues.map((issue) => {
    const value = issue.input === undefined ? "nothing" : (JSON.stringify(issue.input) ?? String(issue.input));
    const got =
      issue.code === "unrecognized_keys" ? "" : `got ${value.length > 80 ? `${value.slice(0, 80)}…` : value}: `;
    return `  ${issue.path.join(".") || "(top level)"}: ${got}${messageOf(issue)}`;
  });
  return [`${file} is wrong:`, ...lines].join("\n");
}

/** Of a wrong name in a record zod says that it is wrong, and below that why. */
const messageOf = (issue: z.core.$ZodIssue): string =>
  issue.code === "invalid_key" ? issue.issues.map(({ message }) => message).join("; ") : issue.message;
