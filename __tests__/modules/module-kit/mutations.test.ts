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
];

let folder: string;
let report: ParityReport;

const mutant = ({ module, file, from, to }: Mutation): void => {
  cpSync(join(MODULES, module), join(folder, module), { recursive: true });
  const path = join(folder, module, file);
  const text = readFileSync(path, "utf8");
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`nothing to mutate in modules/${module}/${file}`);
  writeFileSync(path, changed);
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mutants-"));
  MUTATIONS.forEach(mutant);
  const modules = MUTATIONS.map(({ module }) => module);
  const subjects = allSubjects(modules).filter(({ caseName }) => caseName === "minimal");
  report = checkParity(subjects, { folderOf: ({ definition }: Subject) => join(folder, definition.name) });
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(MUTATIONS.map((mutation) => [mutation.fault, mutation] as const))(
  "parity notices %s",
  (_, { module, where }) => {
    const found = report.results.find((each) => each.module === module)?.differences ?? [];
    expect(found.join("\n")).toContain(where);
  },
);
