import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { ServicesConfig } from "../config";
import { AwsError } from "../protocol/aws-error";
import {
  badRequest,
  type Configuration,
  type KafkaState,
  type KafkaStore,
  kafkaOperation,
  type Revision,
} from "./state";
import { configurationView } from "./views";

const Create = z.strictObject({
  name: z.string().regex(/^[0-9A-Za-z][0-9A-Za-z-]*$/),
  description: z.string().max(1024).optional(),
  kafkaVersions: z.array(z.string()).optional(),
  serverProperties: z.base64(),
});
const ByArn = z.strictObject({ arn: z.string() });
const ByRevision = z.strictObject({ arn: z.string(), revision: z.coerce.number().int().min(1) });
const Update = z.strictObject({ arn: z.string(), description: z.string().optional(), serverProperties: z.base64() });

/** `maxResults` and `nextToken` come with every list. */
const ListRevisions = z.strictObject({
  arn: z.string(),
  maxResults: z.string().optional(),
  nextToken: z.string().optional(),
});

function find(state: Readonly<KafkaState>, arn: string): Configuration {
  const configuration = state.configurations[arn];
  // MSK answers so, and Terraform takes it for "gone".
  if (!configuration) throw badRequest("Configuration ARN does not exist.", "arn");
  return configuration;
}

const PROPERTY_LINE = /^\s*(#.*|[\w.-]+\s*=.*)?\s*$/;

function checkProperties(encoded: string): void {
  const wrong = Buffer.from(encoded, "base64")
    .toString("utf8")
    .split(/\r?\n/)
    .find((line) => !PROPERTY_LINE.test(line));
  if (wrong !== undefined) throw badRequest(`The line "${wrong.trim()}" is not "key = value".`, "serverProperties");
}

const summary = ({ serverProperties: _, ...rest }: Revision) => rest;

/** Broker configurations and their revisions. */
export function configurationOperations(store: KafkaStore, config: ServicesConfig) {
  return {
    "POST /v1/configurations": kafkaOperation(
      Create,
      ({ name, description = "", kafkaVersions = [], serverProperties }) =>
        store.change((state) => {
          checkProperties(serverProperties);
          if (Object.values(state.configurations).some((c) => c.name === name))
            throw new AwsError("ConflictException", "A resource with this name already exists.", 409, {
              invalidParameter: "name",
            });
          const arn = `arn:aws:kafka:${config.region}:${config.accountId}:configuration/${name}/${randomUUID()}-1`;
          const creationTime = new Date().toISOString();
          const revisions = [{ revision: 1, creationTime, description, serverProperties }];
          const configuration = { arn, name, kafkaVersions, creationTime, description, revisions, tags: {} };
          state.configurations[arn] = configuration;
          return configurationView(configuration);
        }),
    ),
    "GET /v1/configurations/{arn}": kafkaOperation(ByArn, ({ arn }) => configurationView(find(store.value, arn))),
    "GET /v1/configurations/{arn}/revisions": kafkaOperation(ListRevisions, ({ arn }) => ({
      revisions: find(store.value, arn).revisions.map(summary),
    })),
    "GET /v1/configurations/{arn}/revisions/{revision}": kafkaOperation(ByRevision, ({ arn, revision }) => {
      const found = find(store.value, arn).revisions[revision - 1];
      if (!found) throw badRequest(`Revision ${revision} does not exist.`, "revision");
      return { arn, ...found };
    }),
    "PUT /v1/configurations/{arn}": kafkaOperation(Update, ({ arn, description, serverProperties }) =>
      store.change((state) => {
        checkProperties(serverProperties);
        const configuration = find(state, arn);
        const revision = configuration.revisions.length + 1;
        configuration.revisions.push({
          revision,
          creationTime: new Date().toISOString(),
          description,
          serverProperties,
        });
        return { arn, latestRevision: summary(configuration.revisions.at(-1)!) };
      }),
    ),
    "DELETE /v1/configurations/{arn}": kafkaOperation(ByArn, ({ arn }) =>
      store.change((state) => {
        find(state, arn);
        const users = Object.values(state.clusters).filter(
          (c) => c.clusterType === "PROVISIONED" && c.provisioned.currentBrokerSoftwareInfo.configurationArn === arn,
        );
        if (users.length > 0) throw badRequest(`Cluster ${users[0]?.clusterName} uses this configuration.`, "arn");
        delete state.configurations[arn];
        return { arn, state: "DELETING" };
      }),
    ),
  };
}
