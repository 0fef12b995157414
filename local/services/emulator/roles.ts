import { type EmulatorClient, EmulatorError } from "./client";

const ROLE_ARN = /^arn:aws[\w-]*:iam::\d{12}:role\/(?:[\w+=,.@/-]*\/)?([\w+=,.@-]{1,64})$/;

/** Answers why a service cannot assume a role, or undefined when it can. */
export type RoleProblem = (roleArn: string, servicePrincipal: string) => Promise<string | undefined>;

/** Checks roles against the emulator's IAM: the ARN's form, that the role exists, that its trust policy names the service. */
export function roleCheck(client: EmulatorClient): RoleProblem {
  return async (roleArn, servicePrincipal) => {
    const name = ROLE_ARN.exec(roleArn)?.[1];
    if (!name) return `"${roleArn}" is not the ARN of an IAM role.`;
    let xml: string;
    try {
      xml = await client.query("iam", { Action: "GetRole", Version: "2010-05-08", RoleName: name });
    } catch (error) {
      if (error instanceof EmulatorError && error.is("NoSuchEntity")) return `Role ${roleArn} does not exist.`;
      throw error;
    }
    const trust = /<AssumeRolePolicyDocument>(.*?)<\/AssumeRolePolicyDocument>/s.exec(xml)?.[1] ?? "";
    if (!safeDecode(trust).includes(servicePrincipal))
      return `The trust policy of role ${roleArn} does not let ${servicePrincipal} assume it.`;
    return undefined;
  };
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
