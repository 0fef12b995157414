import { prefix } from "../../../../envs/names";
import { environments } from "../../../support/stacks";
import { type Context, Simulator } from "./simulator";
import { things } from "./things";

/** One line of a specification: an action, and all the roles that may perform it. */
export interface Permission {
  /** The action in words. */
  readonly action: string;
  /** Actions of IAM that it takes; who may do it may do all, who may not may do none. */
  readonly actions: readonly string[];
  readonly resource: string;
  readonly context?: Context;
  /** Roles without project and environment; every other role of the environment must be refused. */
  readonly roles: readonly string[];
}

/** Environments whose roles are simulated: one with MSK Serverless and endpoints, one with brokers of its own and a NAT gateway. */
export const SIMULATED = ["dev", "staging"];

/** Declares a test for each action in each simulated environment. */
export function specify(permissionsOf: (its: ReturnType<typeof things>) => readonly Permission[]): void {
  describe.each(SIMULATED)("%s", (name) => {
    const environment = environments[name]!;
    const simulator = new Simulator(environment);
    const own = `${prefix(environment)}-`;

    test.each(permissionsOf(things(environment)))("$action: $roles", async ({ actions, resource, context, roles }) => {
      for (const action of actions) {
        const answers = await Promise.all(
          Object.values(simulator.roles).map(async (role) => {
            const allowed = await simulator.allows(role, { action, resource, ...(context && { context }) });
            return allowed ? [role.name.slice(own.length)] : [];
          }),
        );
        const may = answers.flat();
        expect({ action, may: may.sort() }).toEqual({ action, may: [...roles].sort() });
      }
    });
  });
}
