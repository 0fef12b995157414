import { openClients, ROLE } from "../clients";
import { temporaryFolder } from "../temporary";

const dir = temporaryFolder();
const GROUP = {
  FeatureGroupName: "prices",
  RecordIdentifierFeatureName: "ticker",
  EventTimeFeatureName: "event_time",
  FeatureDefinitions: [
    { FeatureName: "ticker", FeatureType: "String" },
    { FeatureName: "event_time", FeatureType: "Fractional" },
  ],
  RoleArn: ROLE,
  OnlineStoreConfig: { EnableOnlineStore: true },
  OfflineStoreConfig: { S3StorageConfig: { S3Uri: "s3://bucket/features/" } },
};
const describeGroup = () => openClients(dir()).sagemaker("DescribeFeatureGroup", { FeatureGroupName: "prices" });

describe("CreateFeatureGroup", () => {
  it("makes a group that is there again after a restart, and says where its offline store is", async () => {
    await openClients(dir()).sagemaker("CreateFeatureGroup", GROUP);
    await expect(describeGroup()).resolves.toMatchObject({
      FeatureGroupStatus: "Created",
      OfflineStoreConfig: {
        S3StorageConfig: {
          ResolvedOutputS3Uri: expect.stringMatching(
            /^s3:\/\/bucket\/features\/000000000000\/sagemaker\/us-east-1\/offline-store\/prices-\d+\/data$/,
          ),
        },
      },
    });
    // A default would make Terraform replace the group.
    await expect(describeGroup()).resolves.not.toHaveProperty("OnlineStoreConfig.StorageType");
  });

  it.each([
    ["an unknown field", { Colour: "red" }, /Colour/],
    ["a role that does not exist", { RoleArn: "arn:aws:iam::000000000000:role/other" }, /does not exist/],
    ["no role for the offline store", { RoleArn: undefined }, /RoleArn is required/],
    [
      "a reserved name",
      { FeatureDefinitions: [...GROUP.FeatureDefinitions, { FeatureName: "is_deleted", FeatureType: "String" }] },
      /reserved/,
    ],
    ["a name twice", { FeatureDefinitions: [...GROUP.FeatureDefinitions, GROUP.FeatureDefinitions[0]] }, /unique/],
    ["an identifier that is no feature", { RecordIdentifierFeatureName: "isin" }, /RecordIdentifierFeatureName/],
    ["an event time that is no time", { EventTimeFeatureName: "volume" }, /EventTimeFeatureName/],
    [
      "no store",
      { OnlineStoreConfig: undefined, OfflineStoreConfig: undefined },
      /OnlineStoreConfig or OfflineStoreConfig/,
    ],
  ])("refuses %s", async (_, change, message) => {
    await expect(openClients(dir()).sagemaker("CreateFeatureGroup", { ...GROUP, ...change })).rejects.toMatchObject({
      type: "ValidationException",
      message: expect.stringMatching(message),
    });
  });
});

it("adds features, none of a name that is taken", async () => {
  const { sagemaker } = openClients(dir());
  await sagemaker("CreateFeatureGroup", GROUP);
  const add = (FeatureName: string) =>
    sagemaker("UpdateFeatureGroup", {
      FeatureGroupName: "prices",
      FeatureAdditions: [{ FeatureName, FeatureType: "Integral" }],
    });
  await add("n");
  await expect(add("n")).rejects.toMatchObject({ type: "ValidationException" });
  await expect(describeGroup()).resolves.toHaveProperty("FeatureDefinitions.length", 3);
});

it("answers for a group that is gone as SageMaker does", async () => {
  const { sagemaker } = openClients(dir());
  await sagemaker("CreateFeatureGroup", GROUP);
  await sagemaker("DeleteFeatureGroup", { FeatureGroupName: "prices" });
  await expect(describeGroup()).rejects.toMatchObject({ type: "ResourceNotFound" });
});
