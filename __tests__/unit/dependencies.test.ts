import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { FOLDERS } from "../../scripts/docs/folders";
import { sourceFiles } from "../../toolchain/source-files";

const ROOT = resolve(__dirname, "../..");

const sources = (folder: string) => sourceFiles(join(ROOT, folder)).filter((file) => file.endsWith(".ts"));

const imports = (file: string) =>
  [...readFileSync(file, "utf8").matchAll(/(?:from |import |import\(|require\()"([^"]+)"/g)].map(([, path]) => path!);

/** Files of a folder, or a file that stands for itself. */
const filesOf = (name: string) => (name.endsWith(".ts") ? [join(ROOT, name)] : sources(name));

/** The version of the project, which any folder may read. */
const MANIFEST = "package.json";

/** Imports from other folders, as `file → folder`. */
const edges = (name: string) =>
  filesOf(name).flatMap((file) =>
    imports(file)
      .filter((path) => path.startsWith("."))
      .map((path) => relative(ROOT, resolve(dirname(file), path)).split(sep)[0]!)
      .filter((target) => target !== name && target !== MANIFEST)
      .map((target) => ({ file: relative(ROOT, file), target })),
  );

test.each(Object.entries(FOLDERS))("%s imports only from where it may, and from all of it", (name, { knows }) => {
  const found = edges(name);
  expect(found.filter(({ target }) => !knows.includes(target))).toEqual([]);
  expect(knows.filter((target) => !found.some((edge) => edge.target === target))).toEqual([]);
});

test("every folder with TypeScript has its line in scripts/docs/folders.ts", () => {
  const GENERATED = ["__tests__", "cdktf.out", "dist", "node_modules"];
  const hasSources = (name: string) => sources(name).length > 0;
  const folders = readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && !GENERATED.includes(entry.name))
    .map(({ name }) => name);
  expect([...folders.filter(hasSources), "main.ts"].sort()).toEqual(Object.keys(FOLDERS).sort());
});

/** Files that import each other in a circle, each circle from its first file on; types alone make none. */
function circles(files: readonly string[]): string[] {
  const known = new Set(files);
  const target = (file: string, path: string) =>
    [`${resolve(dirname(file), path)}.ts`, join(resolve(dirname(file), path), "index.ts")].find((at) => known.has(at));
  const next = new Map(
    files.map((file) => [
      file,
      [...readFileSync(file, "utf8").matchAll(/^(?:import|export|\})(?! type)[^\n]*? from "(\.[^"]+)"/gm)].flatMap(
        ([, path]) => target(file, path!) ?? [],
      ),
    ]),
  );
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]) => {
    if (way.includes(file)) {
      const circle = [...way.slice(way.indexOf(file)), file];
      found.push(circle.map((each) => relative(ROOT, each)).join(" → "));
    }
    if (done.has(file)) return;
    done.add(file);
    for (const other of next.get(file)!) visit(other, [...way, file]);
  };
  for (const file of files) visit(file, []);
  return found;
}

test("no files import each other in a circle", () => {
  expect(circles(Object.keys(FOLDERS).flatMap(filesOf))).toEqual([]);
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
  expect(importers(/^@cdkt[fn]\/provider-aws$/, folder)).toEqual([]);
});
