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
  TagResource,
  UntagResource,
} from "./schemas";
import { type Application, applicationOf, type FlinkState, flinkOperation, invalidArgument } from "./state";

function byArn(state: Readonly<FlinkState>, arn: string): Application {
  const found = Object.values(state.applications).find(({ detail }) => detail.ApplicationARN === arn);
  if (!found) throw new AwsError("ResourceNotFoundException", `${arn} does not exist.`);
  return found;
}

/** What hangs on an application: logging option, VPC configuration, tags. */
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
