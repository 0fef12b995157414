import { prefix } from "../../../envs/names";
import { environments } from "../../support/stacks";
import { arnIn } from "./support/arns";
import { Simulator } from "./support/simulator";
import { SIMULATED } from "./support/specification";

/** Which service takes which role, and for which of its resources; every role of the stacks is here. */
const TRUST: Record<string, { service: string; source?: string }> = {
  producer: { service: "lambda" },
  consumer: { service: "lambda" },
  "create-topics": { service: "lambda" },
  "feature-store": { service: "lambda" },
  "check-feature-store": { service: "lambda" },
  replay: { service: "lambda" },
  aggregator: { service: "kinesisanalytics", source: "kinesisanalytics:application/market-data-*-aggregator" },
  "aggregates-source": { service: "firehose" },
  "aggregates-delivery": { service: "firehose" },
  "aggregates-store": { service: "sagemaker" },
  "producer-schedule": { service: "scheduler", source: "scheduler:schedule-group/default" },
  "check-feature-store-schedule": { service: "scheduler", source: "scheduler:schedule-group/default" },
  "aggregator-maintenance": { service: "scheduler", source: "scheduler:schedule-group/default" },
  "network-flow-logs": { service: "vpc-flow-logs", source: "ec2:vpc-flow-log/fl-1" },
  bastion: { service: "ec2" },
};

/** EC2 names no source when an instance takes its role, and AWS documents none of SageMaker Feature Store. */
const WITHOUT_SOURCE = ["bastion", "aggregates-store"];
/** What Firehose sends instead of a source: https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html#firehose-assume-role */
const WITH_EXTERNAL_ID = ["aggregates-source", "aggregates-delivery"];

describe.each(SIMULATED)("%s", (name) => {
  const environment = environments[name]!;
  const simulator = new Simulator(environment);
  const role = (of: string) => simulator.roles[`${prefix(environment)}-${of}`]!;
  const context = (of: string, account = environment.account) => {
    const [service, resource] = TRUST[of]!.source?.replace("*", name).split(":") ?? [];
    return {
      [WITH_EXTERNAL_ID.includes(of) ? "sts:ExternalId" : "aws:SourceAccount"]: account,
      ...(service && { "aws:SourceArn": arnIn(environment, service, resource!) }),
    };
  };

  test("has these roles and no others", () => {
    const own = Object.keys(TRUST).map((role) => `${prefix(environment)}-${role}`);
    expect(Object.keys(simulator.roles).sort()).toEqual(own.sort());
  });

  test.each(Object.entries(TRUST))("%s is taken by its service, for this account", async (of, { service }) => {
    expect(await simulator.mayAssume(`${service}.amazonaws.com`, role(of), context(of))).toBe(true);
  });

  test.each(Object.keys(TRUST))("%s is not taken by another service", async (of) => {
    expect(await simulator.mayAssume("glue.amazonaws.com", role(of), context(of))).toBe(false);
  });

  test.each(Object.keys(TRUST).filter((of) => !WITHOUT_SOURCE.includes(of)))(
    "%s is not taken by its service for another account",
    async (of) => {
      const foreign = context(of, "999999999999");
      expect(await simulator.mayAssume(`${TRUST[of]!.service}.amazonaws.com`, role(of), foreign)).toBe(false);
    },
  );

  test.each(Object.keys(TRUST).filter((of) => TRUST[of]!.source))("%s is not taken for another source", async (of) => {
    const foreign = { ...context(of), "aws:SourceArn": arnIn(environment, "scheduler", "schedule-group/another") };
    expect(await simulator.mayAssume(`${TRUST[of]!.service}.amazonaws.com`, role(of), foreign)).toBe(false);
  });
});
