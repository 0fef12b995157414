import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expandStack } from "../../../../guardrails/expand";
import { TerraformError } from "../../../../scripts/terraform/run";
import { seedLock, terraform, terraformEnv } from "../../../../scripts/terraform-cli";
import { manifest, stackFolder, stackJson } from "../../../support/stacks";
import { mockedApply } from "./mocks";

interface StateModule {
  readonly resources?: readonly { readonly mode: string; readonly address: string }[];
}

/** Checks an environment's stacks with Terraform itself: the real provider validates them, and they apply to a made-up AWS. */
export function checkStacks(environment: string): void {
  const ids = Object.keys(manifest).filter((id) => id.startsWith(`${environment}-`));

  describe.each(ids)("%s", (id) => {
    const directory = stackFolder(id);

    beforeAll(async () => {
      seedLock(directory);
      await terraform(["init", "-backend=false", "-input=false", "-no-color"], directory, terraformEnv());
    });

    test("is valid to the real provider", async () => {
      const answer = JSON.parse(await terraform(["validate", "-json"], directory, terraformEnv()));
      expect(answer.diagnostics).toEqual([]);
    });

    test("applies, and makes what the guardrails have looked at", async () => {
      writeFileSync(join(directory, "apply.tftest.hcl"), mockedApply(id));
      const made = await applied(directory);
      expect(made.sort()).toEqual(expected(id).sort());
    });
  });
}

/** Types and names of the managed resources, once an instance. */
function expected(id: string): string[] {
  return expandStack(id, stackJson(id))
    .map(({ address }) => address)
    .filter((address) => !address.startsWith("data."));
}

/** The same of what Terraform made. @throws with Terraform's diagnostics. */
async function applied(directory: string): Promise<string[]> {
  const messages = await testMessages(directory);
  const problems = messages.filter((message) => message["@level"] === "error");
  if (problems.length > 0) throw new Error(problems.map((problem) => describeProblem(problem)).join("\n"));
  const state = messages.find((message) => message.test_state)?.test_state;
  const root: StateModule = state?.values?.root_module ?? state?.root_module ?? {};
  return (root.resources ?? [])
    .filter(({ mode }) => mode === "managed")
    .map(({ address }) => address.replace(/\[.*\]$/, ""));
}

// biome-ignore lint/suspicious/noExplicitAny: Terraform's messages have many shapes, of which two are read here
type Message = Record<string, any>;

async function testMessages(directory: string): Promise<Message[]> {
  const parse = (text: string) =>
    text
      .split("\n")
      .filter(Boolean)
      .map((line): Message => JSON.parse(line));
  try {
    return parse(await terraform(["test", "-json", "-verbose", "-no-color"], directory, terraformEnv()));
  } catch (error) {
    if (error instanceof TerraformError && error.stdout) return parse(error.stdout);
    throw error;
  }
}

const describeProblem = ({ diagnostic, ...message }: Message): string =>
  diagnostic ? `${diagnostic.summary}: ${diagnostic.detail} ${diagnostic.snippet?.code ?? ""}` : message["@message"];
