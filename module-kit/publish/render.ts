import { existsSync } from "node:fs";
import { join } from "node:path";
import type * as z from "zod";
import type { AnyCases, AnyInvalid } from "../cases";
import type { ProviderSchema } from "../schema/provider-schema";
import { variableSpecs } from "../variables";
import { MODULES } from "./discover";
import { type AnyModule, contentOf } from "./elements";
import type { Examples } from "./examples";
import { readmeFile } from "./readme";
import { mainFile, outputsFile, variablesFile, versionsFile } from "./terraform-files";
import { testFile } from "./test-file";

const TESTS_HEADER = "# Generated from ../cases.ts by `npm run modules`: change that file instead.\n\n";

/** Text by file name. */
export type Files = Readonly<Record<string, string>>;

/**
 * The files of a published module, before `terraform fmt`.
 *
 * @throws when an input has a rule that Terraform cannot check, or a value stayed a token: naming the module.
 */
export function renderModule(
  definition: AnyModule,
  cases: AnyCases,
  examples: Examples,
  schema: ProviderSchema,
  invalid: AnyInvalid = {},
): Files {
  try {
    const specs = variableSpecs(definition.inputs as z.ZodObject);
    const content = contentOf(definition);
    const files = {
      "main.tf": mainFile(content, specs, schema),
      "variables.tf": variablesFile(specs, sourceOfInputs(definition.name)),
      "outputs.tf": outputsFile(definition, content),
      "versions.tf": versionsFile(),
      "README.md": readmeFile({ definition, content, specs, examples }),
      "tests/cases.tftest.hcl": testFile(TESTS_HEADER, { definition, content, specs, cases, invalid, schema }),
    };
    for (const [name, text] of Object.entries(files)) assertResolved(name, text);
    return files;
  } catch (error) {
    throw new Error(`modules/${definition.name}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** The file in which a module's inputs are written. */
const sourceOfInputs = (name: string) => (existsSync(join(MODULES, name, "inputs.ts")) ? "inputs.ts" : "index.ts");

/** What a token looks like where JavaScript used it as a plain value: as text, a number, a list or a map, or in JSON. */
const TOKEN = /TfToken\[|-?\d\.\d+e\+\d{3}|iterator\d+__|\[object |<unresolved|<block>|<choice>/i;

function assertResolved(file: string, text: string): void {
  const found = TOKEN.exec(text);
  if (!found) return;
  const around = text.slice(Math.max(0, found.index - 60), found.index + 40);
  throw new Error(`${file} holds an expression that was used as a plain value: …${around}…`);
}
