import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as z from "zod";
import { BYTE_CASES, CASES_NOW, TEXT_CASES } from "./cases";
import { breakingChanges, type Contracts } from "./compatibility";
import { DeadLetterReason } from "./dead-letter";
import { CONTRACTS, jsonSchema } from "./json-schema";
import { judge } from "./refusal";

const $comment = "Generated from contracts/ by `npm run contracts`. Do not edit.";
const ROOT = join(__dirname, "..");
const SCHEMAS = "flink-job/src/main/schema";
const SNAPSHOT = "contracts/snapshot.generated.json";
const CASES = "flink-job/src/test/resources/contract-cases.generated.json";

/** The contracts as they are now, in the snapshot's form. */
export function currentContracts(): Contracts {
  const names = Object.keys(CONTRACTS) as (keyof typeof CONTRACTS)[];
  return Object.fromEntries(names.map((name) => [name, jsonSchema(name)]));
}

/** The contracts as they were when `npm run contracts` last ran, which is what running consumers know. */
export function committedContracts(): Contracts {
  const { contracts } = JSON.parse(readFileSync(join(ROOT, SNAPSHOT), "utf8")) as { contracts: Contracts };
  return contracts;
}

function cases() {
  const text = TEXT_CASES.map(([name, json]) => ({ name, bytes: Buffer.from(json) }));
  const bytes = BYTE_CASES.map(([name, hex, where]) => {
    const [before, after] =
      where === "string" ? ['{"ticker":"A","price":1,"volume":1,"timestamp":1,"a":"', '"}'] : ["", ""];
    return { name, bytes: Buffer.concat([Buffer.from(before), Buffer.from(hex, "hex"), Buffer.from(after)]) };
  });
  const judged = [...text, ...bytes, { name: "no bytes", bytes: Buffer.alloc(0) }].map(({ name, bytes }) => ({
    name,
    base64: bytes.toString("base64"),
    ...judge(bytes, CASES_NOW),
  }));
  return { $comment, now: CASES_NOW, cases: judged };
}

/** Every generated file: its path from the project's root, and its text. */
export function generatedFiles(): Record<string, string> {
  const schemas = {
    StockPrice: jsonSchema("StockPrice"),
    StockAggregate: jsonSchema("StockAggregate"),
    DeadLetterReason: { ...z.toJSONSchema(DeadLetterReason), title: "DeadLetterReason" },
  };
  const files: Record<string, object> = {
    ...Object.fromEntries(
      Object.entries(schemas).map(([name, schema]) => [`${SCHEMAS}/${name}.json`, { $comment, ...schema }]),
    ),
    [SNAPSHOT]: { $comment, contracts: currentContracts() },
    [CASES]: cases(),
  };
  return Object.fromEntries(Object.entries(files).map(([path, json]) => [path, `${JSON.stringify(json, null, 2)}\n`]));
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** Writes what is stale, or with `--check` only tells. A breaking change is written only with `--accept-breaking`. */
function main(args: readonly string[]): number {
  const files = generatedFiles();
  const stale = Object.keys(files).filter((path) => read(join(ROOT, path)) !== files[path]);
  if (args.includes("--check")) {
    for (const path of stale) console.error(`${path} is stale: run \`npm run contracts\` and commit it.`);
    return stale.length > 0 ? 1 : 0;
  }
  const breaking = read(join(ROOT, SNAPSHOT)) ? breakingChanges(committedContracts(), currentContracts()) : [];
  if (breaking.length > 0 && !args.includes("--accept-breaking")) {
    console.error(`These changes break readers or writers of the topics:\n  ${breaking.join("\n  ")}`);
    console.error(
      "Records with the old fields are in the topics: make a new field `.optional()` first, and add a field instead of changing one " +
        '(docs/IMPLEMENTATION_GUIDE.md, "Changing an event"). When every reader and writer is ready, pass -- --accept-breaking.',
    );
    return 1;
  }
  for (const path of stale) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), files[path] ?? "");
    console.log(`wrote ${path}`);
  }
  return 0;
}

if (require.main === module) process.exitCode = main(process.argv.slice(2));
