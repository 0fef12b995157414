import { environmentNames, loadEnvironment } from "../envs/load";
import type { Environment } from "../envs/schema";

/** The environment that a command was given as its only argument. @throws with the known ones when it is missing or unknown. */
export function environmentArgument(command: string, args: readonly string[]): Environment {
  const [name, ...more] = args;
  const option = args.find((argument) => argument.startsWith("-"));
  if (name === undefined || more.length > 0 || option) {
    const problem = option ? `Unknown option "${option}". ` : "";
    throw new Error(
      `${problem}Usage: npm run ${command} -- <environment>, which is one of ${environmentNames().join(", ")}.`,
    );
  }
  return loadEnvironment(name);
}
