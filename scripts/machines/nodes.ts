import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { run } from "../../local/platform/install/run";

const CACHE = resolve(__dirname, "../../.cache/nodes");

/** Folder of the newest `node` of a feature release, as npm has it for this platform; this process's own for its own release. */
export async function nodeFolder(major: number): Promise<string> {
  if (process.versions.node.startsWith(`${major}.`)) return join(process.execPath, "..");
  const prefix = process.platform === "darwin" && process.arch === "arm64" ? "node-bin" : "node";
  const name = `${prefix}-${process.platform}-${process.arch}`;
  const folder = join(CACHE, String(major));
  const bin = join(folder, "node_modules", name, "bin");
  if (!existsSync(join(bin, "node"))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true }));
    await run("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock", `${name}@${major}`], { cwd: folder });
  }
  return bin;
}
