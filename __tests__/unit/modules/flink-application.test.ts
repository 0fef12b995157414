import { FlinkApplication } from "../../../modules/flink-application";
import { statement, synthesize } from "./support/synthesize";

type Props = ConstructorParameters<typeof FlinkApplication>[2];

const codeBucketArn = "arn:aws:s3:::acme-artifacts";
const codeKey = "flink-job/0123456789ab.jar";
const required: Props = {
  name: "acme-aggregator",
  codeBucketArn,
  codeKey,
  codeKmsKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/lake",
  propertyGroups: { kafka: { "input.topic": "prices" }, job: { "window.seconds": "60" } },
  subnetIds: ["subnet-1", "subnet-2"],
  securityGroupIds: ["sg-1"],
  logRetentionDays: 30,
  logKmsKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/logs",
};
const build = (rest: Partial<Props> = {}) =>
  synthesize((stack) => new FlinkApplication(stack, "job", { ...required, ...rest }));
const application = (rest?: Partial<Props>) => build(rest).resource.aws_kinesisanalyticsv2_application?.job;
const configuration = (rest?: Partial<Props>) => application(rest).application_configuration;

describe("flink-application", () => {
  test("runs the jar under its key, in the VPC, with snapshots", () => {
    expect(configuration()).toMatchObject({
      application_code_configuration: {
        code_content_type: "ZIPFILE",
        code_content: { s3_content_location: { bucket_arn: codeBucketArn, file_key: codeKey } },
      },
      application_snapshot_configuration: { snapshots_enabled: true },
      vpc_configuration: { subnet_ids: ["subnet-1", "subnet-2"], security_group_ids: ["sg-1"] },
    });
  });

  test("checkpoints, scales and logs as configured, never by default", () => {
    const flink = configuration({ checkpointIntervalMs: 10_000, minPauseMs: 0, parallelism: 4, parallelismPerKpu: 2 });
    expect(flink.flink_application_configuration).toEqual({
      checkpoint_configuration: {
        configuration_type: "CUSTOM",
        checkpointing_enabled: true,
        checkpoint_interval: 10_000,
        min_pause_between_checkpoints: 0,
      },
      monitoring_configuration: { configuration_type: "CUSTOM", log_level: "INFO", metrics_level: "APPLICATION" },
      parallelism_configuration: {
        configuration_type: "CUSTOM",
        auto_scaling_enabled: false,
        parallelism: 4,
        parallelism_per_kpu: 2,
      },
    });
  });

  test("hands the job its properties by group", () => {
    expect(configuration().environment_properties.property_group).toEqual([
      { property_group_id: "job", property_map: { "window.seconds": "60" } },
      { property_group_id: "kafka", property_map: { "input.topic": "prices" } },
    ]);
  });

  test("starts from the latest snapshot", () => {
    expect(application().start_application).toBe(true);
    expect(configuration().run_configuration).toEqual({
      application_restore_configuration: { application_restore_type: "RESTORE_FROM_LATEST_SNAPSHOT" },
      flink_run_configuration: { allow_non_restored_state: false },
    });
  });

  test("says nothing about running when it is stopped, which AWS would not report back", () => {
    expect(application({ start: false }).start_application).toBe(false);
    expect(configuration({ start: false })).not.toHaveProperty("run_configuration");
  });

  test("the role reads one object, and decrypts it only through S3", () => {
    const stack = build();
    expect(statement(stack, "job_service", "ReadCode").resources).toEqual([`${codeBucketArn}/${codeKey}`]);
    expect(statement(stack, "job_service", "DecryptCode").condition).toEqual([
      {
        test: "StringEquals",
        variable: "kms:ViaService",
        values: ["s3.${local.current_region}.amazonaws.com"],
      },
    ]);
  });

  test("the role writes to one log stream of its own log group", () => {
    const stack = build();
    expect(statement(stack, "job_service", "WriteLogs").resources).toEqual([
      "${aws_cloudwatch_log_stream.job_log_stream.arn}",
    ]);
    expect(stack.resource.aws_cloudwatch_log_stream?.job_log_stream.log_group_name).toBe(
      "${aws_cloudwatch_log_group.job_logs.name}",
    );
    expect(application().cloudwatch_logging_options.log_stream_arn).toBe(
      "${aws_cloudwatch_log_stream.job_log_stream.arn}",
    );
  });

  test("only finding the log group and the network are for every resource", () => {
    const all = build().data.aws_iam_policy_document?.job_service?.statement.filter((s: { resources: string[] }) =>
      s.resources.includes("*"),
    );
    expect(all.map((s: { sid: string }) => s.sid)).toEqual(["FindLogGroup", "ConnectToVpc"]);
  });

  test("only this application may assume the role", () => {
    const trust = build().data.aws_iam_policy_document?.job_role_trust?.statement[0];
    expect(trust.condition[1]).toMatchObject({ test: "ArnLike", variable: "aws:SourceArn" });
    expect(trust.condition[1].values[0]).toMatch(/:application\/acme-aggregator$/);
  });

  test("a schedule keeps the maintenance window, and may do only that", () => {
    const stack = build({ maintenanceWindowStart: "21:30" });
    const schedule = stack.resource.aws_scheduler_schedule?.job_maintenance;
    expect(schedule.target.arn).toMatch(/aws-sdk:kinesisanalyticsv2:updateApplicationMaintenanceConfiguration$/);
    expect(schedule.target.input).toContain("21:30");
    expect(stack.data.aws_iam_policy_document?.job_maintenance_update?.statement).toEqual([
      {
        sid: "SetMaintenanceWindow",
        actions: ["kinesisanalytics:UpdateApplicationMaintenanceConfiguration"],
        resources: ["${aws_kinesisanalyticsv2_application.job.arn}"],
      },
    ]);
  });

  test("says why a key without the jar's hash is refused", () => {
    expect(() => build({ codeKey: "flink-job/job.jar" })).toThrow(
      /"codeKey" is "flink-job\/job\.jar".*12 or more hex digits of the jar's hash: only a new key deploys new code/,
    );
  });

  test.each<[keyof Props, unknown]>([
    ["codeKey", "flink-job/job.jar"],
    ["codeKey", "flink-job/0123456789ab.zip"],
    ["logLevel", "DEBUG"],
    ["runtime", "FLINK-1_15"],
    ["subnetIds", []],
    ["parallelism", 0],
    ["maintenanceWindowStart", "24:00"],
    ["propertyGroups", { "no spaces": {} }],
  ])("refuses %s %p", (input, value) => {
    expect(() => build({ [input]: value })).toThrow(new RegExp(input));
  });
});
