import { GetRoleCommand, type IAMClient } from "@aws-sdk/client-iam";
import { type Check, notice, passed } from "../check";

/** Name of the role by its service. */
const ROLES: Readonly<Record<string, string>> = { "kafka.amazonaws.com": "AWSServiceRoleForKafka" };

/** AWS makes a service-linked role with the first resource that uses it, for callers who may do that. */
export const serviceLinkedRoles: Check = {
  title: "service-linked roles",
  actions: ["iam:GetRole"],
  look: ({ needs, aws: { iam } }) =>
    Promise.all(
      needs.serviceLinkedRoles.map(async (service) => {
        const role = ROLES[service]!;
        if (await exists(iam, role)) return passed(role);
        return notice(
          `${role} is not there yet: AWS makes it for a deployer who may do iam:CreateServiceLinkedRole; otherwise let an administrator run ` +
            `\`aws iam create-service-linked-role --aws-service-name ${service}\``,
        );
      }),
    ),
};

async function exists(iam: IAMClient, role: string): Promise<boolean> {
  try {
    await iam.send(new GetRoleCommand({ RoleName: role }));
    return true;
  } catch (error) {
    if (["NoSuchEntity", "NoSuchEntityException"].includes((error as Error).name)) return false;
    throw error;
  }
}
