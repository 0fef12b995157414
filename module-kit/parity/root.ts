import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { seedLock } from "../../terraform-cli/lock";
import { terraformSync } from "../../terraform-cli/run";
import { versionsFile } from "../publish/terraform-files";
import { FORMS } from "./forms";
import { elementsOf, keyOf, moduleCall, type Subject, stackJson } from "./subject";

/** A case within the root of a parity run. */
export interface LaidOut {
  readonly subject: Subject;
  /** Its modules are called `<key>_stack` and `<key>_module`, and so are its outputs. */
  readonly key: string;
  /** Addresses of resources and data sources, as the published module has them. */
  readonly elements: readonly string[];
}

/** Writes a root that has every case in both forms, and initializes it. */
export function layOutRoot(
  subjects: readonly Subject[],
  folder: string,
  environment: NodeJS.ProcessEnv,
  folderOf: (subject: Subject) => string,
): LaidOut[] {
  const cases = subjects.map((subject) => layOut(subject, folder, folderOf(subject)));
  writeFileSync(join(folder, "main.tf"), [versionsFile(), ...cases.map(callsOf)].join("\n"));
  seedLock(folder, environment);
  terraformSync(["init", "-backend=false", "-input=false", "-no-color"], folder, environment);
  return cases;
}

function layOut(subject: Subject, folder: string, published: string): LaidOut {
  const key = keyOf(subject);
  const json = stackJson(subject);
  const stack = join(folder, `${key}_stack`);
  mkdirSync(stack);
  writeFileSync(join(stack, "main.tf.json"), JSON.stringify(json, null, 1));
  cpSync(published, join(folder, `${key}_module`), {
    recursive: true,
    filter: (path) => path === published || /\.tf$/.test(basename(path)),
  });
  return { subject, key, elements: elementsOf(json) };
}

function callsOf({ subject, key }: LaidOut): string {
  const outputs = FORMS.map((form) => `output "${key}_${form}" {\n  value = module.${key}_${form}\n}\n`);
  const stack = `module "${key}_stack" {\n  source = "./${key}_stack"\n}\n`;
  return [stack, moduleCall(subject, `${key}_module`, `./${key}_module`), ...outputs].join("\n");
}
