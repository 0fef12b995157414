import { openClients, SERVERLESS } from "../clients";
import { temporaryFolder } from "../temporary";

const dir = temporaryFolder();
const PROVISIONED = {
  clusterName: "p",
  kafkaVersion: "3.9.x.kraft",
  numberOfBrokerNodes: 3,
  brokerNodeGroupInfo: { clientSubnets: ["subnet-a", "subnet-b", "subnet-c"], instanceType: "kafka.m7g.large" },
  clientAuthentication: { sasl: { iam: { enabled: true } } },
};
const at = (arn: string, rest = "") => `/v1/clusters/${encodeURIComponent(arn)}${rest}`;
const base64 = (text: string) => Buffer.from(text).toString("base64");

describe("clusters", () => {
  it("are there again after a restart, and gone once deleted", async () => {
    const { clusterArn } = await openClients(dir()).rest("POST", "/api/v2/clusters", SERVERLESS);
    const { rest } = openClients(dir());
    await expect(rest("GET", `/api/v2/clusters/${encodeURIComponent(clusterArn!)}`)).resolves.toMatchObject({
      clusterInfo: { clusterName: "c", clusterType: "SERVERLESS", state: "ACTIVE" },
    });
    await rest("DELETE", at(clusterArn!));
    await expect(rest("GET", `/api/v2/clusters/${encodeURIComponent(clusterArn!)}`)).rejects.toMatchObject({
      type: "NotFoundException",
      status: 404,
    });
  });

  it.each([
    ["an unknown field", { ...SERVERLESS, colour: "red" }, /colour/],
    [
      "one subnet",
      { ...SERVERLESS, serverless: { ...SERVERLESS.serverless, vpcConfigs: [{ subnetIds: ["subnet-a"] }] } },
      /vpcConfigs/,
    ],
    ["no IAM", { ...SERVERLESS, serverless: { ...SERVERLESS.serverless, clientAuthentication: {} } }, /sasl/],
    ["no kind", { clusterName: "c" }, /exactly one of provisioned, serverless/],
    ["a name with a slash", { ...SERVERLESS, clusterName: "a/b" }, /clusterName/],
  ])("are refused with %s", async (_, body, message) => {
    await expect(openClients(dir()).rest("POST", "/api/v2/clusters", body)).rejects.toMatchObject({
      type: "BadRequestException",
      message: expect.stringMatching(message),
    });
  });

  it.each([
    ["brokers that do not spread over the subnets", { numberOfBrokerNodes: 4 }, /multiple of the 3 subnets/],
    ["a configuration that does not exist", { configurationInfo: { arn: "arn:x", revision: 1 } }, /does not exist/],
    [
      "VPC connectivity from the start",
      { brokerNodeGroupInfo: { ...PROVISIONED.brokerNodeGroupInfo, connectivityInfo: { vpcConnectivity: {} } } },
      /update the connectivity afterwards/,
    ],
  ])("are refused with %s", async (_, change, message) => {
    await expect(openClients(dir()).rest("POST", "/v1/clusters", { ...PROVISIONED, ...change })).rejects.toThrow(
      message,
    );
  });

  it("have one name each", async () => {
    const { rest } = openClients(dir());
    await rest("POST", "/api/v2/clusters", SERVERLESS);
    await expect(rest("POST", "/api/v2/clusters", SERVERLESS)).rejects.toMatchObject({
      type: "ConflictException",
      status: 409,
    });
  });

  it("tell a wrong ARN from an unknown one", async () => {
    const { rest } = openClients(dir());
    await expect(rest("GET", at("arn:aws:kafka:wrong"))).rejects.toMatchObject({ type: "BadRequestException" });
    const unknown = "arn:aws:kafka:us-east-1:000000000000:cluster/a/b";
    await expect(rest("GET", at(unknown))).rejects.toMatchObject({ type: "NotFoundException" });
  });

  it("offer private brokers once VPC connectivity is on", async () => {
    const { rest } = openClients(dir());
    const { clusterArn } = await rest("POST", "/v1/clusters", PROVISIONED);
    await expect(rest("GET", at(clusterArn!, "/bootstrap-brokers"))).resolves.toEqual({
      bootstrapBrokerStringSaslIam: "127.0.0.1:9098",
    });
    const { clusterInfo } = await rest("GET", at(clusterArn!));
    const iam = { clientAuthentication: { sasl: { iam: { enabled: true } } } };
    const update = {
      currentVersion: (clusterInfo as unknown as { currentVersion: string }).currentVersion,
      connectivityInfo: { vpcConnectivity: iam },
    };
    await rest("PUT", at(clusterArn!, "/connectivity"), update);
    await expect(rest("GET", at(clusterArn!, "/bootstrap-brokers"))).resolves.toMatchObject({
      bootstrapBrokerStringVpcConnectivitySaslIam: "127.0.0.1:9098",
    });
    // That version is gone now.
    await expect(rest("PUT", at(clusterArn!, "/connectivity"), update)).rejects.toThrow(/currentVersion/);
  });
});

describe("policies", () => {
  it.each(["not json", "{}"])("are refused when they are %p", async (policy) => {
    const { rest } = openClients(dir());
    const { clusterArn } = await rest("POST", "/api/v2/clusters", SERVERLESS);
    await expect(rest("PUT", at(clusterArn!, "/policy"), { policy })).rejects.toMatchObject({
      type: "BadRequestException",
    });
    await expect(rest("GET", at(clusterArn!, "/policy"))).rejects.toMatchObject({ type: "NotFoundException" });
  });
});

describe("configurations", () => {
  it("count revisions, and are reported as deleted as MSK does", async () => {
    const { rest } = openClients(dir());
    const { arn } = await rest("POST", "/v1/configurations", { name: "c", serverProperties: base64("a.b = 1\n") });
    const path = `/v1/configurations/${encodeURIComponent(arn!)}`;
    await expect(rest("PUT", path, { serverProperties: base64("a.b = 2") })).resolves.toMatchObject({
      latestRevision: { revision: 2 },
    });
    await expect(rest("GET", `${path}/revisions/1`)).resolves.toMatchObject({ serverProperties: base64("a.b = 1\n") });
    await rest("DELETE", path);
    await expect(rest("GET", path)).rejects.toMatchObject({
      type: "BadRequestException",
      message: "Configuration ARN does not exist.",
    });
  });

  it("are refused with a line that is no property", async () => {
    const body = { name: "c", serverProperties: base64("a = 1\noops") };
    await expect(openClients(dir()).rest("POST", "/v1/configurations", body)).rejects.toThrow(
      /"oops" is not "key = value"/,
    );
  });
});
