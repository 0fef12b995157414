import {
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";

/**
 * Appends a value to a file as a line; when it returns, the line is in the file.
 * @throws Error when it cannot be written (disk full, say): then nothing of it is there, so that the next line stays whole.
 */
export function appendLine(path: string, value: object): void {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, "a+", 0o600);
  try {
    const { size } = fstatSync(file);
    const start = endsInsideLine(file, size) ? "\n" : "";
    try {
      writeFileSync(file, `${start}${JSON.stringify(value)}\n`);
    } catch (error) {
      ftruncateSync(file, size);
      throw error;
    }
  } finally {
    closeSync(file);
  }
}

/** Whether a crash cut the last line off. */
function endsInsideLine(file: number, size: number): boolean {
  if (size === 0) return false;
  const last = Buffer.alloc(1);
  readSync(file, last, 0, 1, size - 1);
  return last.toString() !== "\n";
}

/** Reads the values of a file. A last line that was cut off by a crash was never answered for, and is left out. */
export function readLines<T>(path: string): T[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .flatMap((line) => {
      try {
        return line === "" ? [] : [JSON.parse(line) as T];
      } catch {
        return [];
      }
    });
}
