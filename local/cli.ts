import { parseArgs } from "node:util";
import { start } from "./platform/commands/start";
import { status } from "./platform/commands/status";
import { stop } from "./platform/commands/stop";

const USAGE = `npm start [-- --detach] [--fresh] [--deploy]   brings the laptop up and shows what flows
    --detach   returns once every part is healthy and the first results are there
    --fresh    stops and deletes what is there first
    --deploy   deploys to a running laptop again, after a change of code or configuration
npm run status [-- --json]          shows every part, lag, counts and the newest results
npm stop [-- --keep]                destroys the stacks, stops every process and deletes the data
    --keep     leaves stacks and data for the next start`;

const COMMANDS: Record<string, (args: string[]) => Promise<number>> = {
  start: async (args) => {
    await start(flags(args, "detach", "fresh", "deploy"));
    return 0;
  },
  stop: async (args) => {
    await stop(flags(args, "keep"));
    return 0;
  },
  status: async (args) => status(flags(args, "json")),
};

/** Reads `--name` switches; anything else is an error. */
function flags<Name extends string>(args: string[], ...names: Name[]): Record<Name, boolean> {
  const options = Object.fromEntries(names.map((name) => [name, { type: "boolean" as const, default: false }]));
  return parseArgs({ args, options }).values as Record<Name, boolean>;
}

async function main([name = "", ...args]: string[]): Promise<number> {
  const command = COMMANDS[name];
  if (command) return command(args);
  console.error(USAGE);
  return 2;
}

// The laptop's Node is the user's choice, and the SDK says so on every command.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: NodeJS.ErrnoException) => {
    console.error(error.message);
    if (error.code?.startsWith("ERR_PARSE_ARGS")) console.error(USAGE);
    process.exit(1);
  },
);
