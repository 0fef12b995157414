import { CrashError, unlessCrashed } from "../../../../local/rehearsal/crash";

const healthy = async () => undefined;
const crashed = async () => "emulator: it ended with exit code 1";

test("work that ends while all parts run is what it came to", async () => {
  await expect(unlessCrashed(Promise.resolve(7), healthy)).resolves.toBe(7);
  await expect(unlessCrashed(Promise.reject(new Error("refused")), healthy)).rejects.toThrow(/^refused$/);
});

test("work is not waited for once a part has crashed", async () => {
  const endless = new Promise<never>(() => {});
  await expect(unlessCrashed(endless, crashed)).rejects.toThrow(
    new CrashError(
      "AWS's side of the rehearsal has crashed: emulator: it ended with exit code 1. Run the command again.",
    ),
  );
});

test("work that ended against a part which crashed proves nothing", async () => {
  const answers = [undefined, "broker: it was ended by SIGKILL"];
  await expect(unlessCrashed(Promise.resolve(7), async () => answers.shift())).rejects.toThrow(/broker/);
});
