import type { Environment } from "./schema";

/** What the committed files hold until somebody sets it: https://www.rfc-editor.org/rfc/rfc2606 and this project's own stand-in. */
const STANDS_FOR_ANOTHER = { organization: /\/your-org\//, address: /@example\.(com|net|org)$/ } as const;

/**
 * What is allowed, but with which nobody would hear of an alarm or find its runbook; one sentence each, none for the laptop.
 * A file that holds them can be synthesized and tested, but should not be deployed.
 */
export function warnings({ name, platform, protectData, alarms }: Environment): string[] {
  if (platform === "emulator") return [];
  const problems: string[] = [];
  if (STANDS_FOR_ANOTHER.organization.test(alarms.runbooks))
    problems.push(
      `alarms.runbooks: got "${alarms.runbooks}": alarms will link to a page that is not there; set your own`,
    );
  if (protectData && alarms.emails.length === 0)
    problems.push("alarms.emails: got nothing: nobody is told of an alarm; name somebody");
  for (const email of alarms.emails.filter((address) => STANDS_FOR_ANOTHER.address.test(address)))
    problems.push(`alarms.emails: got "${email}": nobody reads it; name somebody`);
  return problems.map((problem) => `Warning: envs/${name}.json: ${problem}`);
}
