import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Finished, npm } from "./laptop";

interface Line {
  readonly of: string;
  readonly value: { readonly text: string };
}

/** Dead letters of one reason as `npm run replay` handles them, through the laptop's function, with a file in a folder of its own. */
export class Replay {
  private constructor(
    private readonly reason: string,
    private readonly folder: string,
  ) {}

  static async of(reason: string): Promise<Replay> {
    return new Replay(reason, await mkdtemp(join(tmpdir(), "replay-")));
  }

  list(...options: string[]): Promise<Finished> {
    return this.run("list", "--reason", this.reason, ...options);
  }

  /** Exports into the file; answers the records' places. */
  async export(): Promise<Finished & { readonly places: readonly string[] }> {
    const finished = await this.run("export", "--reason", this.reason, "--file", this.file);
    return { ...finished, places: (await this.lines()).map(({ of }) => of) };
  }

  /** Corrects the values in the file. */
  async correct(changes: object): Promise<void> {
    const corrected = (await this.lines()).map((line) => {
      const value = { text: JSON.stringify({ ...JSON.parse(line.value.text), ...changes }) };
      return `${JSON.stringify({ ...line, value })}\n`;
    });
    await writeFile(this.file, corrected.join(""));
  }

  publish(...options: string[]): Promise<Finished> {
    return this.run("publish", "--file", this.file, ...options);
  }

  end(): Promise<void> {
    return rm(this.folder, { recursive: true });
  }

  private get file(): string {
    return join(this.folder, "letters.jsonl");
  }

  private async lines(): Promise<Line[]> {
    return (await readFile(this.file, "utf8"))
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
  }

  private run(command: string, ...args: string[]): Promise<Finished> {
    return npm("run", "--silent", "replay", "--", command, "--env", "local", ...args);
  }
}
