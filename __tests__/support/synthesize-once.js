const { execFileSync } = require("node:child_process");
const { mkdtempSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join, resolve } = require("node:path");

/** Synthesizes every environment once for all tests of a kind, instead of once a test file, into a folder of this run's own. */
module.exports = () => {
  const folder = mkdtempSync(join(tmpdir(), "stacks-"));
  execFileSync(process.execPath, ["--import", "tsx", join(__dirname, "synthesize.ts"), folder], {
    cwd: resolve(__dirname, "..", ".."),
    stdio: ["ignore", "ignore", "inherit"],
  });
  process.env.SYNTHESIZED_STACKS = folder;
};
