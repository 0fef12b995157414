import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

const MODULES = resolve(__dirname, "..", "modules");

/** `npm run lint:modules`: tflint over modules/ by modules/.tflint.hcl. @returns the exit code. */
function main(): number {
  const options = [`--chdir=${MODULES}`, "--recursive", `--config=${resolve(MODULES, ".tflint.hcl")}`];
  const { status, error } = spawnSync("tflint", options, { stdio: "inherit" });
  if (error) {
    console.error(
      `tflint cannot be run (${error.message}). Install it: https://github.com/terraform-linters/tflint#installation, ` +
        `or "go install github.com/terraform-linters/tflint@v0.64.0".`,
    );
    return 1;
  }
  if (status === 0) console.log("tflint found nothing in modules/");
  return status ?? 1;
}

process.exitCode = main();
