import type { Environment } from "../../envs/schema";
import { failureKind, wordsOf } from "../aws/failure";
import { type Account, type Check, type Finding, unchecked } from "./check";
import { concurrency } from "./checks/concurrency";
import { endpoints } from "./checks/endpoints";
import { elasticIps, vpcs } from "./checks/quotas";
import { serverless } from "./checks/serverless";
import { serviceLinkedRoles } from "./checks/service-linked-roles";
import { stateBucket } from "./checks/state-bucket";
import { zones } from "./checks/zones";
import { withClients } from "./clients";
import { type Needs, needsOf } from "./needs";

/** What the stacks themselves need of an account. */
export const ACCOUNT_CHECKS: readonly Check[] = [
  concurrency,
  zones,
  endpoints,
  serverless,
  serviceLinkedRoles,
  vpcs,
  elasticIps,
];
/** All that a deployment needs. */
export const CHECKS: readonly Check[] = [...ACCOUNT_CHECKS, stateBucket];

/** What a check found. */
export interface Report {
  readonly title: string;
  readonly findings: readonly Finding[];
}

/** Carries out checks, all at the same time; only reads. The laptop's emulator is asked for the state bucket alone. */
export function look(
  environment: Environment,
  checks: readonly Check[] = CHECKS,
  needs: Needs = needsOf(environment),
): Promise<Report[]> {
  const chosen = environment.platform === "emulator" ? checks.filter((check) => check === stateBucket) : checks;
  return withClients(environment, (aws) => {
    const account = { environment, needs, aws };
    return Promise.all(chosen.map(async (check) => ({ title: check.title, findings: await findings(check, account) })));
  });
}

async function findings(check: Check, account: Account): Promise<readonly Finding[]> {
  try {
    return await check.look(account);
  } catch (error) {
    const why =
      failureKind(error) === "denied" ? `allow ${check.actions.join(", ")} (${wordsOf(error)})` : wordsOf(error);
    return [unchecked(`could not be checked: ${why}`)];
  }
}
