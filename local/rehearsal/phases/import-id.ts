import { DescribeSecurityGroupsCommand, EC2Client } from "@aws-sdk/client-ec2";
import type { Environment } from "../../../envs/schema";
import { ACCESS_KEY, SECRET_KEY } from "../../platform/laptop";

/** A resource that is in AWS and in no state: what Terraform says when it wants to make it again. */
export interface Lost {
  readonly address: string;
  readonly kind: string;
  readonly name: string;
}

/** What `terraform import` wants to know a resource by: the last section of each type's page of the provider's documentation. */
export function importIds(
  { account, region }: Pick<Environment, "account" | "region">,
  endpoint: string,
): (lost: Lost) => Promise<string> {
  return async ({ kind, name }) => {
    if (kind === "aws_iam_policy" && !name.startsWith("arn:")) return `arn:aws:iam::${account}:policy/${name}`;
    if (kind === "aws_security_group") return securityGroupId(name, endpoint, region);
    return name;
  };
}

/** @throws when there is none of that name */
async function securityGroupId(name: string, endpoint: string, region: string): Promise<string> {
  const credentials = { accessKeyId: ACCESS_KEY, secretAccessKey: SECRET_KEY };
  const ec2 = new EC2Client({ endpoint, region, credentials });
  try {
    const Filters = [{ Name: "group-name", Values: [name] }];
    const { SecurityGroups = [] } = await ec2.send(new DescribeSecurityGroupsCommand({ Filters }));
    const id = SecurityGroups.find(({ GroupName }) => GroupName === name)?.GroupId;
    if (!id) throw new Error(`there is no security group ${name}`);
    return id;
  } finally {
    ec2.destroy();
  }
}
