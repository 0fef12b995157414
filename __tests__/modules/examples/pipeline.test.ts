import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { DEFAULT_KAFKA_VERSION } from "../../../aws-limits/msk";
import { featureDefinitions } from "../../../contracts/feature-definitions";
import { glueColumns } from "../../../contracts/glue-columns";
import { WINDOW_SECONDS } from "../../../contracts/stock-aggregate";
import { FUTURE_TOLERANCE_SECONDS } from "../../../contracts/stock-price";
import { loadEnvironment } from "../../../envs/load";
import { topicDeletion } from "../../../envs/topics";
import { definitionOf } from "../../../handlers/functions";
import { MODULES } from "../../../module-kit/publish/discover";
import { SHOWN_FUNCTIONS } from "../../../scripts/docs/example-functions";
import { namedQueries } from "../../../stacks/lake/queries";
import { topics } from "../../../stacks/streaming/topics";
import { terraformEnv } from "../../../terraform-cli/environment";
import { seedLock } from "../../../terraform-cli/lock";
import { terraformSync } from "../../../terraform-cli/run";
import { resourcesOf, type StateResource, type TestReport, terraformTest } from "../../../terraform-cli/test";
import { exampleAlarms, stackAlarms } from "./support/alarms";
import { kafkaPermissions } from "./support/permissions";
import type { Application, DeliveryStream, FeatureGroup, GlueTable, Lambda } from "./support/values";

const EXAMPLE = join(MODULES, "..", "examples", "pipeline");
const ON_SERVERLESS = "makes_a_pipeline_on_msk_serverless";
const ON_BROKERS = "makes_brokers_where_a_team_wants_them";
const environment = terraformEnv();
/** The example's defaults are those of this environment. */
const dev = loadEnvironment("dev");
const { input, output, dlq } = dev.kafka.topics;
/** As many as in the run of that name. */
const BROKERS = {
  mode: "provisioned",
  brokerCount: 3,
  instanceType: "kafka.m7g.large",
  volumeGib: 100,
  kafkaVersion: DEFAULT_KAFKA_VERSION,
} as const;

let folder: string;
let root: string;
let report: TestReport;

/** What a run of the example's own tests has made. */
function madeIn(run: string): StateResource[] {
  const state = report.runs.find(({ name }) => name === run)?.state;
  if (!state) throw new Error(`the run ${run} left no state`);
  return resourcesOf(state);
}

/** What the example makes on MSK Serverless. */
const serverless = () => madeIn(ON_SERVERLESS);

/** Values of the resource at an address, once the example has been applied to a made-up AWS. */
function made<Values = Record<string, unknown>>(address: string): Values {
  const found = serverless().find((resource) => resource.address === address);
  if (!found) throw new Error(`nothing at ${address}`);
  return found.values as Values;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "example-"));
  root = join(folder, "examples", "pipeline");
  const filter = (path: string) => !/\.ts$|\.terraform|\.tfstate/.test(basename(path));
  cpSync(MODULES, join(folder, "modules"), { recursive: true, filter });
  cpSync(EXAMPLE, root, { recursive: true, filter });
  seedLock(root, environment);
  terraformSync(["init", "-input=false", "-no-color"], root, environment);
  report = terraformTest(root, environment, "-verbose");
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("is formatted, and valid to the real provider", () => {
  expect(terraformSync(["fmt", "-check", "-recursive"], root, environment)).toBe("");
  const { diagnostics } = JSON.parse(terraformSync(["validate", "-json"], root, environment));
  expect(diagnostics).toEqual([]);
});

test("passes the tests that it brings along", () => {
  expect(report.errors).toEqual([]);
  expect(report.runs.map(({ name }) => name)).toContain(ON_SERVERLESS);
  expect(report.runs.filter(({ status }) => status !== "pass")).toEqual([]);
});

test("tells the job its topics, its group and its windows", () => {
  const { application_configuration: configuration } = made<Application>(
    "module.job.aws_kinesisanalyticsv2_application.this",
  );
  const groups = configuration[0].environment_properties[0].property_group;
  expect(Object.fromEntries(groups.map((group) => [group.property_group_id, group.property_map]))).toEqual({
    kafka: {
      "bootstrap.servers": "broker.example:9098",
      "input.topic": input.name,
      "output.topic": output.name,
      "dlq.topic": dlq.name,
      "group.id": "market-data-test-aggregator",
    },
    job: {
      "transactional.id.prefix": "market-data-test-aggregator",
      "window.seconds": String(WINDOW_SECONDS),
      "future.tolerance.seconds": String(FUTURE_TOLERANCE_SECONDS),
    },
  });
});

test("makes the topics that the stacks make", () => {
  const invocation = made<{ readonly input: string }>("module.topics.aws_lambda_invocation.this");
  expect(JSON.parse(invocation.input)).toEqual({
    topics: topics(dev),
    deletion: topicDeletion(dev),
    retired_topics: [],
  });
});

test("delivers the aggregates by the lake's own table, into its folder", () => {
  const stream = made<DeliveryStream>("module.delivery.aws_kinesis_firehose_delivery_stream.this");
  const table = made<GlueTable>("module.lake.aws_glue_catalog_table.table");
  expect(stream.msk_source_configuration[0].topic_name).toBe(output.name);
  const { prefix, data_format_conversion_configuration: conversion } = stream.extended_s3_configuration[0];
  expect(conversion[0].schema_configuration[0]).toMatchObject({
    database_name: table.database_name,
    table_name: table.name,
  });
  expect(table.storage_descriptor[0].location).toMatch(new RegExp(`/${prefix.split("year=")[0]}$`));
});

test("feeds the feature store from the aggregates, in a group of its own", () => {
  expect(made("module.feature_source.aws_lambda_event_source_mapping.this")).toMatchObject({
    topics: [output.name],
    function_name: "market-data-test-feature-store",
    amazon_managed_kafka_event_source_config: [{ consumer_group_id: "market-data-test-feature-store" }],
  });
});

test.each(SHOWN_FUNCTIONS)("runs %s as its definition says, with the settings that it reads", (name) => {
  const { settings, timeoutSeconds, memoryMib, reservedConcurrency = -1 } = definitionOf(name);
  const lambda = made<Lambda>(`module.${name.replaceAll("-", "_")}.aws_lambda_function.this`);
  expect(lambda).toMatchObject({
    timeout: timeoutSeconds,
    memory_size: memoryMib,
    reserved_concurrent_executions: reservedConcurrency,
  });
  const given = Object.keys(lambda.environment[0].variables).filter((variable) => !variable.startsWith("POWERTOOLS_"));
  const read = Object.keys(settings.shape).filter((variable) => variable !== "AWS_REGION");
  expect(given.sort()).toEqual(read.sort());
});

test("keeps to the contracts: the lake's columns and the features", () => {
  const { storage_descriptor: storage } = made<GlueTable>("module.lake.aws_glue_catalog_table.table");
  expect(storage[0].columns).toEqual(glueColumns().map((column) => expect.objectContaining(column)));
  const group = made<FeatureGroup>("module.feature_group.aws_sagemaker_feature_group.this");
  const features = group.feature_definition.map(({ feature_name: name, feature_type: type }) => ({ name, type }));
  expect(features).toEqual(featureDefinitions());
});

test("saves the stacks' queries", () => {
  const known = namedQueries("stock_aggregates");
  const saved = Object.keys(known).filter((name) => !name.startsWith("missing"));
  for (const name of saved) {
    const { query } = made<{ readonly query: string }>(`module.lake.aws_athena_named_query.query["${name}"]`);
    expect(query.trim().replace(/\s+/g, " ")).toBe(known[name]);
  }
});

test("lets each client of Kafka do what it must, and no more", () => {
  expect(kafkaPermissions(serverless())).toEqual({
    producer_access: { write: [input.name] },
    consumer_access: { read: [output.name, dlq.name] },
    create_topics_access: {
      administer: [output.name, input.name, dlq.name].sort(),
      delete: [output.name, input.name, dlq.name].sort(),
    },
    job_access: { read: [input.name], write: [output.name, dlq.name] },
    delivery: { read: [output.name] },
    feature_source: { read: [output.name] },
  });
});

test.each([
  [ON_SERVERLESS, dev],
  [ON_BROKERS, { ...dev, kafka: { ...dev.kafka, ...BROKERS } }],
])("has alarms that fire when the stacks' alarms of the same names do: %s", (run, pipeline) => {
  const alarms = exampleAlarms(madeIn(run));
  const known = stackAlarms(pipeline);
  expect(Object.keys(alarms).length).toBeGreaterThanOrEqual(11);
  for (const [name, alarm] of Object.entries(alarms)) expect({ name, alarm }).toEqual({ name, alarm: known[name] });
});
