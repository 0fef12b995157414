import { at, blocks } from "../../guardrails/rule";
import { allowed } from "../../guardrails/rules/statements";
import { body, environments, names, only, resources } from "../support/stacks";

const FLINK = "application_configuration.flink_application_configuration";

/** Topics that a policy document gives an action on. */
function topics(stack: string, address: string, action: string): (string | undefined)[] {
  return allowed(body(stack, `data.aws_iam_policy_document.${address}`))
    .filter(({ actions }) => actions.includes(`kafka-cluster:${action}`))
    .flatMap(({ resources }) => resources.filter((arn) => arn.includes(":topic/")).map((arn) => arn.split("/").at(-1)));
}

describe.each(names)("%s", (name) => {
  const stack = `${name}-processing`;
  const { consumer, flink, kafka, producer } = environments[name]!;
  const { input, output, dlq } = kafka.topics;

  test("the job has the environment's parallelism and checkpoints", () => {
    const job = only(stack, "aws_kinesisanalyticsv2_application");
    expect(job).toMatchObject({ runtime_environment: "FLINK-1_20", start_application: true });
    expect(at(job, `${FLINK}.parallelism_configuration`)).toMatchObject({
      parallelism: flink.parallelism,
      parallelism_per_kpu: flink.parallelismPerKpu,
      auto_scaling_enabled: flink.autoscaling,
    });
    expect(at(job, `${FLINK}.checkpoint_configuration.checkpoint_interval`)).toBe(flink.checkpointIntervalMs);
  });

  test("the job gets its topics", () => {
    const [properties] = blocks(
      blocks(only(stack, "aws_kinesisanalyticsv2_application"), "application_configuration")[0]!,
      "environment_properties",
    );
    const groups = Object.fromEntries(
      blocks(properties!, "property_group").map((group) => [group.property_group_id, group.property_map]),
    );
    expect(groups.kafka).toMatchObject({
      "input.topic": input.name,
      "output.topic": output.name,
      "dlq.topic": dlq.name,
    });
  });

  test("the job reads the input and writes output and dead letters, and nothing else", () => {
    expect(topics(stack, "job_access_permissions", "ReadData")).toEqual([input.name]);
    expect(topics(stack, "job_access_permissions", "WriteData").sort()).toEqual([output.name, dlq.name].sort());
  });

  test("the producer writes the input only, the consumer reads the output and the dead letters", () => {
    expect(topics(stack, "producer_access_permissions", "WriteData")).toEqual([input.name]);
    expect(topics(stack, "producer_access_permissions", "ReadData")).toEqual([]);
    expect(topics(stack, "consumer_access_permissions", "ReadData")).toEqual([output.name, dlq.name]);
    expect(topics(stack, "consumer_access_permissions", "WriteData")).toEqual([]);
  });

  test("the producer runs on schedule, once at a time, with the environment's tickers", () => {
    const fn = body(stack, "aws_lambda_function.producer");
    expect(fn.reserved_concurrent_executions).toBe(1);
    expect(at(fn, "environment.variables")).toMatchObject({
      INPUT_TOPIC: input.name,
      TICKERS: producer.tickers.join(","),
    });
    const schedule = body(stack, "aws_scheduler_schedule.producer_schedule");
    expect(schedule.schedule_expression).toBe(producer.schedule);
    expect(at(schedule, "target.arn")).toBe("${aws_lambda_function.producer.arn}");
  });

  test("the consumer runs when it is asked to, unless it has a schedule", () => {
    const schedules = resources(stack, "aws_scheduler_schedule").map(({ address }) => address);
    expect(schedules.includes("aws_scheduler_schedule.consumer_schedule")).toBe(consumer.schedule !== undefined);
  });
});
