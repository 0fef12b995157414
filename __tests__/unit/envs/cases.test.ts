import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { loadEnvironment, requestedEnvironments } from "../../../envs/load";

const DEV = readFileSync(resolve(__dirname, "../../../envs/dev.json"), "utf8");
type Change = readonly [path: string, value: unknown];

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "envs-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** The text of dev.json with changes. */
function changed(...changes: readonly Change[]): string {
  const environment = JSON.parse(DEV);
  for (const [path, value] of changes) {
    const names = path.split(".");
    // biome-ignore lint/suspicious/noExplicitAny: a test breaks the file in ways that its type forbids
    const parent = names.slice(0, -1).reduce((section: any, name) => (section[name] ??= {}), environment);
    parent[names.at(-1)!] = value;
  }
  return JSON.stringify(environment);
}

/** What loading says: nothing when it is accepted. */
function verdict(text: string): string {
  writeFileSync(join(directory, "dev.json"), text);
  try {
    loadEnvironment("dev", directory);
    return "";
  } catch (error) {
    return (error as Error).message;
  }
}

const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`T${index}`, "v"]));
const published = (key: string, bucket = "my-releases") => ({ source: "published", bucket, key });
const JAR = "flink-job/0123456789abcdef.jar";

test.each<[string, Change]>([
  ["a region of the European Sovereign Cloud", ["region", "eusc-de-east-1"]],
  ["a GovCloud region", ["region", "us-gov-west-1"]],
  ["a Chinese region", ["region", "cn-north-1"]],
  ["the newest region of the Americas", ["region", "mx-central-1"]],
  ["as many tags as AWS leaves", ["tags", many(46)]],
  ["a tag in another script", ["tags", { Straße: "Größe @ 5+3=8" }]],
  ["a tag with the longest key and value", ["tags", { ["k".repeat(128)]: "v".repeat(256) }]],
  ["an empty tag value", ["tags", { Owner: "" }]],
  ["one minute", ["producer.schedule", "rate(1 minute)"]],
  ["some days", ["producer.schedule", "rate(7 days)"]],
  ["a cron of weekdays", ["producer.schedule", "cron(0/5 8-17 ? * MON-FRI *)"]],
  ["a cron of the last day", ["producer.schedule", "cron(15 10 L * ? *)"]],
  ["a cron of the second Tuesday", ["producer.schedule", "cron(0 9 ? * TUE#2 2026-2030)"]],
  ["an address with a plus", ["alarms.emails", ["ops+md@corp.io"]]],
  ["an address with an apostrophe", ["alarms.emails", ["o'leary@example.org"]]],
  ["a jar named by its hash", ["flink.artifact", published(JAR)]],
])("%s is accepted", (_, change) => expect(verdict(changed(change))).toBe(""));

test.each<[string, Change, RegExp]>([
  [
    "a region that does not exist",
    ["region", "eu-west-9"],
    /region: got "eu-west-9": must be an AWS region, such as .*eu-west-1/,
  ],
  ["a tag that AWS keeps", ["tags", { "aws:foo": "x" }], /tags\.aws:foo: .*must not begin with aws:/],
  ["a tag that AWS keeps, in capitals", ["tags", { "AWS:foo": "x" }], /must not begin with aws:/],
  ["one tag too many", ["tags", many(47)], /tags: .*has 47 tags; must be at most 46/],
  [
    "a tag's value with commas",
    ["tags", { Owner: "a,b;c<d>" }],
    /tags\.Owner: got "a,b;c<d>": must be made of letters/,
  ],
  ["a tag's value with an emoji", ["tags", { Owner: "😀" }], /tags\.Owner: .*must be made of letters/],
  ["a tag that Terraform would evaluate", ["tags", { Owner: "${var.x}" }], /tags\.Owner: .*must be made of letters/],
  ["a tag's key that is too long", ["tags", { ["k".repeat(129)]: "" }], /128/],
  ["a tag's value that is too long", ["tags", { Owner: "v".repeat(257) }], /256/],
  [
    "tags that differ in case alone",
    ["tags", { Team: "a", team: "b" }],
    /tags\.team: .*must differ from "Team" in more than case/,
  ],
  ["a tag that is set already", ["tags", { project: "x" }], /must not be Project, Environment, ManagedBy, Name/],
  [
    "a rate of nothing",
    ["producer.schedule", "rate(0 minutes)"],
    /producer\.schedule: got "rate\(0 minutes\)": must be rate/,
  ],
  ["one in the plural", ["producer.schedule", "rate(1 minutes)"], /must be rate\(…\) of 1 or more minutes/],
  ["several in the singular", ["producer.schedule", "rate(5 minute)"], /must be rate/],
  ["seconds", ["producer.schedule", "rate(30 seconds)"], /must be rate/],
  ["a cron of five fields", ["producer.schedule", "cron(*/5 * * * *)"], /with six fields/],
  ["a cron that names both days", ["producer.schedule", "cron(0 8 1 * MON *)"], /of which one day is \?/],
  ["a cron of hour 24", ["producer.schedule", "cron(0 24 * * ? *)"], /must be rate/],
  ["a cron of minute 60", ["producer.schedule", "cron(60 * * * ? *)"], /must be rate/],
  ["a schedule that runs once", ["producer.schedule", "at(2026-12-01T00:00:00)"], /must be rate/],
  ["an address twice", ["alarms.emails", ["a@corp.io", "A@corp.io"]], /alarms\.emails: .*must name each address once/],
  ["a page without https", ["alarms.runbooks", "http://wiki.intra/runbooks"], /must be an https URL/],
  ["a page that Terraform would evaluate", ["alarms.runbooks", "https://a.org/${x}"], /must be an https URL/],
  ["a ticker twice", ["producer.tickers", ["AAPL", "AAPL"]], /producer\.tickers: .*must name each ticker once/],
  ["an account as a number", ["account", 12345678901], /account: got 12345678901: /],
  ["a name in capitals", ["name", "Dev"], /name: got "Dev": must be 2 to 12/],
  ["an hour that does not exist", ["flink.maintenanceWindowStart", "24:00"], /must be a UTC time/],
  ["a jar without its hash", ["flink.artifact", published("flink-job/latest.jar")], /must end in \.jar and hold 12/],
  [
    "a jar's key that Terraform would evaluate",
    ["flink.artifact", published("${x}/0123456789abcdef.jar")],
    /flink\.artifact\.key/,
  ],
  ["a bucket that S3 keeps", ["flink.artifact", published(JAR, "sthree-jars")], /must not begin with xn--/],
  ["an alias of an access point", ["flink.artifact", published(JAR, "jars-s3alias")], /must not end in -s3alias/],
  ["a bucket with capitals", ["flink.artifact", published(JAR, "Jars")], /must be a bucket name/],
])("%s is refused", (_, change, sentence) => expect(verdict(changed(change))).toMatch(sentence));

test.each([
  ["a byte-order mark", `\uFEFF${DEV}`],
  ["Windows' line endings", DEV.replaceAll("\n", "\r\n")],
])("%s does no harm", (_, text) => expect(verdict(text)).toBe(""));

test.each([
  ["a comment", DEV.replace("{", "{\n // account of ops\n"), /not JSON: JSON has no comments, line 2, column 2/],
  ["a comma too many", DEV.replace(/\n\}\s*$/, ",\n}"), /not JSON: expected a name in double quotes/],
  ["nothing in it", "", /not JSON: the file is empty/],
  ["a name twice", DEV.replace("{", '{ "account": "999999999999",'), /not JSON: account stands twice, line/],
  [
    "a name twice, deep inside",
    DEV.replace('"input": {', '"input": { "partitions": 1,'),
    /kafka\.topics\.input\.partitions stands twice/,
  ],
  ["a prototype among the tags", DEV.replace('"tags": {', '"tags": { "__proto__": "x",'), /__proto__/],
])("a file with %s is refused by name", (_, text, sentence) => expect(verdict(text)).toMatch(sentence));

test("ENVIRONMENTS may have spaces, and names each once", () => {
  expect(requestedEnvironments("staging, dev,dev")).toEqual(["staging", "dev"]);
  expect(requestedEnvironments(undefined)).toContain("prod");
  expect(() => requestedEnvironments(" ,")).toThrow(
    'ENVIRONMENTS is " ,"; it must name one or more of dev, local, prod, staging.',
  );
});
