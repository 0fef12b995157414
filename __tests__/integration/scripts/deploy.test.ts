import { loadEnvironment } from "../../../envs/load";
import { prefix, stateKey } from "../../../envs/names";
import { type Deployment, Emulated } from "./deploy/emulated";

/** A stack that needs no more of AWS than the emulator itself has. */
const STACK = "network";
const local = loadEnvironment("local");
const TIME_LIMIT_MS = 900_000;

let emulated: Emulated;

beforeAll(async () => {
  emulated = await Emulated.start(local, STACK);
}, TIME_LIMIT_MS);
afterAll(() => emulated?.stop());

const lock = () => emulated.object(`${stateKey(local, STACK)}.tflock`);
/** Addresses of the managed resources in the stack's state. */
const stored = async (): Promise<string[]> => {
  const state = await emulated.object(stateKey(local, STACK));
  const resources: { mode: string; type: string; name: string }[] = state ? JSON.parse(state).resources : [];
  return resources.filter(({ mode }) => mode === "managed").map(({ type, name }) => `${type}.${name}`);
};
const made = ({ output }: Deployment) => output().split("Creation complete").length - 1;

test(
  "a deployment that is killed, interrupted and terminated continues to its end",
  async () => {
    // A machine that is lost: everything ends at once, and what Terraform has not saved yet is in no state.
    const killed = emulated.deploy();
    await killed.until(() => killed.output().includes("aws_iam_role.network_flow_logs_role: Creation complete"));
    killed.killEverything();
    await killed.ended;
    const left = JSON.parse((await lock())!);
    await expect(stored()).resolves.not.toContain("aws_iam_role.network_flow_logs_role");

    const refused = emulated.deploy();
    await expect(refused.ended).resolves.toBe(1);
    expect(refused.output()).toContain(`The state of local-network is locked by ${left.Who} since`);
    expect(refused.output()).toContain(`npm run deploy -- local --yes --unlock ${left.ID}`);
    // Ctrl-C in a terminal: every process of the command gets the signal.
    const interrupted = emulated.deploy("--unlock", left.ID);
    await interrupted.until(() => made(interrupted) >= 2);
    interrupted.signalAll("SIGINT");
    await expect(interrupted.ended).resolves.toBe(130);
    expect(interrupted.output()).toContain("Removed the lock on local-network.");
    expect(interrupted.output()).toContain("Interrupted (SIGINT): run the command again");
    await expect(lock()).resolves.toBeUndefined();
    const kept = await stored();
    expect(kept.length).toBeGreaterThanOrEqual(2);

    // A CI runner that is stopped sends the signal to the command alone.
    const terminated = emulated.deploy();
    await terminated.until(() => made(terminated) >= 1);
    terminated.signal("SIGTERM");
    await expect(terminated.ended).resolves.toBe(143);
    await expect(lock()).resolves.toBeUndefined();
    expect(await stored()).toEqual(expect.arrayContaining(kept));

    // The role that the killed deployment had made stands in the way, until it is imported as docs/DEPLOYMENT.md says.
    const blocked = emulated.deploy();
    await expect(blocked.ended).resolves.toBe(1);
    expect(blocked.output()).toMatch(/EntityAlreadyExists[\s\S]*"A deployment was interrupted" in docs\/DEPLOYMENT.md/);
    await emulated.terraform("import", "aws_iam_role.network_flow_logs_role", `${prefix(local)}-network-flow-logs`);
    const last = emulated.deploy();
    await expect(last.ended).resolves.toBe(0);
    expect(last.output()).toContain("local is deployed: 1 of 1 stacks changed.");
    const again = emulated.deploy();
    await expect(again.ended).resolves.toBe(0);
    expect(again.output()).toContain("local is deployed: 0 of 1 stacks changed.");
  },
  TIME_LIMIT_MS,
);
