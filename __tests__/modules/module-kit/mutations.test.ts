import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkParity, type ParityReport } from "../../../module-kit/parity/parity";
import type { Subject } from "../../../module-kit/parity/subject";
import { allSubjects } from "../../../module-kit/parity/subjects";
import { MODULES } from "../../../module-kit/publish/discover";

/** A fault put into a published module: parity must tell it apart from the construct. */
interface Mutation {
  readonly fault: string;
  readonly module: string;
  /** Default: minimal. No two mutations share a module and a case. */
  readonly caseName?: string;
  readonly file: string;
  readonly from: string | RegExp;
  readonly to: string;
  /** What the report must name. */
  readonly where: string;
}

const MUTATIONS: readonly Mutation[] = [
  {
    fault: "a changed value",
    module: "kms-key",
    file: "main.tf",
    from: /enable_key_rotation( +)= true/,
    to: "enable_key_rotation = false",
    where: "enable_key_rotation",
  },
  {
    fault: "a swapped output",
    module: "bucket",
    file: "outputs.tf",
    from: "aws_s3_bucket.this.arn",
    to: "aws_s3_bucket.this.id",
    where: "outputs: bucket_arn",
  },
  {
    fault: "a lost block",
    module: "bastion",
    file: "main.tf",
    from: /\n {2}metadata_options \{[^}]*\}\n/,
    to: "",
    where: "metadata_options",
  },
  {
    fault: "a lost statement of a policy",
    module: "kafka-access",
    file: "main.tf",
    from: /\n {2}statement \{[^}]*\}\n/,
    to: "",
    where: "policy",
  },
  {
    fault: "a reference to another resource",
    module: "log-group",
    file: "outputs.tf",
    from: "aws_cloudwatch_log_group.this.arn",
    to: "aws_cloudwatch_log_group.this.name",
    where: "outputs: arn",
  },
  {
    fault: "a resource that is not made",
    module: "data-lake",
    file: "main.tf",
    from: "count = 1\n",
    to: "count = 0\n",
    where: "aws_s3_bucket_logging.bucket_logging",
  },
  {
    fault: "a dynamic block on the opposite condition",
    module: "function",
    file: "main.tf",
    from: "length(var.subnet_ids) > 0",
    to: "length(var.subnet_ids) == 0",
    where: "execution",
  },
  {
    fault: "another default",
    module: "schedule",
    file: "variables.tf",
    from: /default( +)= 3\n/,
    to: "default = 4\n",
    where: "maximum_retry_attempts",
  },
  {
    fault: "another word of eight letters in a nested block",
    module: "bastion",
    caseName: "full",
    file: "main.tf",
    from: '= "required"',
    to: '= "optional"',
    where: "plan: aws_instance.this.after.metadata_options.0.http_tokens",
  },
  {
    fault: "a number in a nested block",
    module: "data-lake",
    caseName: "full",
    file: "main.tf",
    from: /days_after_initiation( +)= 7/,
    to: "days_after_initiation = 8",
    where: "days_after_initiation",
  },
  {
    fault: "a member of a dynamic block",
    module: "alarms",
    caseName: "full",
    file: "main.tf",
    from: "= metric_query.value.namespace",
    to: "= metric_query.value.metric",
    where: "metric_query",
  },
  {
    fault: "an operator of a policy's condition",
    module: "kms-key",
    caseName: "full",
    file: "main.tf",
    from: /"ArnLike"(\n +variable = "aws:SourceArn")/,
    to: '"ArnEquals"$1',
    where: "statement.3.condition",
  },
  {
    fault: "two statements in another order",
    module: "kafka-access",
    caseName: "full",
    file: "main.tf",
    from: /( {2}dynamic "statement" \{[\s\S]*?\n {2}\}\n)\n( {2}dynamic "statement" \{[\s\S]*?\n {2}\}\n)/,
    to: "$2\n$1",
    where: "statement",
  },
  {
    fault: "an argument that takes its neighbour's value",
    module: "security-group",
    caseName: "full",
    file: "main.tf",
    from: "coalesce(each.value.to_port, each.value.port)",
    to: "each.value.port",
    where: "to_port",
  },
];

let folder: string;
let report: ParityReport;

const folderOf = (module: string, caseName = "minimal") => join(folder, `${module}-${caseName}`);

const mutant = ({ module, caseName, file, from, to }: Mutation): void => {
  cpSync(join(MODULES, module), folderOf(module, caseName), { recursive: true });
  const path = join(folderOf(module, caseName), file);
  const text = readFileSync(path, "utf8");
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`nothing to mutate in modules/${module}/${file}`);
  writeFileSync(path, changed);
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mutants-"));
  MUTATIONS.forEach(mutant);
  const isMutated = ({ definition, caseName }: Subject) =>
    MUTATIONS.some((each) => each.module === definition.name && (each.caseName ?? "minimal") === caseName);
  const subjects = allSubjects(MUTATIONS.map(({ module }) => module)).filter(isMutated);
  report = checkParity(subjects, { folderOf: ({ definition, caseName }) => folderOf(definition.name, caseName) });
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(MUTATIONS.map((mutation) => [mutation.fault, mutation] as const))(
  "parity notices %s",
  (_, { module, caseName = "minimal", where }) => {
    const result = report.results.find((each) => each.module === module && each.caseName === caseName);
    const found = result?.differences ?? [];
    expect(found.join("\n")).toContain(where);
  },
);
