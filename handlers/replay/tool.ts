import type { Cluster } from "./cluster";
import { readLines, toLine } from "./lines";
import { publish } from "./publish";
import { readDeadLetters } from "./read-dead-letters";
import { describeDeadLetters } from "./report";
import type { ReplayRequest } from "./request";

/** Problems that are shown one by one. */
const SHOWN_PROBLEMS = 50;

/** The file that dead letters are exported to, or replacements come from; wherever it is. */
export interface DeadLetterFile {
  read(): Promise<string>;
  write(text: string): Promise<void>;
}

/** Where the tool speaks to people: what it found, what is wrong, and how far it has got. */
export interface Output {
  log(line: string): void;
  error(line: string): void;
  progress(line: string): void;
}

/**
 * Lists or exports dead letters, or publishes what was corrected.
 * @returns the exit code: 1 when lines were refused, and nothing was published
 */
export async function replay(
  request: ReplayRequest,
  cluster: Cluster,
  file: DeadLetterFile,
  output: Output,
): Promise<0 | 1> {
  if (request.command === "publish") return publishLines(request, cluster, await file.read(), output);
  const { deadLetters, foreignRecords } = await readDeadLetters(cluster, request.filter);
  reportErrors(foreignRecords, output);
  if (request.command === "list") output.log(describeDeadLetters(deadLetters, request.samples));
  else {
    await file.write(deadLetters.map((letter) => `${toLine(letter)}\n`).join(""));
    output.log(`${deadLetters.length} dead letters are in the file.`);
  }
  return 0;
}

async function publishLines(request: ReplayRequest, cluster: Cluster, text: string, output: Output): Promise<0 | 1> {
  const { replacements, problems: unreadable } = readLines(text);
  if (unreadable.length > 0) return refuse(unreadable, output);
  if (replacements.length === 0) {
    output.log("The file has no lines.");
    return 0;
  }
  const { problems, earlier, records } = await publish(cluster, replacements, request, (published) =>
    output.progress(`${published} published …`),
  );
  if (problems.length > 0) return refuse(problems, output);
  if (earlier.size > 0) output.log(`${earlier.size} were published before, and are left alone.`);
  for (const [of, place] of [...earlier].slice(0, request.samples)) output.log(`  ${of} is ${place}`);
  if (request.confirmed) output.log(`${records} were published to ${cluster.topics.input}.`);
  else output.log(`${records} would be published to ${cluster.topics.input}; --confirm does it.`);
  return 0;
}

function refuse(problems: readonly string[], output: Output): 1 {
  reportErrors(problems, output);
  output.error("Nothing was published.");
  return 1;
}

function reportErrors(problems: readonly string[], output: Output): void {
  for (const problem of problems.slice(0, SHOWN_PROBLEMS)) output.error(problem);
  if (problems.length > SHOWN_PROBLEMS) output.error(`… and ${problems.length - SHOWN_PROBLEMS} more`);
}
