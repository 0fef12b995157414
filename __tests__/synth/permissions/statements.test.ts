import { isWildcardOnlyAction } from "@cloud-copilot/iam-simulate";
import { environments } from "../../support/stacks";
import { Simulator } from "./support/simulator";
import { SIMULATED } from "./support/specification";

interface Statement {
  readonly Effect: string;
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
}

const statements = SIMULATED.flatMap((name) =>
  Object.values(new Simulator(environments[name]!).roles).flatMap((role) =>
    role.policies.flatMap(({ policy }) =>
      (policy.Statement as Statement[]).map((statement) => ({ role: role.name, ...statement })),
    ),
  ),
);

const takesNoResource = (action: string): Promise<boolean> => {
  const [service, name] = action.split(":");
  return isWildcardOnlyAction(service!, name!);
};

test("an action that AWS authorizes on no resource is not given on one, where it would count for nothing", async () => {
  const wrong: string[] = [];
  for (const { role, Effect, Action, Resource } of statements) {
    if (Effect !== "Allow" || Resource.includes("*")) continue;
    for (const action of Action) if (await takesNoResource(action)) wrong.push(`${role}: ${action} on ${Resource}`);
  }
  expect(wrong).toEqual([]);
});
