import { capacityWarnings } from "./capacity-warnings";
import type { Environment } from "./schema";

/** What the committed files hold until somebody sets it: https://www.rfc-editor.org/rfc/rfc2606 and this project's own placeholder. */
const STANDS_FOR_ANOTHER = { organization: /\/your-org\//, address: /@example\.(com|net|org)$/ } as const;

/**
 * What is allowed, but should not be deployed: nobody would hear of an alarm or find its runbook, or capacity is wasted. One sentence each,
 * none for the laptop.
 */
export function warnings(environment: Environment): string[] {
  const { name, platform, protectData, alarms } = environment;
  if (platform === "emulator") return [];
  const problems = capacityWarnings(environment);
  if (STANDS_FOR_ANOTHER.organization.test(alarms.runbooks))
    problems.push(
      `alarms.runbooks: got "${alarms.runbooks}": alarms will link to a page that is not there; set your own`,
    );
  if (protectData && alarms.emails.length === 0)
    problems.push("alarms.emails: got nothing: nobody is notified of an alarm; name at least one address");
  for (const email of alarms.emails.filter((address) => STANDS_FOR_ANOTHER.address.test(address)))
    problems.push(`alarms.emails: got "${email}": nobody reads it; name somebody`);
  return problems.map((problem) => `Warning: envs/${name}.json: ${problem}`);
}
