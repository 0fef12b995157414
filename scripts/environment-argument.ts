import { environmentNames, loadEnvironment } from "../envs/load";
import type { Environment } from "../envs/schema";

/** The environment that a command was given as its only argument. @throws with the known ones when it is missing or unknown. */
export function environmentArgument(command: string, args: readonly string[]): Environment {
  const [name, ...more] = args;
  if (name === undefined || more.length > 0) {
    throw new Error(`Usage: npm run ${command} -- <environment>, which is one of ${environmentNames().join(", ")}.`);
  }
  return loadEnvironment(name);
}
