import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, DataResource } from "cdktf";
import { Construct } from "constructs";
import * as z from "zod";
import { type Props, parse } from "../../../module-kit/inputs";
import { defineModule } from "../../../module-kit/module";
import { movedFrom } from "../../../module-kit/moved";
import { PlainStack } from "../../../module-kit/plain-stack";
import { type AnyModule, contentOf } from "../../../module-kit/publish/elements";
import { mainFile, variablesFile } from "../../../module-kit/publish/terraform-files";
import { forEachOf } from "../../../module-kit/structure";
import { variableSpecs } from "../../../module-kit/variables";
import { terraformEnv } from "../../../terraform-cli/environment";
import { terraformSync } from "../../../terraform-cli/run";

const inputs = z.object({ kept: z.string().describe("What is kept.") });
/** Of Terraform's own kind, so that the test needs no provider. */
const schema = { version: "", resource: { terraform_data: { blocks: {}, computed: [] } }, data: {} };

/** A module with a resource, a nested one that exists once per key, and one within a further construct. */
const moduleOf = (build: (scope: Construct, kept: string) => void) =>
  defineModule({
    name: "kept",
    description: "Something kept.",
    inputs,
    construct: class extends Construct {
      constructor(scope: Construct, id: string, props: Props<typeof inputs>) {
        super(scope, id);
        build(this, parse(this, inputs, props).kept);
      }
    },
    outputs: {},
  });

const before = moduleOf((scope, kept) => {
  new DataResource(scope, "store", { input: { kept } });
  new DataResource(new Construct(scope, "parts"), "part", { forEach: forEachOf(["a", "b"]), input: { kept } });
});
const renamed = (isSaid: boolean) =>
  moduleOf((scope, kept) => {
    const store = new DataResource(scope, "lake", { input: { kept } });
    const pieces = new Construct(scope, "pieces");
    const piece = new DataResource(pieces, "piece", { forEach: forEachOf(["a", "b"]), input: { kept } });
    if (!isSaid) return;
    movedFrom(store, "store");
    movedFrom(pieces, "parts");
    movedFrom(piece, "part");
  });

/** Files of a root that uses one form of the module. */
const FORMS: Readonly<Record<string, (definition: AnyModule) => Readonly<Record<string, string>>>> = {
  construct: (definition) => {
    const stack = new PlainStack(new App({ skipValidation: true }), "stack");
    new definition.construct(stack, "it", { kept: "x" });
    stack.prepareStack();
    const { terraform: _, ...json } = stack.toTerraform();
    return { "main.tf.json": JSON.stringify(json) };
  },
  "published module": (definition) => ({
    "main.tf": 'module "it" {\n  source = "./kept"\n  kept = "x"\n}\n',
    "kept/main.tf": mainFile(contentOf(definition), [], schema),
    "kept/variables.tf": variablesFile(variableSpecs(inputs), "index.ts"),
  }),
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "moved-"));
  mkdirSync(join(folder, "kept"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => terraformSync(args, folder, terraformEnv());

function use(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  run("init", "-input=false", "-no-color");
}

/** What Terraform would do to each resource that it has in its state or configuration. */
function planned(): string[][] {
  run("plan", "-input=false", "-no-color", "-out=plan");
  const { resource_changes } = JSON.parse(run("show", "-json", "plan")) as {
    resource_changes: { change: { actions: string[] } }[];
  };
  return resource_changes.map(({ change }) => change.actions);
}

describe.each(Object.entries(FORMS))("as a %s", (_, filesOf) => {
  beforeEach(() => {
    use(filesOf(before));
    run("apply", "-auto-approve", "-input=false", "-no-color");
  });

  test("a state with the earlier addresses is kept whole", () => {
    use(filesOf(renamed(true)));
    expect(planned()).toEqual([["no-op"], ["no-op"], ["no-op"]]);
  });

  test("a renaming that is not said would destroy what there is", () => {
    use(filesOf(renamed(false)));
    expect(planned().filter(([action]) => action === "delete")).toHaveLength(3);
  });
});
