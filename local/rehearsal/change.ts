import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EnvironmentError, loadEnvironment } from "../../envs/load";
import type { Environment } from "../../envs/schema";
import { PROJECT_DIR } from "../platform/paths";

const ENVIRONMENTS = join(PROJECT_DIR, "envs");

type Json = Readonly<Record<string, unknown>>;

/** An environment as it is after a change, and the folder that has its file. */
export interface Change {
  readonly environment: Environment;
  /** To be synthesized from, in the place of envs/. */
  readonly folder: string;
}

/** What a change cannot touch, since it is where the environment is. */
const FIXED = ["account", "region", "project"] as const;

/**
 * The environment with the content of `file` over it: a whole environment file replaces it, any other is a JSON merge patch
 * (https://www.rfc-editor.org/rfc/rfc7396). It is written into `folder`.
 * @throws EnvironmentError when the file is missing, no JSON, or makes an environment that is not allowed
 */
export function readChange(file: string, before: Environment, folder: string): Change {
  const patch = readJson(file);
  const current = readJson(join(ENVIRONMENTS, `${before.name}.json`));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${before.name}.json`), JSON.stringify("name" in patch ? patch : merged(current, patch)));
  let environment: Environment;
  try {
    environment = loadEnvironment(before.name, folder);
  } catch (error) {
    throw new EnvironmentError(
      `--change ${file} makes an environment that is not allowed. ${(error as Error).message}`,
    );
  }
  for (const field of FIXED) {
    if (environment[field] === before[field]) continue;
    throw new EnvironmentError(
      `--change ${file}: ${field}: got "${environment[field]}": must stay "${before[field]}", since a deployed environment cannot move.`,
    );
  }
  return { environment, folder };
}

/** The environment with topics that are deleted with their records, as docs/DEPLOYMENT.md has it for taking one down. */
export function withTopicsDeletable(environment: Environment, from = ENVIRONMENTS, folder: string): Change {
  const current = readJson(join(from, `${environment.name}.json`));
  mkdirSync(folder, { recursive: true });
  const changed = merged(current, { kafka: { topicDeletion: "always" } });
  writeFileSync(join(folder, `${environment.name}.json`), JSON.stringify(changed));
  return { environment: loadEnvironment(environment.name, folder), folder };
}

function readJson(file: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, "utf8").replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new EnvironmentError(
      `--change ${file} cannot be read: ${(error as Error).message}. It must be JSON: an environment file, or the fields of one that change.`,
    );
  }
  if (isObject(value)) return value;
  throw new EnvironmentError(
    `--change ${file}: got ${JSON.stringify(value)}: must be an object with fields of an environment.`,
  );
}

function merged(target: Json, patch: Json): Json {
  const fields = Object.entries(patch).map(([name, value]) => {
    const before = target[name];
    return [name, isObject(value) ? merged(isObject(before) ? before : {}, value) : value] as const;
  });
  return Object.fromEntries(
    Object.entries({ ...target, ...Object.fromEntries(fields) }).filter(([, value]) => value !== null),
  );
}

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
