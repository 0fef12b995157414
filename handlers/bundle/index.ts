import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as z from "zod";
import { sha256 } from "../../toolchain/sha256";
import { sourceFiles } from "../../toolchain/source-files";
import { definitionOf, FUNCTION_NAMES, type FunctionName } from "../functions";

const ROOT = path.resolve(__dirname, "../..");
/** Everything that a bundle's bytes follow from. */
const SOURCES = ["handlers", "contracts", "aws-limits"];
const LOCK = path.join(ROOT, "package-lock.json");

const Manifest = z.object({ sources: z.string(), archives: z.record(z.enum(FUNCTION_NAMES), z.string()) });

/**
 * Bundles every function into a zip of its own and answers their absolute paths.
 *
 * The same sources give the same bytes on any machine, so a plan elsewhere shows no change. Sources that did not change
 * since the last call are not bundled again. Safe to call from several processes at once.
 *
 * @param directory where the archives go. Default: dist/functions
 */
export async function bundleFunctions(
  directory = path.join(ROOT, "dist/functions"),
): Promise<Record<FunctionName, string>> {
  const archivePath = (name: FunctionName) => path.join(directory, `${name}.zip`);
  const sources = hashOfSources();
  if (!isCurrent(directory, sources, archivePath)) {
    const { compile } = await import("./compile");
    const { archive } = await import("./archive");
    mkdirSync(directory, { recursive: true });
    const archives: Partial<Record<FunctionName, string>> = {};
    const compiled = await Promise.all(FUNCTION_NAMES.map((name) => compile(ROOT, name, definitionOf(name).kafka)));
    for (const [index, { code, sourceMap }] of compiled.entries()) {
      const name = FUNCTION_NAMES[index]!;
      const zip = archive({ "index.js": code });
      archives[name] = sha256(zip);
      writeWhole(archivePath(name), zip);
      writeWhole(path.join(directory, `${name}.js.map`), sourceMap);
    }
    writeWhole(path.join(directory, "manifest.json"), Buffer.from(JSON.stringify({ sources, archives }, null, 2)));
  }
  return Object.fromEntries(FUNCTION_NAMES.map((name) => [name, archivePath(name)])) as Record<FunctionName, string>;
}

function isCurrent(directory: string, sources: string, archivePath: (name: FunctionName) => string): boolean {
  try {
    const manifest = Manifest.parse(JSON.parse(readFileSync(path.join(directory, "manifest.json"), "utf8")));
    return (
      manifest.sources === sources &&
      FUNCTION_NAMES.every((name) => sha256(readFileSync(archivePath(name))) === manifest.archives[name])
    );
  } catch {
    return false;
  }
}

function hashOfSources(): string {
  const sources = SOURCES.flatMap((source) => sourceFiles(path.join(ROOT, source))).filter((file) =>
    file.endsWith(".ts"),
  );
  const hashes = [...sources, LOCK].map((file) => `${path.relative(ROOT, file)} ${sha256(readFileSync(file))}`);
  return sha256(Buffer.from(hashes.join("\n")));
}

/** A reader sees the old file or the new one, never a part. */
function writeWhole(file: string, content: Uint8Array): void {
  const partial = `${file}.${process.pid}`;
  writeFileSync(partial, content);
  renameSync(partial, file);
}
