import { loadEnvironment } from "../../../../envs/load";
import { stateBucket, stateKey, tags } from "../../../../envs/names";
import type { Environment } from "../../../../envs/schema";
import { describe as describeReports, fails, summarize } from "../../../../scripts/preflight/describe";
import { CHECKS, look } from "../../../../scripts/preflight/look";
import { type Needs, needsOf as readNeeds } from "../../../../scripts/preflight/needs";
import {
  type Answer,
  type Answers,
  queryError,
  type RecordedAws,
  startRecordedAws,
} from "../../../support/recorded-aws";
import * as aws from "./answers";

const dev = loadEnvironment("dev");
const staging = loadEnvironment("staging");
const read = new Map<string, Needs>();
/** What the environment's stacks need; read once each, since that takes a while. */
const needsOf = (environment: Environment): Needs => {
  const needs = read.get(environment.name) ?? readNeeds(environment);
  read.set(environment.name, needs);
  return needs;
};
const functionsOf = (environment: Environment) => Object.keys(needsOf(environment).reservations);
const good = (environment: Environment): Answers =>
  aws.goodAnswers(
    functionsOf(environment),
    needsOf(environment).endpoints,
    stateBucket(environment),
    stateKey(environment, "state"),
  );
const endpointsOf = (change: Readonly<Record<string, { zones: string[]; policy?: boolean } | undefined>>): Answer => {
  const zones = Object.keys(aws.US_EAST_1);
  const all = needsOf(dev).endpoints.map((suffix) => [suffix, suffix in change ? change[suffix] : { zones }] as const);
  return aws.endpointServices(
    Object.fromEntries(all.flatMap(([suffix, found]) => (found ? [[`com.amazonaws.us-east-1.${suffix}`, found]] : []))),
  );
};

let recorded: RecordedAws;
beforeEach(async () => {
  recorded = await startRecordedAws();
});
afterEach(() => recorded.stop());

/** What the named check says of an environment, with the answers of a good account but for these. */
async function ask(title: string, answers: Answers = {}, environment = dev): Promise<string> {
  recorded.answer({ ...good(environment), ...answers });
  const check = CHECKS.find((each) => each.title === title)!;
  return describeReports(await look(environment, [check], needsOf(environment)));
}

test.each([dev, staging, loadEnvironment("prod")])(
  "an account that has everything passes: $name",
  async (environment) => {
    recorded.answer(good(environment));
    const reports = await look(environment, CHECKS, needsOf(environment));
    expect(describeReports(reports)).not.toMatch(/FAILED|\?/);
    expect(fails(reports)).toBe(false);
    expect(summarize(reports)).toBe(`${CHECKS.length} checks, none failed`);
  },
);

test("what the stacks need is read from the stacks", () => {
  const { reservations, elasticIps, vpcs, serviceLinkedRoles } = needsOf(staging);
  expect(Object.keys(reservations)).toContain("market-data-staging-producer");
  expect(Object.values(reservations).every((count) => count >= 1)).toBe(true);
  expect([vpcs, elasticIps]).toEqual([1, 1]);
  expect(serviceLinkedRoles).toEqual(["kafka.amazonaws.com"]);
  expect(needsOf(staging).endpoints).toEqual([]);
  expect(needsOf(dev).endpoints).toEqual(expect.arrayContaining(["athena", "logs", "sagemaker.featurestore-runtime"]));
});

describe("Lambda's concurrency", () => {
  const needed = functionsOf(dev).length;
  const title = "Lambda's concurrency";

  test("must leave exactly what Lambda wants unreserved", async () => {
    await expect(ask(title, { [aws.SETTINGS]: aws.accountSettings(1000, 100 + needed) })).resolves.toMatch(/^ {2}ok/);
    await expect(ask(title, { [aws.SETTINGS]: aws.accountSettings(1000, 99 + needed) })).resolves.toMatch(
      /^ {2}FAILED/,
    );
  });

  test("of a new account says how to ask for more", async () => {
    await expect(ask(title, { [aws.SETTINGS]: aws.accountSettings(10) })).resolves.toMatch(
      new RegExp(
        `FAILED.*${needed} more to be reserved, 10 of the account's 10 unreserved.*request-service-quota-increase --service-code lambda --quota-code L-B99A9384 .*--region us-east-1`,
      ),
    );
  });

  test("that the environment has reserved before is not needed again", async () => {
    const before = Object.fromEntries(functionsOf(dev).map((name) => [aws.reservationOf(name), aws.reserved(1)]));
    await expect(ask(title, { ...before, [aws.SETTINGS]: aws.accountSettings(105, 100) })).resolves.toContain(
      "ok      Lambda's concurrency: 0 more",
    );
  });
});

describe("availability zones", () => {
  test("that are too few name the setting, and those that there are", async () => {
    const one = { DescribeAvailabilityZones: aws.zonesAnswer({ "us-east-1b": "use1-az1" }) };
    await expect(ask("availability zones", one)).resolves.toMatch(
      /FAILED.*network\.azCount of envs\/dev\.json is 2, and us-east-1 has 1 .*us-east-1b \(use1-az1\)/,
    );
    const two = { DescribeAvailabilityZones: aws.zonesAnswer({ "us-east-1b": "use1-az1", "us-east-1c": "use1-az2" }) };
    await expect(ask("availability zones", two)).resolves.toContain(
      "ok      availability zones: us-east-1b (use1-az1), us-east-1c (use1-az2)",
    );
  });

  test("that MSK is not in are left out, and the others are taken by their ids", async () => {
    await expect(ask("availability zones")).resolves.toContain(
      "ok      availability zones: us-east-1b (use1-az1), us-east-1c (use1-az2)",
    );
  });

  test("that are named are taken, and must be there", async () => {
    const named = (...namedZones: string[]) =>
      look(
        dev,
        CHECKS.filter(({ title }) => title === "availability zones"),
        { ...needsOf(dev), namedZones },
      );
    recorded.answer(good(dev));
    expect(describeReports(await named("use1-az4", "use1-az1"))).toContain(
      "ok      availability zones: us-east-1d (use1-az4), us-east-1b (use1-az1)",
    );
    expect(describeReports(await named("use1-az4", "use1-az9"))).toMatch(
      /FAILED.*network\.zoneIds of envs\/dev\.json names use1-az9, which us-east-1 does not have/,
    );
  });

  test("are asked for with the filters of the stacks", async () => {
    let parameters = "";
    const zones = (body: string) => {
      parameters = decodeURIComponent(body);
      return aws.zonesAnswer(aws.US_EAST_1);
    };
    await ask("availability zones", { DescribeAvailabilityZones: zones });
    expect(parameters).toContain("Filter.1.Name=state&Filter.1.Value.1=available");
    expect(parameters).toContain("Name=opt-in-status");
  });
});

describe("interface endpoints", () => {
  const title = "interface endpoints";

  test("that the region does not offer are named", async () => {
    await expect(ask(title, { DescribeVpcEndpointServices: endpointsOf({ athena: undefined }) })).resolves.toMatch(
      /FAILED.*com\.amazonaws\.us-east-1\.athena is not offered in us-east-1.*"nat"/,
    );
  });

  test("that take no policy are named", async () => {
    const services = endpointsOf({ logs: { zones: Object.keys(aws.US_EAST_1), policy: false } });
    await expect(ask(title, { DescribeVpcEndpointServices: services })).resolves.toMatch(
      /FAILED.*us-east-1\.logs takes no policy/,
    );
  });

  test("in some of the network's zones are a notice, in none a failure", async () => {
    const zones = Object.keys(aws.US_EAST_1);
    const used = (await ask("availability zones")).match(/us-east-1[a-z]/g)!;
    const without = (...missing: string[]) => zones.filter((zone) => !missing.includes(zone));
    await expect(
      ask(title, { DescribeVpcEndpointServices: endpointsOf({ monitoring: { zones: without(used[0]!) } }) }),
    ).resolves.toMatch(new RegExp(`^ {2}note.*monitoring is not in ${used[0]}`));
    await expect(
      ask(title, { DescribeVpcEndpointServices: endpointsOf({ monitoring: { zones: without(...used) } }) }),
    ).resolves.toMatch(/FAILED.*monitoring is in none of the network's zones/);
  });

  test("are not asked for where egress is by NAT gateway", async () => {
    await expect(ask(title, {}, staging)).resolves.toContain("ok      interface endpoints: none are needed");
    expect(recorded.asked).not.toContain("DescribeVpcEndpointServices");
  });
});

test("MSK Serverless is refused where AWS does not offer it, and not asked about where it is not used", async () => {
  await expect(ask("MSK Serverless", {}, { ...dev, region: "us-west-1" })).resolves.toMatch(
    /FAILED.*not offered in us-west-1, but in .*us-west-2.*envs\/dev\.json/,
  );
  await expect(ask("MSK Serverless")).resolves.toContain("offered in us-east-1");
  await expect(ask("MSK Serverless", {}, staging)).resolves.toContain("not used");
});

test("a service-linked role that is missing is a notice with the command that makes it", async () => {
  await expect(ask("service-linked roles", { GetRole: aws.noRole })).resolves.toMatch(
    /^ {2}note.*aws iam create-service-linked-role --aws-service-name kafka\.amazonaws\.com/,
  );
  await expect(ask("service-linked roles")).resolves.toContain("ok      service-linked roles: AWSServiceRoleForKafka");
});

describe("quotas", () => {
  const own = { Project: tags(staging).Project!, Environment: "staging" };
  const others = (count: number) => Array.from({ length: count }, () => ({ Environment: "staging" }));

  test.each([
    ["quota of VPCs", "DescribeVpcs", aws.vpcsAnswer, "--service-code vpc --quota-code L-F678F1CE"],
    ["quota of Elastic IPs", "DescribeAddresses", aws.addressesAnswer, "--service-code ec2 --quota-code L-0263D0A3"],
  ] as const)(
    "%s: one that is free is enough, and what the environment has counts as had",
    async (title, operation, answer, codes) => {
      await expect(ask(title, { [operation]: answer(others(4)) }, staging)).resolves.toMatch(
        /^ {2}ok.*1 more needed, 4 of 5 in use/,
      );
      await expect(ask(title, { [operation]: answer(others(5)) }, staging)).resolves.toMatch(
        new RegExp(`FAILED.*1 more needed, 5 of 5 in use in us-east-1.*${codes} --desired-value 6 --region us-east-1`),
      );
      await expect(ask(title, { [operation]: answer([...others(4), own]) }, staging)).resolves.toMatch(
        /^ {2}ok.*0 more needed/,
      );
    },
  );

  test("without a value of the account's own are AWS's defaults", async () => {
    const none = aws.jsonError(
      400,
      "NoSuchResourceException",
      "The request failed because the specified service quota does not exist.",
    );
    const answers = {
      GetServiceQuota: none,
      GetAWSDefaultServiceQuota: aws.quota(7),
      DescribeVpcs: aws.vpcsAnswer(others(6)),
    };
    await expect(ask("quota of VPCs", answers)).resolves.toMatch(/^ {2}ok.*6 of 7 in use/);
  });
});

test.each([
  ["absent", 404, /FAILED.*market-data-dev-state-111111111111 is not there: run `npm run bootstrap -- dev`/],
  ["another account's, or hidden", 403, /FAILED.*belongs to another account/],
  ["in another region", 301, /FAILED.*in another region/],
])("a state bucket that is %s says what to do", async (_, status, sentence) => {
  await expect(ask("state bucket", { [`HEAD /${stateBucket(dev)}`]: { status, body: "" } })).resolves.toMatch(sentence);
});

test("a state bucket without its own state is a notice", async () => {
  const state = { [`HEAD /${stateBucket(dev)}/${stateKey(dev, "state")}`]: { status: 404, body: "" } };
  await expect(ask("state bucket", state)).resolves.toMatch(/^ {2}note.*npm run bootstrap -- dev/);
});

describe("what may not be asked", () => {
  const DENIED: Answers = {
    [aws.SETTINGS]: aws.jsonError(403, "AccessDeniedException", "not authorized to perform: lambda:GetAccountSettings"),
    DescribeAvailabilityZones: aws.ec2Error(
      403,
      "UnauthorizedOperation",
      "You are not authorized to perform this operation.",
    ),
    DescribeVpcEndpointServices: aws.ec2Error(
      403,
      "UnauthorizedOperation",
      "You are not authorized to perform this operation.",
    ),
    GetRole: queryError(403, "AccessDenied", "not authorized to perform: iam:GetRole"),
    GetServiceQuota: aws.jsonError(
      400,
      "AccessDeniedException",
      "not authorized to perform: servicequotas:GetServiceQuota",
    ),
  };
  const CHECKED = CHECKS.filter(({ title, actions }) => actions.length > 0 && title !== "state bucket");

  test.each(CHECKED.map(({ title, actions }) => [title, actions] as const))(
    "neither passes nor crashes, and names the rights: %s",
    async (title, actions) => {
      const line = await ask(title, DENIED, title === "quota of Elastic IPs" ? staging : dev);
      expect(line).toMatch(/^ {2}\? +/);
      expect(line).toContain(`could not be checked: allow ${actions.join(", ")}`);
    },
  );

  test("is counted", async () => {
    recorded.answer({ ...good(dev), ...DENIED });
    const reports = await look(dev, CHECKS, needsOf(dev));
    expect(fails(reports)).toBe(false);
    expect(summarize(reports)).toMatch(/^8 checks, none failed, 5 could not be made$/);
  });
});

test("the emulator is asked for the state bucket alone", async () => {
  const local = loadEnvironment("local");
  recorded.answer({
    [`HEAD /${stateBucket(local)}`]: { status: 200, body: "" },
    [`HEAD /${stateBucket(local)}/${stateKey(local, "state")}`]: { status: 200, body: "" },
  });
  expect((await look(local, CHECKS, needsOf(dev))).map(({ title }) => title)).toEqual(["state bucket"]);
});
