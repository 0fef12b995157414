import { prefix } from "../../../envs/names";
import { environments } from "../../support/stacks";
import { Simulator } from "./support/simulator";
import { things } from "./support/things";

/** The environment without a way to the internet: what does not pass an endpoint does not happen. */
const environment = environments.dev!;
const simulator = new Simulator(environment);
const its = things(environment);
const role = (name: string) => simulator.roles[`${prefix(environment)}-${name}`]!;

const PASSES = [
  ["put features", "feature-store", "sagemaker.featurestore-runtime", "sagemaker:PutRecord", its.ownFeatureGroup],
  ["get features", "check-feature-store", "sagemaker.featurestore-runtime", "sagemaker:GetRecord", its.ownFeatureGroup],
  ["query them", "check-feature-store", "athena", "athena:StartQueryExecution", its.workgroup],
  ["write query results", "check-feature-store", "s3", "s3:PutObject", `${its.lake}/athena-results/a.csv`],
  ["exchange a replay's file", "replay", "s3", "s3:PutObject", `${its.replayFiles}/a`],
  ["open a session", "bastion", "ssmmessages", "ssmmessages:OpenDataChannel", "*"],
] as const;

test.each(PASSES)("the network lets through: %s (%s)", async (_, name, endpoint, action, resource) => {
  expect(await simulator.allows(role(name), { action, resource, endpoint })).toBe(true);
});

test.each(PASSES)(
  "the network stops another account's credentials: %s",
  async (_, name, endpoint, action, resource) => {
    const context = { "aws:PrincipalAccount": "999999999999" };
    expect(await simulator.allows(role(name), { action, resource, endpoint, context })).toBe(false);
  },
);

test("each endpoint passes its own service only", () => {
  const passed = Object.entries(simulator.endpoints).map(([service, { Statement }]) => [
    service,
    [...new Set((Statement as { Action: string[] }[]).flatMap(({ Action }) => Action.map((a) => a.split(":")[0])))],
  ]);
  expect(Object.fromEntries(passed)).toEqual({
    athena: ["athena"],
    logs: ["logs"],
    monitoring: ["cloudwatch"],
    s3: ["s3"],
    "sagemaker.featurestore-runtime": ["sagemaker"],
    ssm: ["ssm"],
    ssmmessages: ["ssmmessages"],
  });
});
