import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

const ROOT = resolve(__dirname, "..");
const PACKAGE = "@cdktf/provider-aws";
const USAGE = `npm run typecheck:provider -- <version>
Checks modules/ and stacks/ against another version of ${PACKAGE}, which is downloaded once into .cache/ (about 400 MB unpacked).`;

/** @returns the exit code: that of the type checker. */
function main([version, ...others]: readonly string[]): number {
  if (!version || !/^\d+\.\d+\.\d+$/.test(version) || others.length > 0) {
    console.error(USAGE);
    return 2;
  }
  const folder = join(ROOT, ".cache", "provider-types", version);
  const installed = join(folder, "node_modules", PACKAGE);
  if (!existsSync(join(installed, "package.json"))) install(version, folder);
  const read = filesRead(writeConfig(folder, installed));
  const types = new Set(read.filter((file) => file.startsWith(installed)).map((file) => dirname(file)));
  const pinned = read.filter((file) => file.startsWith(join(ROOT, "node_modules", PACKAGE)));
  if (pinned.length > 0 || types.size === 0)
    throw new Error(`the types of ${PACKAGE} ${version} were not the ones read`);
  const { status } = tsc(folder, "inherit");
  console.log(`${types.size} types of ${PACKAGE} ${version}: ${status === 0 ? "no errors" : "see the errors above"}`);
  return status ?? 1;
}

/** Peers and scripts are left out: cdktf and constructs are those of this repository. */
function install(version: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true }));
  const flags = ["--no-audit", "--no-fund", "--ignore-scripts", "--legacy-peer-deps", "--no-package-lock"];
  const { status } = spawnSync("npm", ["install", ...flags, `${PACKAGE}@${version}`], {
    cwd: folder,
    stdio: "inherit",
  });
  if (status !== 0) throw new Error(`npm could not install ${PACKAGE}@${version}`);
}

function writeConfig(folder: string, installed: string): string {
  const config = {
    extends: join(ROOT, "tsconfig.json"),
    compilerOptions: {
      paths: { [`${PACKAGE}/*`]: [`${installed}/*`] },
      typeRoots: [join(ROOT, "node_modules/@types")],
    },
    include: ["modules", "stacks", "module-kit"].map((part) => join(ROOT, part, "**/*.ts")),
    exclude: [],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  return folder;
}

const filesRead = (folder: string): string[] => tsc(folder, "pipe", "--listFilesOnly").stdout.split("\n");

const tsc = (folder: string, output: "inherit" | "pipe", ...args: string[]) =>
  spawnSync(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc"), "--noEmit", "-p", folder, ...args], {
    stdio: ["ignore", output, "inherit"],
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
