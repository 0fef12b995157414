import { cases } from "../../../../docs/samples/queue/cases";
import { queueModule } from "../../../../docs/samples/queue/index";
import { misusesOf } from "../../../../module-kit/lint/check";
import { renderModule } from "../../../../module-kit/publish/render";
import { providerSchema } from "../../../../module-kit/schema/provider-schema";
import { sample } from "../../../../scripts/docs/samples";

/** As `npm run modules -- --schema` would add it. */
function schemaWithQueues() {
  const schema = providerSchema();
  const aws_sqs_queue = { blocks: {}, computed: ["arn", "id", "policy", "redrive_policy", "url"] };
  return { ...schema, resource: { ...schema.resource, aws_sqs_queue } };
}

describe("the module of docs/MODULES.md", () => {
  it("does nothing in its constructor that cannot be published", () => {
    expect(misusesOf(sample("queue/index.ts").replace(/^```.*$/gm, ""))).toEqual([]);
  });

  it("is published at the first attempt", () => {
    const example = '# Makes a queue.\nmodule "queue" {\n  source = "../.."\n\n  name = "orders"\n}\n';
    const files = renderModule(queueModule, cases, { basic: example, complete: example }, schemaWithQueues());
    expect(files["main.tf"]).toMatch(/message_retention_seconds = \(?var\.retention_days \* 86400/);
    expect(files["variables.tf"]).toContain('can(regex("^[a-z-]{1,40}$", var.name))');
    expect(Object.keys(files)).toContain("tests/cases.tftest.hcl");
  });
});
