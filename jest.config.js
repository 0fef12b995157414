/** The checkout may lie in a folder whose name means something in a pattern, such as `c++` or `a[b]`. */
const ROOT = __dirname.replaceAll("\\", "/").replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const below = (folder) => `^${ROOT}/${folder}`;

/** One jest project a kind of test, so that each has its own time limit and its own `npm run test:<kind>`. */
const kind = (name, timeLimitMs, more = {}) => ({
  displayName: name,
  testRegex: [below(`__tests__/${name}/.*\\.test\\.ts$`)],
  transform: { "\\.[jt]s$": ["@swc/jest", { jsc: { target: "es2022", parser: { syntax: "typescript" } } }] },
  transformIgnorePatterns: ["/node_modules/"],
  modulePathIgnorePatterns: ["cdktf\\.out", "dist", "\\.local", "\\.cache"].map(below),
  globals: { TIME_LIMIT_MS: timeLimitMs },
  setupFilesAfterEnv: ["<rootDir>/__tests__/support/time-limit.js"],
  ...more,
});
/** Synthesizes every environment once, before the tests that look at stacks. */
const synthesized = {
  globalSetup: "<rootDir>/__tests__/support/synthesize-once.js",
  globalTeardown: "<rootDir>/__tests__/support/remove-synthesized.js",
};

module.exports = {
  projects: [
    kind("unit", 30_000),
    kind("synth", 60_000, synthesized),
    kind("modules", 600_000, synthesized),
    kind("integration", 300_000),
    kind("e2e", 900_000),
    kind("rehearsal", 300_000),
    // Not part of `npm test`: on a busy machine the emulator answers a request that the provider has sent twice with "already exists".
    kind("examples", 900_000),
  ],
};
