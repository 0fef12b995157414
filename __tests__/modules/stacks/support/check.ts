import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expandStack } from "../../../../guardrails/expand";
import { at } from "../../../../guardrails/rule";
import { terraformEnv } from "../../../../terraform-cli/environment";
import { seedLock } from "../../../../terraform-cli/lock";
import { TerraformError, terraform } from "../../../../terraform-cli/run";
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

    test("applies, makes what the guardrails have looked at, and gives up nothing that is protected", async () => {
      writeFileSync(join(directory, "apply.tftest.hcl"), mockedApply(id));
      const { made, refused } = await applied(directory);
      expect(made.sort()).toEqual(
        managed(id)
          .map(({ address }) => address)
          .sort(),
      );
      // Terraform stops at the first refusal on each path: what only the refused ones need is not tried any more.
      expect(protectedAddresses(id)).toEqual(expect.arrayContaining(refused));
      expect(refused.length > 0).toBe(protectedAddresses(id).length > 0);
    });
  });
}

/** Resources that the stack manages, one an instance. */
const managed = (id: string) => expandStack(id, stackJson(id)).filter(({ address }) => !address.startsWith("data."));

const protectedAddresses = (id: string): string[] =>
  managed(id)
    .filter(({ body }) => at(body, "lifecycle.prevent_destroy") === true)
    .map(({ address }) => address);

/** Addresses of the resources that Terraform made, and of those that it refused to destroy afterwards. @throws with its diagnostics. */
async function applied(directory: string): Promise<{ made: string[]; refused: string[] }> {
  const messages = await testMessages(directory);
  const errors = messages.filter((message) => message["@level"] === "error" && message.type !== "test_cleanup");
  const refusals = errors.filter(({ diagnostic }) => diagnostic?.summary === "Instance cannot be destroyed");
  const problems = errors.filter((error) => !refusals.includes(error));
  if (problems.length > 0) throw new Error(problems.map(describeProblem).join("\n"));
  const state = messages.find((message) => message.test_state)?.test_state;
  const root: StateModule = state?.values?.root_module ?? state?.root_module ?? {};
  const resources = (root.resources ?? []).filter(({ mode }) => mode === "managed");
  return {
    made: resources.map(({ address }) => address.replace(/\[.*\]$/, "")),
    refused: refusals.map(
      ({ diagnostic }) => /^Resource (\S+?)(\[.*\])? has/.exec(diagnostic.detail)?.[1] ?? diagnostic.detail,
    ),
  };
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
