import { randomUUID } from "node:crypto";
import type { ServicesConfig } from "../config";
import { AwsError } from "../protocol/aws-error";
import { jsonTargetService, type Service } from "../protocol/json-target";
import { tagList, tagsFrom, withoutTags } from "../state/tags";
import type { FirehoseRules } from "./rules";
import {
  ByName,
  CreateDeliveryStream,
  Describe,
  type Destination,
  List,
  ListTags,
  TagStream,
  UntagStream,
  UpdateDestination,
} from "./schemas";
import { type FirehoseStore, firehoseOperation, invalidArgument, type Stream, streamOf } from "./state";

const DESTINATION_ID = "destinationId-000000000001";

/** Defaults of a destination: https://docs.aws.amazon.com/firehose/latest/APIReference/API_BufferingHints.html */
export function bufferingOf(destination: Destination): { sizeMib: number; seconds: number } {
  const converts = destination.DataFormatConversionConfiguration?.Enabled ?? false;
  const { SizeInMBs = converts ? 128 : 5, IntervalInSeconds = 300 } = destination.BufferingHints ?? {};
  return { sizeMib: SizeInMBs, seconds: IntervalInSeconds };
}

function describe(stream: Stream) {
  const { sizeMib, seconds } = bufferingOf(stream.destination);
  return {
    DeliveryStreamName: stream.name,
    DeliveryStreamARN: stream.arn,
    DeliveryStreamStatus: "ACTIVE",
    DeliveryStreamType: "MSKAsSource",
    VersionId: String(stream.version),
    CreateTimestamp: stream.createdAt,
    LastUpdateTimestamp: stream.updatedAt,
    HasMoreDestinations: false,
    DeliveryStreamEncryptionConfiguration: { Status: "DISABLED" },
    Source: { MSKSourceDescription: { DeliveryStartTimestamp: stream.createdAt, ...stream.source } },
    Destinations: [
      {
        DestinationId: DESTINATION_ID,
        ExtendedS3DestinationDescription: {
          CompressionFormat: "UNCOMPRESSED",
          EncryptionConfiguration: { NoEncryptionConfig: "NoEncryption" },
          CloudWatchLoggingOptions: { Enabled: false },
          S3BackupMode: "Disabled",
          ...stream.destination,
          BufferingHints: { SizeInMBs: sizeMib, IntervalInSeconds: seconds },
        },
      },
    ],
  };
}

/** Firehose's control plane (https://docs.aws.amazon.com/firehose/latest/APIReference/API_Operations.html). */
export function firehoseService(store: FirehoseStore, config: ServicesConfig, rules: FirehoseRules): Service {
  return jsonTargetService("firehose", "Firehose_20150804", {
    CreateDeliveryStream: firehoseOperation(CreateDeliveryStream, async (request) => {
      const name = request.DeliveryStreamName;
      if (store.value.streams[name]) throw new AwsError("ResourceInUseException", `Firehose ${name} exists already.`);
      await rules.source(request.MSKSourceConfiguration);
      await rules.destination(request.ExtendedS3DestinationConfiguration);
      const now = Date.now() / 1000;
      const arn = `arn:aws:firehose:${config.region}:${config.accountId}:deliverystream/${name}`;
      return store.change((state) => {
        state.streams[name] = {
          name,
          arn,
          uid: randomUUID().slice(0, 8),
          version: 1,
          createdAt: now,
          updatedAt: now,
          source: request.MSKSourceConfiguration,
          destination: request.ExtendedS3DestinationConfiguration,
          tags: tagsFrom(request.Tags),
        };
        return { DeliveryStreamARN: arn };
      });
    }),
    DescribeDeliveryStream: firehoseOperation(Describe, ({ DeliveryStreamName }) => ({
      DeliveryStreamDescription: describe(streamOf(store.value, DeliveryStreamName)),
    })),
    ListDeliveryStreams: firehoseOperation(List, () => ({
      DeliveryStreamNames: Object.keys(store.value.streams),
      HasMoreDeliveryStreams: false,
    })),
    UpdateDestination: firehoseOperation(UpdateDestination, async (request) => {
      const { version, destination } = streamOf(store.value, request.DeliveryStreamName);
      if (request.CurrentDeliveryStreamVersionId !== String(version))
        throw new AwsError(
          "ConcurrentModificationException",
          `The stream's version is ${version}, not ${request.CurrentDeliveryStreamVersionId}.`,
        );
      if (request.DestinationId !== DESTINATION_ID)
        throw invalidArgument(`Destination ${request.DestinationId} does not exist.`);
      const updated = { ...destination, ...request.ExtendedS3DestinationUpdate };
      await rules.destination(updated);
      return store.change((state) => {
        const stream = streamOf(state, request.DeliveryStreamName);
        stream.destination = updated;
        stream.version += 1;
        stream.updatedAt = Date.now() / 1000;
        return {};
      });
    }),
    DeleteDeliveryStream: firehoseOperation(ByName, ({ DeliveryStreamName }) => {
      streamOf(store.value, DeliveryStreamName);
      return store.change((state) => {
        delete state.streams[DeliveryStreamName];
        return {};
      });
    }),
    ListTagsForDeliveryStream: firehoseOperation(ListTags, ({ DeliveryStreamName }) => ({
      Tags: tagList(streamOf(store.value, DeliveryStreamName).tags),
      HasMoreTags: false,
    })),
    TagDeliveryStream: firehoseOperation(TagStream, ({ DeliveryStreamName, Tags }) =>
      store.change((state) => {
        Object.assign(streamOf(state, DeliveryStreamName).tags, tagsFrom(Tags));
        return {};
      }),
    ),
    UntagDeliveryStream: firehoseOperation(UntagStream, ({ DeliveryStreamName, TagKeys }) =>
      store.change((state) => {
        const stream = streamOf(state, DeliveryStreamName);
        stream.tags = withoutTags(stream.tags, TagKeys);
        return {};
      }),
    ),
  });
}
