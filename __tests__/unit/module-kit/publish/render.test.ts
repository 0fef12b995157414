import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { Construct } from "constructs";
import * as z from "zod";
import { given } from "../../../../module-kit/conditionals";
import { currentAccount } from "../../../../module-kit/current";
import { type Props, parse } from "../../../../module-kit/inputs";
import { comment, defineModule } from "../../../../module-kit/module";
import { movedFrom } from "../../../../module-kit/moved";
import { precondition } from "../../../../module-kit/precondition";
import { renderModule } from "../../../../module-kit/publish/render";
import type { ProviderSchema } from "../../../../module-kit/schema/provider-schema";

const schema: ProviderSchema = {
  version: "5.100.0",
  resource: { aws_s3_bucket: { blocks: {}, computed: [] } },
  data: {},
};
const inputs = z.object({
  bucketName: z.string().min(3).describe("Name of the bucket."),
  note: z.string().default("${not a template}").describe("A | note."),
});

const moduleOf = (build: (scope: Construct, p: Props<typeof inputs>) => S3Bucket) =>
  defineModule({
    name: "a-bucket",
    description: "A bucket.",
    inputs,
    construct: class extends Construct {
      readonly bucket: S3Bucket;
      constructor(scope: Construct, id: string, props: Props<typeof inputs>) {
        super(scope, id);
        this.bucket = build(this, parse(this, inputs, props));
      }
    },
    outputs: { bucketArn: { description: "ARN of the bucket.", value: (m) => m.bucket.arn } },
  });

const plain = moduleOf((scope, p) => {
  const bucket = new S3Bucket(scope, "this", { bucket: p.bucketName, tags: { Note: p.note as string } });
  comment(bucket, "Because.");
  return bucket;
});
const cases = { minimal: { bucketName: "acme" }, full: { bucketName: "acme", note: "x" } };

const examples = {
  basic: '# A bucket.\n\nmodule "bucket" {\n  source = "../.."\n\n  bucket_name = "acme"\n}\n',
  complete: "# A bucket with\n# a note.\n",
};

test("a module becomes files of Terraform and a README", () => {
  const files = renderModule(plain, cases, examples, schema);
  expect(Object.keys(files)).toEqual([
    "main.tf",
    "variables.tf",
    "outputs.tf",
    "versions.tf",
    "README.md",
    "tests/cases.tftest.hcl",
  ]);
  expect(files["main.tf"]).toContain('# Because.\nresource "aws_s3_bucket" "this" {\n  bucket = var.bucket_name\n');
  expect(files["variables.tf"]).toContain('default = "$${not a template}"');
  expect(files["outputs.tf"]).toContain("value = aws_s3_bucket.this.arn");
  expect(files["README.md"]).toContain('| `note` | A \\| note. | `string` | `"$${not a template}"` |');
});

test("the README shows the call in the basic example, and what each example makes", () => {
  const readme = renderModule(plain, cases, examples, schema)["README.md"];
  const source = "git::https://example.com/market-data-pipeline.git//modules/a-bucket?ref=v0.2.0";
  expect(readme).toContain(`module "bucket" {\n  source = "${source}"\n\n  bucket_name = "acme"\n}\n`);
  expect(readme).toContain(
    "- [basic](examples/basic): A bucket.\n- [complete](examples/complete): A bucket with a note.\n",
  );
});

test("a module's tests plan every case and refuse wrong values", () => {
  const tests = renderModule(plain, cases, examples, schema)["tests/cases.tftest.hcl"];
  expect(tests).toContain(
    'variables {\n  bucket_name = "acme"\n}\n\nrun "plans_minimal" {\n  command = plan\n\n  assert {\n',
  );
  expect(tests).toContain('run "plans_full" {\n  command = plan\n\n  variables {\n    note = "x"\n  }\n\n  assert {\n');
  expect(tests).toContain('    condition     = aws_s3_bucket.this.bucket == "acme"\n');
  expect(tests).toContain('bucket_name = "本"\n  }\n\n  expect_failures = [\n    var.bucket_name,\n  ]');
});

test("two renderings are the same", () => {
  expect(renderModule(plain, cases, examples, schema)).toEqual(renderModule(plain, cases, examples, schema));
});

test("a token used as a plain value fails, with the module, the file and the place", () => {
  const wrong = moduleOf(
    (scope, p) =>
      new S3Bucket(scope, "this", {
        bucket: JSON.stringify({ n: p.bucketName.length, t: p.bucketName.toUpperCase() }),
      }),
  );
  expect(() => renderModule(wrong, cases, examples, schema)).toThrow(
    /modules\/a-bucket: main.tf holds an expression that was used as a plain value/,
  );
});

test("a provider inside a module is refused", () => {
  const wrong = moduleOf((scope, p) => {
    new AwsProvider(scope, "aws", { region: "eu-west-1" });
    return new S3Bucket(scope, "this", { bucket: p.bucketName });
  });
  expect(() => renderModule(wrong, cases, examples, schema)).toThrow("a module must not have its own provider");
});

/** A module whose bucket has a policy document next to it; `why` is its comment. */
const withPolicy = (why?: string) =>
  moduleOf((scope, p) => {
    const policy = new DataAwsIamPolicyDocument(scope, "read", {
      statement: [
        {
          sid: "Read",
          actions: ["s3:GetObject"],
          resources: ["*"],
          condition: [{ test: "Bool", variable: "aws:SecureTransport", values: ["true"] }],
        },
      ],
    });
    if (why) comment(policy, why);
    return new S3Bucket(scope, "this", { bucket: p.bucketName });
  });
const withDocuments = {
  ...schema,
  data: { aws_iam_policy_document: { blocks: { statement: { condition: {} } }, computed: ["json"] } },
};

test("the README lists every permission with its conditions, and why it is granted", () => {
  const readme = renderModule(withPolicy("Readers need it."), cases, examples, withDocuments)["README.md"];
  expect(readme).toContain("### `read`\n\nReaders need it.\n\n| Statement |");
  expect(readme).toContain("| `Read` | always | `s3:GetObject` | `*` |  | Bool `aws:SecureTransport` `true` |");
});

describe("a precondition", () => {
  const withPrecondition = moduleOf((scope, p) => {
    const lifecycle = precondition(scope, "note must be given.", given(p.note));
    return new S3Bucket(scope, "this", { bucket: p.bucketName, lifecycle });
  });
  const optional = { ...withPrecondition, inputs: inputs.extend({ note: z.string().optional().describe("A note.") }) };
  const invalid = { "no note": { inputs: { bucketName: "acme" }, message: "note must be given" } };

  test("is shown to be refused", () => {
    const files = renderModule(optional, cases, examples, schema, invalid);
    expect(files["tests/cases.tftest.hcl"]).toContain(
      'run "refuses_no_note" {\n  command = plan\n\n  expect_failures = [aws_s3_bucket.this]\n}\n',
    );
  });

  test("that nothing shows to be refused fails, and so does a refusal of none", () => {
    expect(() => renderModule(optional, cases, examples, schema)).toThrow(
      'cases.ts has no invalid inputs for "note must be given."',
    );
    const other = { x: { inputs: { bucketName: "acme" }, message: "it is what it is" } };
    expect(() => renderModule(optional, cases, examples, schema, other)).toThrow(
      'no precondition has the message "it is what it is"',
    );
  });
});

test("permissions without a reason fail", () => {
  expect(() => renderModule(withPolicy(), cases, examples, withDocuments)).toThrow(
    "data.aws_iam_policy_document.read: say with comment(…) why these permissions are granted",
  );
});

test("a module prints where its resources were before", () => {
  const renamed = moduleOf((scope, p) => {
    const bucket = new S3Bucket(scope, "lake", { bucket: p.bucketName });
    movedFrom(bucket, "store");
    return bucket;
  });
  expect(renderModule(renamed, cases, examples, schema)["main.tf"]).toContain(
    "moved {\n  from = aws_s3_bucket.store\n  to = aws_s3_bucket.lake\n}\n",
  );
});

test("constructs share one data source of the account they are in, which comes first", () => {
  const tagged = moduleOf((scope, p) => {
    const inner = new Construct(scope, "inner");
    const tags = { A: currentAccount(scope), B: currentAccount(inner) };
    return new S3Bucket(scope, "this", { bucket: p.bucketName, tags });
  });
  const account = { aws_caller_identity: { blocks: {}, computed: [] } };
  const main = renderModule(tagged, cases, examples, { ...schema, data: account })["main.tf"];
  expect(main).toMatch(/^#.*\n\ndata "aws_caller_identity" "current" \{\}\n\nresource/);
  expect(main?.match(/data\.aws_caller_identity\.current\.account_id/g)).toHaveLength(2);
});

test("a type that the committed schema lacks says how to read it", () => {
  expect(() => renderModule(plain, cases, examples, { ...schema, resource: {} })).toThrow(
    "npm run modules -- --schema",
  );
});
