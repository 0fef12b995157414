import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { terraformEnv } from "../../terraform-cli/environment";
import { MODULES } from "../publish/discover";
import { providerSchema } from "../schema/provider-schema";
import { oneSidedToggles } from "./one-sided";
import { applied, planned } from "./phases";
import { unreachedElements } from "./reached";
import { type ParityResult, resultOf } from "./result";
import { layOutRoot } from "./root";
import type { Subject } from "./subject";

export interface ParityReport {
  readonly results: readonly ParityResult[];
  /** What no case has, and conditions that never take one of their sides, so that it was never compared: `<module>: <what>`. */
  readonly unreached: readonly string[];
}

export interface ParityOptions {
  /** The folder of a published module. Default: its folder in modules/. */
  readonly folderOf?: (subject: Subject) => string;
}

const publishedFolder = ({ definition }: Subject) => join(MODULES, definition.name);

/**
 * Gives the same inputs to the construct in a stack and to the published module, and compares what Terraform makes of both: the
 * plan by the real provider, the state after a mocked apply, and the outputs. All cases share one root: most of the time is the
 * provider's start.
 */
export function checkParity(subjects: readonly Subject[], options: ParityOptions = {}): ParityReport {
  const folder = mkdtempSync(join(tmpdir(), "parity-"));
  try {
    const environment = terraformEnv();
    const schema = providerSchema();
    const folderOf = options.folderOf ?? publishedFolder;
    const cases = layOutRoot(subjects, folder, environment, folderOf);
    const root = { folder, environment, cases, schema };
    const plan = planned(root);
    const state = applied(root, plan);
    return {
      results: cases.map((each) => resultOf(each, plan, state, schema)),
      unreached: [...unreachedElements(cases, state), ...oneSidedToggles(subjects, folderOf)],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
