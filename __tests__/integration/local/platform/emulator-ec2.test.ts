import { createServer, type Server } from "node:http";
import { EmulatorAlone } from "./emulator-alone";

let emulator: EmulatorAlone;
let adapters: Server;
/** What the adapters say that their clusters and applications use. */
let users: { name: string; ids: string[] }[] = [];

beforeAll(async () => {
  emulator = await EmulatorAlone.start();
  adapters = createServer((_, response) => response.end(JSON.stringify({ users })));
  await new Promise<void>((listening) => adapters.listen(emulator.ports.services, "127.0.0.1", listening));
}, 240_000);

afterAll(async () => {
  await emulator?.stop();
  adapters?.close();
});

const signedFor = (service: string) => ({
  authorization: `AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=x`,
});

/** A call of a query API; the answer's XML. */
async function query(service: string, version: string, parameters: Record<string, string>): Promise<string> {
  const body = new URLSearchParams({ Version: version, ...parameters });
  return (await fetch(emulator.url, { method: "POST", headers: signedFor(service), body })).text();
}

const ec2 = (Action: string, parameters: Record<string, string> = {}) =>
  query("ec2", "2016-11-15", { Action, ...parameters });
const value = (xml: string, name: string): string => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? "";

/** A network with a subnet and a security group of its own. */
async function network() {
  const VpcId = value(await ec2("CreateVpc", { CidrBlock: "10.1.0.0/16" }), "vpcId");
  const subnet = value(await ec2("CreateSubnet", { VpcId, CidrBlock: "10.1.0.0/24" }), "subnetId");
  const name = `group-${VpcId}`;
  const group = value(await ec2("CreateSecurityGroup", { VpcId, GroupName: name, GroupDescription: name }), "groupId");
  return { VpcId, subnet, group };
}

async function run(more: Record<string, string>) {
  const { subnet, group } = await network();
  const instance = value(
    await ec2("RunInstances", {
      ImageId: "ami-0c2023a1b2c3d4e5f",
      MinCount: "1",
      MaxCount: "1",
      "NetworkInterface.1.DeviceIndex": "0",
      "NetworkInterface.1.SubnetId": subnet,
      "NetworkInterface.1.SecurityGroupId.1": group,
      ...more,
    }),
    "instanceId",
  );
  return { subnet, group, instance };
}

const describe1 = (instance: string) => ec2("DescribeInstances", { "InstanceId.1": instance });

test("the newest image for Arm processors is a public parameter", async () => {
  const answer = await fetch(emulator.url, {
    method: "POST",
    headers: {
      ...signedFor("ssm"),
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": "AmazonSSM.GetParameter",
    },
    body: JSON.stringify({ Name: "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64" }),
  });
  expect(await answer.json()).toMatchObject({ Parameter: { Value: expect.stringMatching(/^ami-/) } });
});

test("an instance is in the subnet and groups of its interface, without a public address when it asks for none", async () => {
  const { instance, subnet, group } = await run({ "NetworkInterface.1.AssociatePublicIpAddress": "false" });
  const xml = await describe1(instance);
  expect(value(xml, "subnetId")).toBe(subnet);
  expect(xml).toContain(`<groupId>${group}</groupId>`);
  expect(xml).not.toContain("<ipAddress>");
});

test("detailed monitoring is switched on and off", async () => {
  const { instance } = await run({ "Monitoring.Enabled": "true" });
  expect(await describe1(instance)).toContain("<monitoring><state>enabled</state></monitoring>");
  await ec2("UnmonitorInstances", { "InstanceId.1": instance });
  expect(await describe1(instance)).toContain("<monitoring><state>disabled</state></monitoring>");
  await ec2("MonitorInstances", { "InstanceId.1": instance });
  expect(await describe1(instance)).toContain("<monitoring><state>enabled</state></monitoring>");
});

test("a protected instance is terminated only after its protection is off", async () => {
  const { instance } = await run({ DisableApiTermination: "true" });
  const asked = { InstanceId: instance, Attribute: "disableApiTermination" };
  expect(await ec2("DescribeInstanceAttribute", asked)).toContain("<value>true</value>");
  expect(await ec2("TerminateInstances", { "InstanceId.1": instance })).toContain("OperationNotPermitted");
  await ec2("ModifyInstanceAttribute", { InstanceId: instance, "DisableApiTermination.Value": "false" });
  expect(await ec2("TerminateInstances", { "InstanceId.1": instance })).toContain("<name>terminated</name>");
});

test("a group and a subnet that an instance uses are not deleted before it is gone", async () => {
  const { instance, subnet, group } = await run({});
  expect(await ec2("DeleteSecurityGroup", { GroupId: group })).toContain("<Code>DependencyViolation</Code>");
  expect(await ec2("DeleteSubnet", { SubnetId: subnet })).toContain(`instance ${instance}`);
  await ec2("TerminateInstances", { "InstanceId.1": instance });
  expect(await ec2("DescribeVolumes")).not.toContain(instance);
  expect(await ec2("DeleteSecurityGroup", { GroupId: group })).toContain("<return>true</return>");
  expect(await ec2("DeleteSubnet", { SubnetId: subnet })).toContain("<return>true</return>");
});

test("a group and a subnet that an endpoint uses are not deleted before it is gone", async () => {
  const { VpcId, subnet, group } = await network();
  const service = { ServiceName: "com.amazonaws.us-east-1.logs", VpcEndpointType: "Interface" };
  const made = await ec2("CreateVpcEndpoint", { VpcId, ...service, "SubnetId.1": subnet, "SecurityGroupId.1": group });
  expect(await ec2("DeleteSecurityGroup", { GroupId: group })).toContain("<Code>DependencyViolation</Code>");
  expect(await ec2("DeleteSubnet", { SubnetId: subnet })).toContain("<Code>DependencyViolation</Code>");
  await ec2("DeleteVpcEndpoints", { "VpcEndpointId.1": value(made, "vpcEndpointId") });
  expect(await ec2("DeleteSecurityGroup", { GroupId: group })).toContain("<return>true</return>");
});

test("a group that another group's rule names is not deleted before the rule is gone", async () => {
  const [one, other] = [await network(), await network()];
  const rule = {
    GroupId: other.group,
    "IpPermissions.1.IpProtocol": "tcp",
    "IpPermissions.1.FromPort": "443",
    "IpPermissions.1.ToPort": "443",
    "IpPermissions.1.Groups.1.GroupId": one.group,
  };
  await ec2("AuthorizeSecurityGroupIngress", rule);
  expect(await ec2("DeleteSecurityGroup", { GroupId: one.group })).toContain(`a rule of security group ${other.group}`);
  await ec2("RevokeSecurityGroupIngress", rule);
  expect(await ec2("DeleteSecurityGroup", { GroupId: one.group })).toContain("<return>true</return>");
});

test("a group and a subnet that a cluster of the adapters uses are not deleted", async () => {
  const { subnet, group } = await network();
  users = [{ name: "cluster prices", ids: [subnet, group] }];
  expect(await ec2("DeleteSecurityGroup", { GroupId: group })).toContain("cluster prices");
  expect(await ec2("DeleteSubnet", { SubnetId: subnet })).toContain("cluster prices");
  users = [];
  expect(await ec2("DeleteSubnet", { SubnetId: subnet })).toContain("<return>true</return>");
});

test("a role, a policy and an instance profile that belong together are not deleted before they are apart", async () => {
  const iam = (Action: string, parameters: Record<string, string>) =>
    query("iam", "2010-05-08", { Action, ...parameters });
  const RoleName = "used";
  const document = (statement: object) => JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
  const trust = document({ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" });
  await iam("CreateRole", { RoleName, AssumeRolePolicyDocument: trust });
  const policy = document({ Effect: "Allow", Action: "s3:GetObject", Resource: "*" });
  const PolicyArn = value(await iam("CreatePolicy", { PolicyName: "used", PolicyDocument: policy }), "Arn");
  await iam("AttachRolePolicy", { RoleName, PolicyArn });
  await iam("CreateInstanceProfile", { InstanceProfileName: "used" });
  await iam("AddRoleToInstanceProfile", { InstanceProfileName: "used", RoleName });
  expect(await iam("DeleteRole", { RoleName })).toContain("DeleteConflict");
  expect(await iam("DeletePolicy", { PolicyArn })).toContain("DeleteConflict");
  expect(await iam("DeleteInstanceProfile", { InstanceProfileName: "used" })).toContain("DeleteConflict");
  await iam("DetachRolePolicy", { RoleName, PolicyArn });
  expect(await iam("DeleteRole", { RoleName })).toContain("DeleteConflict");
  await iam("RemoveRoleFromInstanceProfile", { InstanceProfileName: "used", RoleName });
  for (const deleted of [await iam("DeleteRole", { RoleName }), await iam("DeletePolicy", { PolicyArn })]) {
    expect(deleted).not.toContain("Error");
  }
});
