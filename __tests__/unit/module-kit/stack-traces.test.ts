import { Lazy } from "cdktf";
import { leaveOutTokenTraces } from "../../../module-kit/stack-traces";

const trace = () => (Lazy.anyValue({ produce: () => 1 }) as unknown as { creationStack: string[] }).creationStack;

test("a token keeps no stack trace, in CDKTF and by the switch that cdktn reads", () => {
  expect(trace()).not.toEqual([]);
  leaveOutTokenTraces();
  expect(trace()).toEqual([]);
  // cdktn 0.24 reads it whenever it makes a token: https://github.com/open-constructs/cdk-terrain
  expect(process.env.CDKTN_DISABLE_CREATION_STACK).toBe("1");
});
