import type { Cluster } from "./cluster";
import { readLetters } from "./letters";
import { readLines, toLine } from "./lines";
import { publish } from "./publish";
import { describeLetters } from "./report";
import type { ReplayRequest } from "./request";

/** Problems that are shown one by one. */
const SHOWN_PROBLEMS = 50;

/** The file that letters are exported to, or replacements come from; wherever it is. */
export interface LettersFile {
  read(): Promise<string>;
  write(text: string): Promise<void>;
}

/** Where the tool speaks to people: what it found, what is wrong, and how far it has got. */
export interface Voice {
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
  file: LettersFile,
  voice: Voice,
): Promise<0 | 1> {
  if (request.command === "publish") return publishLines(request, cluster, await file.read(), voice);
  const { letters, strangers } = await readLetters(cluster, request.filter);
  reportErrors(strangers, voice);
  if (request.command === "list") voice.log(describeLetters(letters, request.samples));
  else {
    await file.write(letters.map((letter) => `${toLine(letter)}\n`).join(""));
    voice.log(`${letters.length} dead letters are in the file.`);
  }
  return 0;
}

async function publishLines(request: ReplayRequest, cluster: Cluster, text: string, voice: Voice): Promise<0 | 1> {
  const { replacements, problems: unreadable } = readLines(text);
  if (unreadable.length > 0) return refuse(unreadable, voice);
  if (replacements.length === 0) {
    voice.log("The file has no lines.");
    return 0;
  }
  const { problems, earlier, records } = await publish(cluster, replacements, request, (published) =>
    voice.progress(`${published} published …`),
  );
  if (problems.length > 0) return refuse(problems, voice);
  if (earlier.size > 0) voice.log(`${earlier.size} were published before, and are left alone.`);
  for (const [of, place] of [...earlier].slice(0, request.samples)) voice.log(`  ${of} is ${place}`);
  if (request.confirmed) voice.log(`${records} were published to ${cluster.topics.input}.`);
  else voice.log(`${records} would be published to ${cluster.topics.input}; --confirm does it.`);
  return 0;
}

function refuse(problems: readonly string[], voice: Voice): 1 {
  reportErrors(problems, voice);
  voice.error("Nothing was published.");
  return 1;
}

function reportErrors(problems: readonly string[], voice: Voice): void {
  for (const problem of problems.slice(0, SHOWN_PROBLEMS)) voice.error(problem);
  if (problems.length > SHOWN_PROBLEMS) voice.error(`… and ${problems.length - SHOWN_PROBLEMS} more`);
}
