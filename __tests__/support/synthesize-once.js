const { execFileSync } = require("node:child_process");
const { rmSync } = require("node:fs");
const { join, resolve } = require("node:path");

const root = resolve(__dirname, "..", "..");

/** Synthesizes every environment once for all tests of this kind, instead of once a test file. */
module.exports = () => {
  const folder = join(root, ".cache", "test", "stacks");
  rmSync(folder, { recursive: true, force: true });
  const program = join(__dirname, "synthesize.ts");
  execFileSync(process.execPath, ["--import", "tsx", program, folder], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
};
