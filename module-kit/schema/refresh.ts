import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { terraformEnv } from "../../terraform-cli/environment";
import { seedLock } from "../../terraform-cli/lock";
import { AWS_PROVIDER } from "../../terraform-cli/provider";
import { terraformSync } from "../../terraform-cli/run";
import { type AnyModule, contentOf } from "../publish/elements";
import { extractSchema, type FullSchema } from "./extract";
import { SCHEMA_FILE } from "./provider-schema";

/** Reads the types that `modules` use from the real provider and writes them to {@link SCHEMA_FILE}. */
export function refreshSchema(modules: readonly AnyModule[]): void {
  const used = modules.flatMap((definition) =>
    contentOf(definition).elements.map(({ kind, type }) => (kind === "data" ? `data.${type}` : type)),
  );
  const folder = mkdtempSync(join(tmpdir(), "schema-"));
  const environment = terraformEnv();
  try {
    const required_providers = { aws: { source: AWS_PROVIDER.source, version: AWS_PROVIDER.version } };
    writeFileSync(join(folder, "main.tf.json"), JSON.stringify({ terraform: { required_providers } }));
    seedLock(folder, environment);
    terraformSync(["init", "-backend=false", "-input=false", "-no-color"], folder, environment);
    const full = JSON.parse(terraformSync(["providers", "schema", "-json"], folder, environment)) as FullSchema;
    const schema = extractSchema(full, AWS_PROVIDER.version, [...new Set(used)]);
    writeFileSync(SCHEMA_FILE, `${JSON.stringify(schema, null, 1)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
