import { type Limit, numberOf, structureOf, textOf, unless, within } from "./limit";

const QUOTAS = "https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html";
const VARIABLES = "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html";
const MAPPINGS = "https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html";
const FUNCTIONS = ["lambda:CreateFunction", "lambda:UpdateFunctionConfiguration"];
const MAPPED = ["lambda:CreateEventSourceMapping", "lambda:UpdateEventSourceMapping"];
const RESERVED =
  /^(_HANDLER|_X_AMZN_TRACE_ID|AWS_(DEFAULT_)?REGION|AWS_EXECUTION_ENV|AWS_LAMBDA_\w+|AWS_ACCESS_KEY(_ID)?|AWS_SECRET_ACCESS_KEY|AWS_SESSION_TOKEN|LAMBDA_TASK_ROOT|LAMBDA_RUNTIME_DIR)$/;
/** Of the variables that begin like reserved ones, those that Lambda documents for users. */
const FOR_USERS = ["AWS_LAMBDA_EXEC_WRAPPER"];
const ERROR_HANDLING = [
  "BisectBatchOnFunctionError",
  "MaximumRetryAttempts",
  "MaximumRecordAgeInSeconds",
  "FunctionResponseTypes",
];

const variables = (parameters: Parameters<Limit["problems"]>[0]) =>
  Object.entries(structureOf(parameters, "Environment", "Variables"));

export const lambda: readonly Limit[] = [
  {
    rule: "a function's environment has at most 4 KB",
    source: QUOTAS,
    of: FUNCTIONS,
    problems: (parameters) => {
      const size = variables(parameters).reduce(
        (sum, [name, value]) => sum + Buffer.byteLength(name) + Buffer.byteLength(String(value)),
        0,
      );
      return unless(size <= 4096, size);
    },
  },
  {
    rule: "no environment variable is one of Lambda's own",
    source: VARIABLES,
    of: FUNCTIONS,
    problems: (parameters) =>
      variables(parameters)
        .map(([name]) => name)
        .filter((name) => RESERVED.test(name) && !FOR_USERS.includes(name)),
  },
  {
    rule: "a zip in the request has at most 50 MB",
    source: QUOTAS,
    of: ["lambda:CreateFunction", "lambda:UpdateFunctionCode"],
    problems: (parameters) => {
      const zip = textOf(structureOf(parameters, "Code"), "ZipFile") || textOf(parameters, "ZipFile");
      return unless((zip.length * 3) / 4 <= 50e6, zip.length);
    },
  },
  {
    rule: "a function runs at most 900 seconds",
    source: QUOTAS,
    of: FUNCTIONS,
    problems: (parameters) => unless((numberOf(parameters, "Timeout") ?? 3) <= 900, numberOf(parameters, "Timeout")),
  },
  {
    rule: "1 to 200 pollers at least, and up to 2,000 at most",
    source: "https://docs.aws.amazon.com/lambda/latest/api/API_ProvisionedPollerConfig.html",
    of: MAPPED,
    problems: (parameters) => {
      if (!("ProvisionedPollerConfig" in parameters)) return [];
      const pollers = structureOf(parameters, "ProvisionedPollerConfig");
      const [least = 1, most = 200] = [numberOf(pollers, "MinimumPollers"), numberOf(pollers, "MaximumPollers")];
      return unless(within(least, 1, 200) && within(most, least, 2000), `${least} to ${most}`);
    },
  },
  {
    rule: "error handling of a Kafka mapping needs provisioned pollers",
    source: "https://docs.aws.amazon.com/lambda/latest/dg/kafka-retry-configurations.html",
    of: ["lambda:CreateEventSourceMapping"],
    problems: (parameters) => {
      const kafka = textOf(parameters, "EventSourceArn").includes(":kafka:");
      if (!kafka || "ProvisionedPollerConfig" in parameters) return [];
      return ERROR_HANDLING.filter((name) => name in parameters);
    },
  },
  {
    rule: "batches of more than 10 records from a stream or queue wait at least one second",
    source: MAPPINGS,
    of: ["lambda:CreateEventSourceMapping"],
    problems: (parameters) => {
      if (textOf(parameters, "EventSourceArn").includes(":kafka:")) return [];
      const size = numberOf(parameters, "BatchSize") ?? 10;
      return unless(size <= 10 || (numberOf(parameters, "MaximumBatchingWindowInSeconds") ?? 0) >= 1, size);
    },
  },
];
