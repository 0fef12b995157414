import { DescribeAddressesCommand, paginateDescribeVpcs, type Tag } from "@aws-sdk/client-ec2";
import {
  GetAWSDefaultServiceQuotaCommand,
  GetServiceQuotaCommand,
  type ServiceQuotasClient,
} from "@aws-sdk/client-service-quotas";
import { tags } from "../../../envs/names";
import type { Environment } from "../../../envs/schema";
import { type Account, type Check, type Finding, failed, passed } from "../check";

/** A quota by its codes. */
interface Quota {
  readonly ServiceCode: string;
  readonly QuotaCode: string;
}

/** "VPCs per Region": https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html */
const VPCS: Quota = { ServiceCode: "vpc", QuotaCode: "L-F678F1CE" };
/** "EC2-VPC Elastic IPs": https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html */
const ELASTIC_IPS: Quota = { ServiceCode: "ec2", QuotaCode: "L-0263D0A3" };

type Tagged = { readonly Tags?: readonly Tag[] };

export const vpcs: Check = {
  title: "quota of VPCs",
  actions: ["ec2:DescribeVpcs", "servicequotas:GetServiceQuota", "servicequotas:GetAWSDefaultServiceQuota"],
  look: async (account) => {
    const found: Tagged[] = [];
    for await (const page of paginateDescribeVpcs({ client: account.aws.ec2 }, {})) found.push(...(page.Vpcs ?? []));
    return [await room(account, VPCS, account.needs.vpcs, found)];
  },
};

export const elasticIps: Check = {
  title: "quota of Elastic IPs",
  actions: ["ec2:DescribeAddresses", "servicequotas:GetServiceQuota", "servicequotas:GetAWSDefaultServiceQuota"],
  look: async (account) => {
    if (account.needs.elasticIps === 0) return [passed("none are needed")];
    const { Addresses = [] } = await account.aws.ec2.send(new DescribeAddressesCommand({}));
    return [await room(account, ELASTIC_IPS, account.needs.elasticIps, Addresses)];
  },
};

/** Whether a quota has room for what the environment does not have yet. */
async function room(
  { environment, aws }: Account,
  quota: Quota,
  wanted: number,
  found: readonly Tagged[],
): Promise<Finding> {
  const own = found.filter(({ Tags = [] }) => isOwn(environment, Tags)).length;
  const more = Math.max(0, wanted - own);
  const limit = await limitOf(aws.quotas, quota);
  const message = `${more} more needed, ${found.length} of ${limit} in use in ${environment.region}`;
  if (more === 0 || found.length + more <= limit) return passed(message);
  const { ServiceCode, QuotaCode } = quota;
  return failed(
    `${message}: delete what is not used, or ask for more with \`aws service-quotas request-service-quota-increase --service-code ${ServiceCode} ` +
      `--quota-code ${QuotaCode} --desired-value ${found.length + more} --region ${environment.region}\``,
  );
}

function isOwn(environment: Environment, found: readonly Tag[]): boolean {
  const { Project, Environment: name } = tags(environment);
  const has = (key: string, value?: string) => found.some(({ Key, Value }) => Key === key && Value === value);
  return has("Project", Project) && has("Environment", name);
}

/** The account's value of a quota, or AWS's default where the account has none of its own. */
async function limitOf(client: ServiceQuotasClient, quota: Quota): Promise<number> {
  try {
    const { Quota: applied } = await client.send(new GetServiceQuotaCommand(quota));
    if (applied?.Value !== undefined) return applied.Value;
  } catch (error) {
    if ((error as Error).name !== "NoSuchResourceException") throw error;
  }
  const { Quota: standard } = await client.send(new GetAWSDefaultServiceQuotaCommand(quota));
  if (standard?.Value === undefined) throw new Error(`Service Quotas has no ${quota.ServiceCode} ${quota.QuotaCode}`);
  return standard.Value;
}
