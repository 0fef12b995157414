import { readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { sourceFiles } from "../../toolchain/source-files";

const ROOT = resolve(__dirname, "../..");

/** What a folder may import apart from itself: docs/ARCHITECTURE.md, "Allowed imports". */
const MAY_KNOW: Readonly<Record<string, readonly string[]>> = {
  contracts: [],
  envs: ["contracts", "toolchain"],
  guardrails: ["envs"],
  handlers: ["contracts", "toolchain"],
  "module-kit": ["terraform-cli", "toolchain"],
  modules: ["contracts", "module-kit"],
  stacks: ["contracts", "envs", "handlers", "module-kit", "modules"],
  "terraform-cli": ["toolchain"],
  toolchain: [],
};

const sources = (folder: string) => sourceFiles(join(ROOT, folder)).filter((file) => file.endsWith(".ts"));

const imports = (file: string) =>
  [...readFileSync(file, "utf8").matchAll(/(?:from |import |import\(|require\()"([^"]+)"/g)].map(([, path]) => path!);

test.each(Object.keys(MAY_KNOW))("%s imports only from where it may", (folder) => {
  const files = sources(folder);
  expect(files.length).toBeGreaterThan(0);
  const known = files.flatMap((file) =>
    imports(file)
      .filter((path) => path.startsWith("."))
      .map((path) => `${relative(ROOT, file)} → ${relative(ROOT, resolve(dirname(file), path)).split(sep)[0]}`),
  );
  const allowed = [folder, ...MAY_KNOW[folder]!];
  expect(known.filter((edge) => !allowed.some((target) => edge.endsWith(`→ ${target}`)))).toEqual([]);
});

const importers = (wanted: RegExp, folder: string) =>
  sources(folder)
    .filter((file) => imports(file).some((path) => wanted.test(path)))
    .map((file) => relative(ROOT, file).replaceAll(sep, "/"));

test("one file alone imports kafkajs in the functions, and each correction of its inside is a file", () => {
  expect(importers(/^kafkajs$/, "handlers")).toEqual(["handlers/shared/kafka.ts"]);
  expect(importers(/^kafkajs\//, "handlers")).toEqual([
    "handlers/shared/committed-records.ts",
    "handlers/shared/incremental-configs.ts",
    "handlers/shared/throttle-timer.ts",
  ]);
});

test("what runs as a function knows contracts alone: the toolchain is for the bundler", () => {
  const outside = importers(/toolchain\//, "handlers").filter((file) => !file.startsWith("handlers/bundle/"));
  expect(outside).toEqual([]);
});

test.each(["modules", "module-kit", "stacks"])("%s never imports the provider as a whole", (folder) => {
  expect(importers(/^@cdktf\/provider-aws$/, folder)).toEqual([]);
});
