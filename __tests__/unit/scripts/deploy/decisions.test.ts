import { confirm } from "../../../../scripts/deploy/confirm";
import { deployOptions } from "../../../../scripts/deploy/options";
import { selectStacks } from "../../../../scripts/deploy/select";
import { permitUnlock } from "../../../../scripts/deploy/unlock";

const LOCK = {
  id: "6c0a2d0a-3a7c-1f21-7f53-000000000001",
  who: "ada@build-7",
  since: "2026-11-30 08:01:02 +0000 UTC",
  operation: "OperationTypeApply",
};
const HELD = `The state of dev-network is locked by ada@build-7 since 2026-11-30 08:01:02 +0000 UTC, for apply (lock ${LOCK.id})`;
const answering = (answer: string) => async () => answer;

describe("the arguments of deploy", () => {
  test("are an environment and options", () => {
    expect(deployOptions(["dev"], true)).toMatchObject({
      environment: { name: "dev" },
      yes: false,
      stacks: [],
      unlock: undefined,
    });
    const args = [
      "dev",
      "--yes",
      "--accept-warnings",
      "--stack",
      "network",
      "--stack",
      "lake",
      "--unlock",
      "id",
      "--skip-preflight",
      "--skip-snapshot",
    ];
    expect(deployOptions(args, false)).toMatchObject({
      yes: true,
      acceptWarnings: true,
      stacks: ["network", "lake"],
      unlock: "id",
      skipPreflight: true,
      skipSnapshot: true,
    });
  });

  test.each([
    [[], /^Usage: npm run deploy -- <environment>.*one of dev, local, prod, staging\.$/],
    [["dev", "prod"], /^Usage/],
    [["nowhere"], /^There is no environment "nowhere"/],
    [["dev", "--force"], /^Unknown option '--force'\. Usage/],
    [["dev", "--unlock"], /^Option '--unlock <value>' argument missing\. Usage/],
    [["dev", "--accept-warnings"], /^--accept-warnings goes with --yes\. Usage/],
  ])("%j are refused in one sentence", (args, sentence) => {
    expect(() => deployOptions(args, true)).toThrow(sentence);
  });

  test("without a terminal need --yes", () => {
    expect(() => deployOptions(["dev"], false)).toThrow(
      /^Nobody can confirm the plans here, since this is no terminal: .*`npm run deploy -- dev --yes`\.$/,
    );
    expect(deployOptions(["dev", "--yes"], false).yes).toBe(true);
  });
});

describe("a lock", () => {
  const permission = { environment: "dev", unlock: undefined, ask: undefined };

  test("is removed when its id was given", async () => {
    await expect(permitUnlock("dev-network", LOCK, { ...permission, unlock: LOCK.id })).resolves.toBeUndefined();
  });

  test("of another id stays", async () => {
    await expect(permitUnlock("dev-network", LOCK, { ...permission, unlock: "other" })).rejects.toThrow(
      `${HELD}, and not by other, which --unlock names: nothing was unlocked.`,
    );
  });

  test("stays where nobody can be asked, with the command that removes it", async () => {
    await expect(permitUnlock("dev-network", LOCK, permission)).rejects.toThrow(
      `${HELD}. If that is still running, wait for it; if it was interrupted, use \`npm run deploy -- dev --yes --unlock ${LOCK.id}\`.`,
    );
  });

  test("is removed by an answer with its id, and by no other", async () => {
    const log = jest.spyOn(console, "log").mockImplementation();
    await expect(
      permitUnlock("dev-network", LOCK, { ...permission, ask: answering(LOCK.id) }),
    ).resolves.toBeUndefined();
    expect(log.mock.calls.flat().join("\n")).toContain(HELD);
    for (const answer of ["yes", "", "y"]) {
      await expect(permitUnlock("dev-network", LOCK, { ...permission, ask: answering(answer) })).rejects.toThrow(
        "was left in place",
      );
    }
    log.mockRestore();
  });
});

describe("a plan", () => {
  test("is applied by the answer yes alone", async () => {
    await expect(confirm("dev-lake", [], { ask: answering("yes") })).resolves.toBeUndefined();
    for (const answer of ["", "y", "no", "YES"]) {
      await expect(confirm("dev-lake", [], { ask: answering(answer) })).rejects.toThrow("dev-lake was not changed");
    }
  });

  test("without warnings is covered by --yes, one with warnings by --accept-warnings too", async () => {
    await expect(confirm("dev-lake", [], { acceptWarnings: false })).resolves.toBeUndefined();
    await expect(confirm("dev-lake", ["loses data"], { acceptWarnings: true })).resolves.toBeUndefined();
    await expect(confirm("dev-lake", ["loses data"], { acceptWarnings: false })).rejects.toThrow(
      /--yes does not cover a plan with warnings.*--accept-warnings/,
    );
  });
});

describe("the stacks", () => {
  const stacks = ["dev-network", "dev-streaming", "dev-lake"].map((name) => ({ name }));

  test("are all of them, or those that are asked for, in their order", () => {
    expect(selectStacks(stacks, "dev", [])).toEqual(stacks);
    expect(selectStacks(stacks, "dev", ["lake", "network"])).toEqual([{ name: "dev-network" }, { name: "dev-lake" }]);
  });

  test("of another name are refused with those that there are", () => {
    expect(() => selectStacks(stacks, "dev", ["dev-lake"])).toThrow(
      '--stack is "dev-lake": dev has network, streaming, lake.',
    );
  });
});
