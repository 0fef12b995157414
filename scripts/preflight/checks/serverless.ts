import { type Check, failed, passed } from "../check";

/** Regions of MSK Serverless: https://docs.aws.amazon.com/msk/latest/developerguide/serverless.html */
const REGIONS: readonly string[] = [
  "ap-northeast-1",
  "ap-northeast-2",
  "ap-south-1",
  "ap-southeast-1",
  "ap-southeast-2",
  "ca-central-1",
  "eu-central-1",
  "eu-north-1",
  "eu-west-1",
  "eu-west-2",
  "eu-west-3",
  "us-east-1",
  "us-east-2",
  "us-west-2",
];

/** MSK Serverless is not offered everywhere. No API lists where, so that AWS's page is read. */
export const serverless: Check = {
  title: "MSK Serverless",
  actions: [],
  look: async ({ needs, environment: { name, region } }) => {
    if (!needs.serverlessKafka) return [passed("not used")];
    if (REGIONS.includes(region)) return [passed(`offered in ${region}`)];
    return [
      failed(
        `not offered in ${region}, but in ${REGIONS.join(", ")}: set another "region" or "kafka.mode": "provisioned" in envs/${name}.json`,
      ),
    ];
  },
};
