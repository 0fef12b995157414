import { BUCKET, openClients, ROLE, SERVERLESS } from "../clients";
import { temporaryFolder } from "../temporary";

const dir = temporaryFolder();
const POLICY = {
  Statement: [{ Principal: { Service: "firehose.amazonaws.com" }, Action: "kafka:CreateVpcConnection" }],
};
const CONVERSION = {
  Enabled: true,
  SchemaConfiguration: { RoleARN: ROLE, DatabaseName: "d", TableName: "t" },
  InputFormatConfiguration: { Deserializer: { OpenXJsonSerDe: {} } },
  OutputFormatConfiguration: { Serializer: { ParquetSerDe: {} } },
};

/** Clients, a cluster that Firehose may read, and a request that is accepted. */
async function ready(policy: object | undefined = POLICY) {
  const clients = openClients(dir());
  const { clusterArn } = await clients.rest("POST", "/api/v2/clusters", SERVERLESS);
  if (policy)
    await clients.rest("PUT", `/v1/clusters/${encodeURIComponent(clusterArn!)}/policy`, {
      policy: JSON.stringify(policy),
    });
  const source = {
    MSKClusterARN: clusterArn,
    TopicName: "t",
    AuthenticationConfiguration: { RoleARN: ROLE, Connectivity: "PRIVATE" },
  };
  const request = {
    DeliveryStreamName: "s",
    DeliveryStreamType: "MSKAsSource",
    MSKSourceConfiguration: source,
    ExtendedS3DestinationConfiguration: {
      RoleARN: ROLE,
      BucketARN: BUCKET,
      DataFormatConversionConfiguration: CONVERSION,
    },
  };
  const create = (destination: object = {}, more: object = {}) =>
    clients.firehose("CreateDeliveryStream", {
      ...request,
      ...more,
      ExtendedS3DestinationConfiguration: { ...request.ExtendedS3DestinationConfiguration, ...destination },
    });
  return { ...clients, create, source };
}

const refused = (message: RegExp) => ({ type: "InvalidArgumentException", message: expect.stringMatching(message) });

describe("CreateDeliveryStream", () => {
  it("makes a stream that is there again after a restart, with Firehose's defaults", async () => {
    await (await ready()).create();
    await expect(
      openClients(dir()).firehose("DescribeDeliveryStream", { DeliveryStreamName: "s" }),
    ).resolves.toMatchObject({
      DeliveryStreamDescription: {
        DeliveryStreamStatus: "ACTIVE",
        VersionId: "1",
        Destinations: [
          { ExtendedS3DestinationDescription: { BufferingHints: { SizeInMBs: 128, IntervalInSeconds: 300 } } },
        ],
      },
    });
  });

  it.each([
    ["an unknown field", { Colour: "red" }, /Colour/],
    ["a role that does not exist", { RoleARN: "arn:aws:iam::000000000000:role/other" }, /role\/other does not exist/],
    ["a bucket that does not exist", { BucketARN: "arn:aws:s3:::other" }, /Bucket other does not exist/],
    ["a wrong bucket ARN", { BucketARN: "bucket" }, /"bucket" is not the ARN of a bucket/],
    ["a buffer that is too small for conversion", { BufferingHints: { SizeInMBs: 63 } }, /63; .* at least 64/],
    ["compression in addition to Parquet's", { CompressionFormat: "GZIP" }, /must be UNCOMPRESSED/],
    ["expressions without an error prefix", { Prefix: "!{timestamp:yyyy}/" }, /ErrorOutputPrefix cannot be empty/],
    ["an interval beyond the limit", { BufferingHints: { IntervalInSeconds: 901 } }, /IntervalInSeconds/],
  ])("refuses %s", async (_, destination, message) => {
    await expect((await ready()).create(destination)).rejects.toMatchObject(refused(message));
  });

  it("refuses a cluster that does not exist, or whose policy leaves Firehose out", async () => {
    const { create, source } = await ready({ Statement: [] });
    await expect(create()).rejects.toMatchObject(refused(/policy of cluster c does not let firehose/));
    const MSKSourceConfiguration = { ...source, MSKClusterARN: "arn:other" };
    await expect(create({}, { MSKSourceConfiguration })).rejects.toMatchObject(
      refused(/cluster arn:other does not exist/),
    );
  });

  it("refuses a name that is taken", async () => {
    const { create } = await ready();
    await create();
    await expect(create()).rejects.toMatchObject({ type: "ResourceInUseException" });
  });
});

describe("UpdateDestination", () => {
  it("makes a new version, and refuses a change planned against an older one", async () => {
    const { create, firehose } = await ready();
    await create();
    const update = {
      DeliveryStreamName: "s",
      CurrentDeliveryStreamVersionId: "1",
      DestinationId: "destinationId-000000000001",
      ExtendedS3DestinationUpdate: { BufferingHints: { SizeInMBs: 64, IntervalInSeconds: 0 } },
    };
    await firehose("UpdateDestination", update);
    await expect(firehose("DescribeDeliveryStream", { DeliveryStreamName: "s" })).resolves.toMatchObject({
      DeliveryStreamDescription: {
        VersionId: "2",
        Destinations: [
          {
            ExtendedS3DestinationDescription: {
              BucketARN: BUCKET,
              BufferingHints: { SizeInMBs: 64, IntervalInSeconds: 0 },
            },
          },
        ],
      },
    });
    await expect(firehose("UpdateDestination", update)).rejects.toMatchObject({
      type: "ConcurrentModificationException",
    });
  });
});

it("answers for a stream that does not exist as Firehose does", async () => {
  await expect(
    openClients(dir()).firehose("DescribeDeliveryStream", { DeliveryStreamName: "none" }),
  ).rejects.toMatchObject({
    type: "ResourceNotFoundException",
  });
});
