import { z } from "zod";

const enabled = z.strictObject({ enabled: z.boolean() });
const sasl = z.strictObject({ iam: enabled.optional(), scram: enabled.optional() });
const tags = z.record(z.string().min(1).max(128), z.string().max(256)).optional();

/** Cluster names: https://docs.aws.amazon.com/msk/1.0/apireference/clusters.html */
export const clusterName = z
  .string()
  .regex(/^[a-zA-Z0-9][a-zA-Z0-9-]{0,63}$/, "must be 1-64 letters, digits or hyphens");

const clientAuthentication = z.strictObject({
  sasl: sasl.optional(),
  tls: z
    .strictObject({ certificateAuthorityArnList: z.array(z.string()).optional(), enabled: z.boolean().optional() })
    .optional(),
  unauthenticated: enabled.optional(),
});

const brokerLog = { enabled: z.boolean() };
const loggingInfo = z.strictObject({
  brokerLogs: z.strictObject({
    cloudWatchLogs: z.strictObject({ ...brokerLog, logGroup: z.string().optional() }).optional(),
    firehose: z.strictObject({ ...brokerLog, deliveryStream: z.string().optional() }).optional(),
    s3: z.strictObject({ ...brokerLog, bucket: z.string().optional(), prefix: z.string().optional() }).optional(),
  }),
});

const exporter = z.strictObject({ enabledInBroker: z.boolean() });
const openMonitoring = z.strictObject({
  prometheus: z.strictObject({ jmxExporter: exporter.optional(), nodeExporter: exporter.optional() }),
});
const enhancedMonitoring = z.enum(["DEFAULT", "PER_BROKER", "PER_TOPIC_PER_BROKER", "PER_TOPIC_PER_PARTITION"]);

export const connectivityInfo = z.strictObject({
  publicAccess: z.strictObject({ type: z.enum(["DISABLED", "SERVICE_PROVIDED_EIPS"]).optional() }).optional(),
  vpcConnectivity: z
    .strictObject({
      clientAuthentication: z
        .strictObject({ sasl: sasl.optional(), tls: z.strictObject({ enabled: z.boolean().optional() }).optional() })
        .optional(),
    })
    .optional(),
});

const configurationInfo = z.strictObject({ arn: z.string(), revision: z.int().min(1) });
const provisionedThroughput = z.strictObject({ enabled: z.boolean().optional(), volumeThroughput: z.int().optional() });

const provisioned = {
  brokerNodeGroupInfo: z.strictObject({
    brokerAZDistribution: z.literal("DEFAULT").optional(),
    clientSubnets: z.array(z.string().startsWith("subnet-")).min(2).max(3),
    instanceType: z.string().regex(/^(kafka|express)\./, "must be a broker type such as kafka.m7g.large"),
    securityGroups: z.array(z.string().startsWith("sg-")).optional(),
    storageInfo: z
      .strictObject({
        ebsStorageInfo: z
          .strictObject({
            volumeSize: z.int().min(1).max(16384).optional(),
            provisionedThroughput: provisionedThroughput.optional(),
          })
          .optional(),
      })
      .optional(),
    connectivityInfo: connectivityInfo.optional(),
    zoneIds: z.array(z.string()).optional(),
  }),
  clientAuthentication: clientAuthentication.optional(),
  configurationInfo: configurationInfo.optional(),
  encryptionInfo: z
    .strictObject({
      encryptionAtRest: z.strictObject({ dataVolumeKMSKeyId: z.string() }).optional(),
      encryptionInTransit: z
        .strictObject({
          clientBroker: z.enum(["TLS", "TLS_PLAINTEXT", "PLAINTEXT"]).optional(),
          inCluster: z.boolean().optional(),
        })
        .optional(),
    })
    .optional(),
  enhancedMonitoring: enhancedMonitoring.optional(),
  openMonitoring: openMonitoring.optional(),
  kafkaVersion: z.string().regex(/^\d+\.\d+\.(\d+|x)(\.kraft|\.tiered)?$/),
  loggingInfo: loggingInfo.optional(),
  numberOfBrokerNodes: z.int().min(1).max(60),
  storageMode: z.enum(["LOCAL", "TIERED"]).optional(),
};

export const CreateCluster = z.strictObject({ clusterName, tags, ...provisioned });
export const CreateClusterV2 = z
  .strictObject({
    clusterName,
    tags,
    provisioned: z.strictObject(provisioned).optional(),
    serverless: z
      .strictObject({
        vpcConfigs: z
          .array(
            z.strictObject({
              subnetIds: z.array(z.string().startsWith("subnet-")).min(2),
              securityGroupIds: z.array(z.string().startsWith("sg-")).max(5).optional(),
            }),
          )
          .min(1),
        clientAuthentication: z.strictObject({
          sasl: z.strictObject({ iam: z.strictObject({ enabled: z.literal(true) }) }),
        }),
      })
      .optional(),
  })
  .refine(
    (r) => (r.provisioned === undefined) !== (r.serverless === undefined),
    "exactly one of provisioned, serverless",
  );

const update = { clusterArn: z.string(), currentVersion: z.string() };
export const ByArn = z.strictObject({ clusterArn: z.string(), currentVersion: z.string().optional() });
export const UpdateConnectivity = z.strictObject({ ...update, connectivityInfo });
export const UpdateConfiguration = z.strictObject({ ...update, configurationInfo });
export const UpdateMonitoring = z.strictObject({
  ...update,
  enhancedMonitoring: enhancedMonitoring.optional(),
  openMonitoring: openMonitoring.optional(),
  loggingInfo: loggingInfo.optional(),
});
export const UpdateSecurity = z.strictObject({
  ...update,
  clientAuthentication: clientAuthentication.optional(),
  encryptionInfo: provisioned.encryptionInfo,
});
export const UpdateBrokerCount = z.strictObject({
  ...update,
  targetNumberOfBrokerNodes: provisioned.numberOfBrokerNodes,
});
export const UpdateBrokerType = z.strictObject({ ...update, targetInstanceType: z.string().startsWith("kafka.") });
export const UpdateBrokerStorage = z.strictObject({
  ...update,
  targetBrokerEBSVolumeInfo: z
    .array(
      z.strictObject({
        kafkaBrokerNodeId: z.string(),
        volumeSizeGB: z.int().optional(),
        provisionedThroughput: provisionedThroughput.optional(),
      }),
    )
    .min(1),
});
export const UpdateKafkaVersion = z.strictObject({
  ...update,
  targetKafkaVersion: provisioned.kafkaVersion,
  configurationInfo: configurationInfo.optional(),
});
export const PutPolicy = z.strictObject({
  clusterArn: z.string(),
  policy: z.string(),
  currentVersion: z.string().optional(),
});
export const TagRequest = z.strictObject({ resourceArn: z.string(), tags: z.record(z.string(), z.string()) });
export const UntagRequest = z.strictObject({
  resourceArn: z.string(),
  tagKeys: z.union([z.string(), z.array(z.string())]),
});
export const ByResource = z.strictObject({ resourceArn: z.string() });
export const ByOperation = z.strictObject({ clusterOperationArn: z.string() });
export const List = z.strictObject({
  clusterNameFilter: z.string().optional(),
  clusterTypeFilter: z.string().optional(),
  maxResults: z.string().optional(),
  nextToken: z.string().optional(),
});

export type Serverless = NonNullable<z.infer<typeof CreateClusterV2>["serverless"]>;
export type Provisioned = NonNullable<z.infer<typeof CreateClusterV2>["provisioned"]>;
