import { execFileSync } from "node:child_process";
import * as path from "node:path";

const ROOT = path.resolve(__dirname, "../../..");

/** What scripts/complete-lock.mjs would add to a lock file; it is plain Node, which jest does not import. */
function missing(lockExpression: string): Record<string, unknown> {
  const script = `
    import { readFileSync } from "node:fs";
    import { missingPlatforms } from "./scripts/complete-lock.mjs";
    console.log(JSON.stringify(missingPlatforms(${lockExpression})));`;
  return JSON.parse(
    execFileSync(process.execPath, ["--input-type=module", "-e", script], { cwd: ROOT, encoding: "utf8" }),
  );
}

it("the lock file has the packages of every platform, or `npm ci` would refuse it (node scripts/complete-lock.mjs)", () => {
  expect(missing('JSON.parse(readFileSync("package-lock.json", "utf8"))')).toEqual({});
});

it("a package for another platform is added with its version and platform", () => {
  const lock = {
    packages: {
      "node_modules/tool": {
        optionalDependencies: { "tool-darwin-arm64": "1.2.3", "tool-linux-x64-musl": "1.2.3" },
        dev: true,
      },
      "node_modules/tool-linux-x64-musl": { version: "1.2.3" },
    },
  };
  expect(missing(JSON.stringify(lock))).toEqual({
    "node_modules/tool-darwin-arm64": { version: "1.2.3", os: ["darwin"], cpu: ["arm64"], dev: true, optional: true },
  });
});
