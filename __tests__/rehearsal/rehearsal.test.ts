import { readFileSync } from "node:fs";
import { join } from "node:path";
import { environmentNames, loadEnvironment } from "../../envs/load";
import { emulatorRuntime } from "../../local/platform/install/emulator-runtime";
import { CACHE_DIR } from "../../local/platform/paths";
import { Models, modelsFolder } from "../../local/rehearsal/models/load";
import type { RecordedRequest } from "../../local/rehearsal/recording/record";
import type { Report } from "../../local/rehearsal/report/report";
import { rehearse } from "../../local/rehearsal/run";
import { findPython } from "../../toolchain/python";
import { mutationScore } from "./support/mutation-score";

/** Least part of broken requests that the judge has to find. */
const LEAST_FOUND = 0.98;

const environments = environmentNames()
  .map((name) => loadEnvironment(name))
  .filter(({ platform }) => platform !== "emulator");

/** Every environment of AWS with one change of it, all at the same time: most of the time is Terraform's waiting. */
let reports: Readonly<Record<string, Report>>;

beforeAll(async () => {
  const made = environments.map(async (environment) => {
    const change = join(__dirname, "changes", `${environment.name}.json`);
    return [environment.name, await rehearse({ environment, change, interrupt: false })] as const;
  });
  reports = Object.fromEntries(await Promise.all(made));
}, 2_400_000);

describe.each(environments.map(({ name, protectData }) => ({ name, protectData })))(
  "$name",
  ({ name, protectData }) => {
    test("AWS would refuse no request for its form, and the committed policies allow each", () => {
      expect(reports[name]!.violations).toEqual([]);
      expect(reports[name]!.failures).toEqual([]);
    });

    test("every stack is made, plans nothing then, takes the change, plans nothing then, and leaves nothing when destroyed", () => {
      const stacks = reports[name]!.stacks.filter(({ stack }) => stack !== "state");
      expect(stacks.length).toBe(7);
      for (const stack of stacks) {
        expect(stack).toMatchObject({ secondPlan: [], change: { left: [] }, destroyed: 0 });
        expect(stack.resources).toBeGreaterThan(0);
      }
      expect(stacks.flatMap(({ change }) => change!.applied).length).toBeGreaterThan(0);
    });

    test("what holds data is not destroyed as long as it is protected", () => {
      expect(reports[name]!.stacks.some(({ refused }) => refused)).toBe(protectData);
    });

    test("the judge finds broken requests", async () => {
      const models = new Models(modelsFolder(await emulatorRuntime(findPython())));
      const lines = readFileSync(join(CACHE_DIR, "rehearsal", name, "requests.jsonl"), "utf8")
        .trim()
        .split("\n");
      const { broken, found, missed } = mutationScore(
        models,
        lines.map((line) => JSON.parse(line) as RecordedRequest),
      );
      expect(broken).toBeGreaterThan(1_000);
      if (found / broken < LEAST_FOUND) throw new Error(`${found} of ${broken} found; missed:\n${missed.join("\n")}`);
    });
  },
);
