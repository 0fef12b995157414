import { AwsError } from "../protocol/aws-error";
import { tagList, withoutTags } from "../state/tags";
import { checkVersion, type FlinkContext, nextVersion } from "./applications";
import { childId, vpcDescription } from "./description";
import {
  AddLoggingOption,
  AddVpcConfiguration,
  ByResource,
  DeleteLoggingOption,
  DeleteVpcConfiguration,
  ListSnapshots,
  Snapshot,
  TagResource,
  UntagResource,
} from "./schemas";
import {
  type Application,
  applicationOf,
  type FlinkState,
  flinkOperation,
  invalidArgument,
  type SnapshotRecord,
} from "./state";

function byArn(state: Readonly<FlinkState>, arn: string): Application {
  const found = Object.values(state.applications).find(({ detail }) => detail.ApplicationARN === arn);
  if (!found) throw new AwsError("ResourceNotFoundException", `${arn} does not exist.`);
  return found;
}

const snapshotView = ({ name, applicationVersion, createdAt }: SnapshotRecord) => ({
  SnapshotName: name,
  SnapshotStatus: "READY",
  ApplicationVersionId: applicationVersion,
  SnapshotCreationTimestamp: createdAt,
  RuntimeEnvironment: "FLINK-1_20",
});

/** What hangs on an application: logging option, VPC configuration, snapshots, tags. */
export function attachmentOperations({ store, lifecycle }: FlinkContext) {
  /** Applies a change that makes a new version, and answers as AWS does. */
  const changed = (
    name: string,
    version: number | undefined,
    operation: string,
    apply: (application: Application) => object,
  ) => {
    const result = store.change((state) => {
      const application = applicationOf(state, name);
      checkVersion(application, version);
      nextVersion(application);
      return {
        ApplicationARN: application.detail.ApplicationARN,
        ApplicationVersionId: application.detail.ApplicationVersionId,
        ...apply(application),
      };
    });
    return { ...result, OperationId: lifecycle.instant(name, operation) };
  };
  const snapshotOf = (applicationName: string, name: string) => {
    const found = applicationOf(store.value, applicationName).snapshots.find((s) => s.name === name);
    if (!found) throw new AwsError("ResourceNotFoundException", `Snapshot ${name} does not exist.`);
    return found;
  };

  return {
    AddApplicationCloudWatchLoggingOption: flinkOperation(AddLoggingOption, (request) =>
      changed(
        request.ApplicationName,
        request.CurrentApplicationVersionId,
        "AddApplicationCloudWatchLoggingOption",
        ({ detail }) => {
          const options = detail.CloudWatchLoggingOptionDescriptions;
          if (options.length > 0) throw invalidArgument("An application has at most one CloudWatch logging option.");
          const id = childId(detail.ApplicationVersionId, []);
          options.push({ CloudWatchLoggingOptionId: id, ...request.CloudWatchLoggingOption });
          return { CloudWatchLoggingOptionDescriptions: options };
        },
      ),
    ),
    DeleteApplicationCloudWatchLoggingOption: flinkOperation(DeleteLoggingOption, (request) =>
      changed(
        request.ApplicationName,
        request.CurrentApplicationVersionId,
        "DeleteApplicationCloudWatchLoggingOption",
        ({ detail }) => {
          const id = request.CloudWatchLoggingOptionId;
          const rest = detail.CloudWatchLoggingOptionDescriptions.filter((o) => o.CloudWatchLoggingOptionId !== id);
          if (rest.length === detail.CloudWatchLoggingOptionDescriptions.length)
            throw new AwsError("ResourceNotFoundException", `CloudWatch logging option ${id} does not exist.`);
          detail.CloudWatchLoggingOptionDescriptions = rest;
          return { CloudWatchLoggingOptionDescriptions: rest };
        },
      ),
    ),
    AddApplicationVpcConfiguration: flinkOperation(AddVpcConfiguration, (request) =>
      changed(
        request.ApplicationName,
        request.CurrentApplicationVersionId,
        "AddApplicationVpcConfiguration",
        ({ detail }) => {
          const configuration = detail.ApplicationConfigurationDescription;
          if (configuration.VpcConfigurationDescriptions?.length)
            throw invalidArgument("An application has at most one VPC configuration.");
          const description = vpcDescription(childId(detail.ApplicationVersionId, []), request.VpcConfiguration);
          configuration.VpcConfigurationDescriptions = [description];
          return { VpcConfigurationDescription: description };
        },
      ),
    ),
    DeleteApplicationVpcConfiguration: flinkOperation(DeleteVpcConfiguration, (request) =>
      changed(
        request.ApplicationName,
        request.CurrentApplicationVersionId,
        "DeleteApplicationVpcConfiguration",
        ({ detail }) => {
          delete detail.ApplicationConfigurationDescription.VpcConfigurationDescriptions;
          return {};
        },
      ),
    ),
    ListApplicationSnapshots: flinkOperation(ListSnapshots, ({ ApplicationName }) => ({
      SnapshotSummaries: applicationOf(store.value, ApplicationName).snapshots.map(snapshotView),
    })),
    DescribeApplicationSnapshot: flinkOperation(Snapshot, ({ ApplicationName, SnapshotName }) => ({
      SnapshotDetails: snapshotView(snapshotOf(ApplicationName, SnapshotName)),
    })),
    CreateApplicationSnapshot: flinkOperation(Snapshot, async ({ ApplicationName, SnapshotName }) => {
      const { detail, snapshots } = applicationOf(store.value, ApplicationName);
      if (detail.ApplicationStatus !== "RUNNING")
        throw new AwsError("InvalidRequestException", "The application is not running.");
      if (snapshots.some(({ name }) => name === SnapshotName))
        throw new AwsError("ResourceInUseException", `Snapshot ${SnapshotName} exists already.`);
      await lifecycle.snapshot(ApplicationName, SnapshotName);
      return {};
    }),
    DeleteApplicationSnapshot: flinkOperation(Snapshot, ({ ApplicationName, SnapshotName }) => {
      snapshotOf(ApplicationName, SnapshotName);
      return store.change((state) => {
        const application = applicationOf(state, ApplicationName);
        application.snapshots = application.snapshots.filter(({ name }) => name !== SnapshotName);
        return {};
      });
    }),
    ListTagsForResource: flinkOperation(ByResource, ({ ResourceARN }) => ({
      Tags: tagList(byArn(store.value, ResourceARN).tags),
    })),
    TagResource: flinkOperation(TagResource, ({ ResourceARN, Tags }) =>
      store.change((state) => {
        for (const { Key, Value = "" } of Tags) byArn(state, ResourceARN).tags[Key] = Value;
        return {};
      }),
    ),
    UntagResource: flinkOperation(UntagResource, ({ ResourceARN, TagKeys }) =>
      store.change((state) => {
        const application = byArn(state, ResourceARN);
        application.tags = withoutTags(application.tags, TagKeys);
        return {};
      }),
    ),
  };
}
