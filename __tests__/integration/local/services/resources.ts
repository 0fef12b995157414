import type { GlueColumn } from "../../../../local/services/emulator/glue";
import type { Rig } from "./rig";

/** Makes a bucket in the emulator. */
export async function createBucket({ emulatorClient }: Rig, name: string): Promise<void> {
  await emulatorClient.send("s3", `/${name}`, { method: "PUT" });
}

/** Keys of a bucket, the first thousand. */
export async function listKeys({ emulatorClient }: Rig, bucket: string, prefix = ""): Promise<string[]> {
  const response = await emulatorClient.send("s3", `/${bucket}?list-type=2&prefix=${encodeURIComponent(prefix)}`);
  return [...(await response.text()).matchAll(/<Key>(.*?)<\/Key>/g)].map(([, key = ""]) => key);
}

/** Makes a role that a service may assume. Answers its ARN. */
export async function createRole({ emulatorClient }: Rig, service: string): Promise<string> {
  const trust = {
    Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: `${service}.amazonaws.com` } }],
  };
  await emulatorClient.query("iam", {
    Action: "CreateRole",
    Version: "2010-05-08",
    RoleName: `suite-${service}`,
    AssumeRolePolicyDocument: JSON.stringify(trust),
  });
  return `arn:aws:iam::000000000000:role/suite-${service}`;
}

/** Makes a serverless cluster that Firehose may read. Answers its ARN. */
export async function createCluster(rig: Rig, clusterName: string): Promise<string> {
  const { clusterArn } = await rig.rest<{ clusterArn: string }>("POST", "/api/v2/clusters", {
    clusterName,
    serverless: {
      vpcConfigs: [{ subnetIds: ["subnet-a", "subnet-b"], securityGroupIds: ["sg-a"] }],
      clientAuthentication: { sasl: { iam: { enabled: true } } },
    },
  });
  const policy = {
    Statement: [{ Principal: { Service: "firehose.amazonaws.com" }, Action: "kafka:CreateVpcConnection" }],
  };
  await rig.rest("PUT", `/v1/clusters/${encodeURIComponent(clusterArn)}/policy`, { policy: JSON.stringify(policy) });
  return clusterArn;
}

/** Makes a Glue table and its database. */
export async function createTable(
  { emulatorClient }: Rig,
  database: string,
  table: string,
  Columns: GlueColumn[],
): Promise<void> {
  await emulatorClient.json("glue", "AWSGlue.CreateDatabase", { DatabaseInput: { Name: database } });
  await emulatorClient.json("glue", "AWSGlue.CreateTable", {
    DatabaseName: database,
    TableInput: { Name: table, StorageDescriptor: { Columns } },
  });
}
