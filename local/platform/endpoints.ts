import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { bucketName } from "../../envs/names";
import type { Environment } from "../../envs/schema";
import { synthesizedResources } from "./deploy/stacks";
import type { Addresses } from "./laptop";

/** `.local/endpoints.json`: where a person's own tools find the running laptop. */
export interface Endpoints {
  readonly kafka: {
    /** host:port of the plain listener. */
    readonly bootstrap: string;
    /** host:port of the listener with TLS and MSK IAM tokens. */
    readonly bootstrap_iam: string;
    readonly topics: { readonly input: string; readonly output: string; readonly dlq: string };
  };
  readonly aws: { readonly endpoint_url: string; readonly region: string };
  readonly flink: { readonly ui: string; readonly application: string };
  readonly lake: { readonly bucket: string; readonly prefix: string; readonly delivery_stream: string };
  readonly feature_store: { readonly endpoint_url: string; readonly feature_group: string };
}

/** The endpoints of what was deployed from the synthesized stacks in `output`. */
export async function describeEndpoints(
  environment: Environment,
  addresses: Addresses,
  output: string,
): Promise<Endpoints> {
  const { input, output: aggregates, dlq } = environment.kafka.topics;
  const [group] = await synthesizedResources(output, "aws_sagemaker_feature_group");
  const [stream] = await synthesizedResources(output, "aws_kinesis_firehose_delivery_stream");
  const [job] = await synthesizedResources(output, "aws_kinesisanalyticsv2_application");
  const delivery = [stream?.extended_s3_configuration].flat()[0] as { prefix?: string } | undefined;
  return {
    kafka: {
      bootstrap: addresses.kafka,
      bootstrap_iam: addresses.kafkaIam,
      topics: { input: input.name, output: aggregates.name, dlq: dlq.name },
    },
    aws: { endpoint_url: addresses.emulator, region: environment.region },
    flink: { ui: addresses.flink, application: String(job?.name ?? "") },
    lake: {
      bucket: bucketName(environment, "lake"),
      prefix: withoutPartitions(delivery?.prefix ?? ""),
      delivery_stream: String(stream?.name ?? ""),
    },
    feature_store: { endpoint_url: addresses.services, feature_group: String(group?.feature_group_name ?? "") },
  };
}

/** The part of a Firehose prefix before its first partition: `aggregates/year=!{timestamp:yyyy}/…` is in `aggregates/`. */
function withoutPartitions(prefix: string): string {
  return prefix.replace(/[^/]*!\{.*$/s, "");
}

export async function writeEndpoints(file: string, endpoints: Endpoints): Promise<void> {
  await writeFile(file, `${JSON.stringify(endpoints, null, 2)}\n`);
}

/** The endpoints of the deployed laptop; absent until a deployment has succeeded. */
export async function readEndpoints(file: string): Promise<Endpoints | undefined> {
  return existsSync(file) ? (JSON.parse(await readFile(file, "utf8")) as Endpoints) : undefined;
}
