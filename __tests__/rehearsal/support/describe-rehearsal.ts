import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadEnvironment } from "../../../envs/load";
import { emulatorRuntime } from "../../../local/platform/install/emulator-runtime";
import { installAll } from "../../../local/platform/install/install";
import { CACHE_DIR } from "../../../local/platform/paths";
import { Models, modelsFolder } from "../../../local/rehearsal/models/load";
import type { RecordedRequest } from "../../../local/rehearsal/recording/record";
import { render } from "../../../local/rehearsal/report/render";
import type { Report } from "../../../local/rehearsal/report/report";
import { rehearse } from "../../../local/rehearsal/run";
import { checkToolchain } from "../../../toolchain/all";
import { findPython } from "../../../toolchain/python";
import { mutationScore } from "./mutation-score";

/** Least part of broken requests that the judge has to find. */
const LEAST_FOUND = 0.98;

/** On a machine that does much else. */
const TIME_LIMIT_MS = 1_500_000;

/** The tests of one environment: it is rehearsed once, with the change in `changes/`, and looked at from several sides. */
export function describeRehearsal(name: string): void {
  describe(name, () => {
    const environment = loadEnvironment(name);
    let report: Report;

    beforeAll(async () => {
      await installAll(checkToolchain());
      const change = join(__dirname, "..", "changes", `${name}.json`);
      report = await rehearse({ environment, change, interrupt: false });
      console.log(render(report));
    }, TIME_LIMIT_MS);

    test("AWS would refuse no request for its form, and the committed policies allow each", () => {
      expect(report.violations).toEqual([]);
      expect(report.failures).toEqual([]);
    });

    test("every stack is made, plans nothing then, takes the change, plans nothing then, and leaves nothing when destroyed", () => {
      const stacks = report.stacks.filter(({ stack }) => stack !== "state");
      expect(stacks.length).toBe(7);
      for (const stack of stacks) {
        expect(stack).toMatchObject({ secondPlan: [], change: { left: [] }, destroyed: 0 });
        expect(stack.resources).toBeGreaterThan(0);
      }
      expect(stacks.flatMap(({ change }) => change!.applied).length).toBeGreaterThan(0);
    });

    test("what holds data is not destroyed as long as it is protected", () => {
      expect(report.stacks.some(({ refused }) => refused)).toBe(environment.protectData);
    });

    test("the judge finds broken requests", async () => {
      const models = new Models(modelsFolder(await emulatorRuntime(findPython())));
      const lines = readFileSync(join(CACHE_DIR, "rehearsal", name, "requests.jsonl"), "utf8")
        .trim()
        .split("\n");
      const requests = lines.map((line) => JSON.parse(line) as RecordedRequest);
      const { broken, found, missed } = mutationScore(models, requests);
      expect(broken).toBeGreaterThan(1_000);
      if (found / broken < LEAST_FOUND) throw new Error(`${found} of ${broken} found; missed:\n${missed.join("\n")}`);
    });
  });
}
