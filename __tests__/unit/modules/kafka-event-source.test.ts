import { KafkaEventSource } from "../../../modules/kafka-event-source";
import { statement, synthesize } from "./support/synthesize";

type Props = ConstructorParameters<typeof KafkaEventSource>[2];

const clusterArn = "arn:aws:kafka:eu-west-1:111122223333:cluster/acme/uuid-1";
const onFailureBucketArn = "arn:aws:s3:::acme-failures";
const required: Props = {
  name: "acme-features",
  functionName: "acme-feature-store",
  roleName: "acme-feature-store",
  clusterArn,
  topic: "aggregates",
  consumerGroupId: "acme-features",
  onFailureBucketArn,
  onFailureKmsKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/lake",
};
const build = (rest: Partial<Props> = {}) =>
  synthesize((stack) => new KafkaEventSource(stack, "source", { ...required, ...rest }));
const mapping = (rest?: Partial<Props>) => build(rest).resource.aws_lambda_event_source_mapping?.source;

describe("kafka-event-source", () => {
  test("reads one topic in a group of its own, from the start", () => {
    expect(mapping()).toMatchObject({
      event_source_arn: clusterArn,
      topics: ["aggregates"],
      amazon_managed_kafka_event_source_config: { consumer_group_id: "acme-features" },
      starting_position: "TRIM_HORIZON",
    });
  });

  test("gives a failed batch up after finite tries, in halves, and keeps it", () => {
    expect(mapping()).toMatchObject({
      function_response_types: ["ReportBatchItemFailures"],
      bisect_batch_on_function_error: true,
      maximum_retry_attempts: 3,
      maximum_record_age_in_seconds: 86_400,
      destination_config: { on_failure: { destination_arn: onFailureBucketArn } },
    });
  });

  test("counts what was given up, which Lambda does not by itself", () => {
    expect(mapping().metrics_config).toEqual({ metrics: ["EventCount"] });
  });

  test("its pollers are provisioned: on-demand ones would retry without end", () => {
    expect(mapping({ minimumPollers: 2, maximumPollers: 4 }).provisioned_poller_config).toEqual({
      minimum_pollers: 2,
      maximum_pollers: 4,
    });
  });

  test("is made once the role has its rights, which Lambda tries", () => {
    expect(mapping().depends_on).toEqual([
      "aws_iam_role_policy_attachment.source_attach_read",
      "aws_iam_role_policy_attachment.source_attach_poll",
    ]);
  });

  test("may read its topic and take part in its group, nothing else in the cluster", () => {
    const stack = build();
    const sids = stack.data.aws_iam_policy_document?.source_access_permissions?.statement.map(
      (s: { sid: string }) => s.sid,
    );
    expect(sids).toEqual(["Connect", "Read", "Group"]);
  });

  test("writes failures where Lambda puts them, and encrypts them only through S3", () => {
    const stack = build();
    expect(statement(stack, "source_poller_document", "WriteFailures")).toMatchObject({
      actions: ["s3:PutObject"],
      resources: [`${onFailureBucketArn}/aws/lambda/*`],
    });
    expect(statement(stack, "source_poller_document", "EncryptFailures").condition[0].variable).toBe("kms:ViaService");
  });

  test("only finding the brokers and the network are for every resource", () => {
    const all = build().data.aws_iam_policy_document?.source_poller_document?.statement.filter(
      (s: { resources: string[] }) => s.resources.includes("*"),
    );
    expect(all.map((s: { sid: string }) => s.sid)).toEqual(["FindBrokers", "ConnectToVpc"]);
  });

  test.each<[keyof Props, unknown]>([
    ["maximumRetryAttempts", -1],
    ["maximumRecordAgeSeconds", -1],
    ["batchSize", 10_001],
    ["consumerGroupId", "a:b"],
    ["consumerGroupId", ""],
    ["minimumPollers", 0],
  ])("refuses %s %p", (input, value) => {
    expect(() => build({ [input]: value })).toThrow(new RegExp(input));
  });
});
