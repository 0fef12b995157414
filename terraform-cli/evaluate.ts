import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { terraformEnv } from "./environment";
import { terraformSync } from "./run";

/** The outputs of a root without resources, given as files; Terraform evaluates it as it would any other. */
export function evaluate(files: Readonly<Record<string, string>>): Record<string, unknown> {
  const folder = mkdtempSync(join(tmpdir(), "evaluate-"));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const environment = terraformEnv();
    terraformSync(["init", "-backend=false", "-input=false", "-no-color"], folder, environment);
    terraformSync(["apply", "-auto-approve", "-input=false", "-no-color"], folder, environment);
    const outputs = JSON.parse(terraformSync(["output", "-json"], folder, environment)) as Record<
      string,
      { value: unknown }
    >;
    return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
