import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { discoverModules, MODULES } from "../../../module-kit/publish/discover";
import { examplesOf, ownCalls, purposeOf } from "../../../module-kit/publish/examples";
import { variableSpecs } from "../../../module-kit/variables";
import { terraformEnv } from "../../../terraform-cli/environment";
import { terraformSync } from "../../../terraform-cli/run";
import { resourcesOf, terraformTest } from "../../../terraform-cli/test";
import { ExamplesRoot, examples, keyOf, requiredVariables, terraformFiles } from "../../support/examples";
import { madeUpAws } from "./support/made-up";

/** What only the reader has, and this test makes up. Every other variable has a default. */
const YOURS = {
  cluster_arn: '"arn:aws:kafka:eu-west-1:123456789012:cluster/acme/0-1"',
  create_topics_package: '"${path.root}/package.zip"',
  job_jar: '"${path.root}/job.jar"',
};

/** Inputs that no example gives, by module, and why not. */
const NOT_SHOWN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  network: { zone_ids: "An example has to work in any region, and the IDs of one are those of no other." },
};

const named = examples.map((each) => [`${each.name}/${each.example}`, each] as const);

/** Files below an example's folder. */
const files = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe("every example", () => {
  test.each(named)("%s is a root of four files, asking for the versions that its module asks for", (_, each) => {
    expect(readdirSync(each.folder)).toEqual(
      expect.arrayContaining(["main.tf", "outputs.tf", "variables.tf", "versions.tf"]),
    );
    const own = readFileSync(join(MODULES, each.name, "versions.tf"), "utf8");
    expect(own.endsWith(`\n\n${readFileSync(join(each.folder, "versions.tf"), "utf8")}`)).toBe(true);
  });

  test.each(named)("%s says what it makes", (_, { name, example }) => {
    expect(purposeOf(examplesOf(name)[example])).toMatch(/\.$/);
  });

  test.each(named)("%s holds no account and no ARN of its own", (_, each) => {
    const text = terraformFiles(each).join("\n");
    expect(text.match(/\b\d{12}\b/g)).toBeNull();
    expect(text.match(/"arn:aws[^"]*"/g)).toBeNull();
  });

  test.each(named)("%s runs as it is, but for what only its reader has", (_, each) => {
    expect(Object.keys(YOURS)).toEqual(expect.arrayContaining(requiredVariables(each)));
  });

  test("is formatted", () => {
    expect(terraformSync(["fmt", "-check", "-recursive"], MODULES, terraformEnv())).toBe("");
  });
});

const packages = examples.flatMap(({ folder }) => files(folder).filter((file) => file.endsWith(".zip")));

test.each(packages)("%s holds the sources next to it", (zip) => {
  const sources = zip.replace(/\.zip$/, "");
  const expected = files(sources).map((file) => [file.slice(sources.length + 1), readFileSync(file, "utf8")]);
  const packed = Object.entries(unzipSync(readFileSync(zip))).map(([name, bytes]) => [name, strFromU8(bytes)]);
  expect(packed).toEqual(expected);
  expect(readFileSync(join(dirname(zip), "main.tf"), "utf8")).toContain(`"\${path.module}/${zip.split("/").at(-1)}"`);
});

test.each(discoverModules().map((each) => [each.name, each] as const))(
  "%s: its examples give every input",
  (name, module) => {
    const calls = Object.values(examplesOf(name)).flatMap(ownCalls).join("\n");
    const inputs = variableSpecs(module.inputs).map((spec) => spec.name);
    const missing = inputs.filter((input) => !new RegExp(`^  ${input}\\s+=`, "m").test(calls));
    expect(missing).toEqual(Object.keys(NOT_SHOWN[name] ?? {}));
  },
);

/** All in one root: most of the time is the provider's start. */
describe("together, in a made-up AWS", () => {
  let root: ExamplesRoot;

  beforeAll(() => {
    root = new ExamplesRoot(examples, YOURS);
    for (const file of ["package.zip", "job.jar"]) writeFileSync(join(root.folder, file), "made up");
  });

  afterAll(() => root?.remove());

  test("are valid", () => {
    expect(JSON.parse(root.terraform("validate", "-json")).diagnostics).toEqual([]);
  });

  test("plan and apply", () => {
    const text = files(join(root.folder, "modules")).filter((file) => file.endsWith(".tf"));
    const mocks = madeUpAws(text.map((file) => readFileSync(file, "utf8")).join("\n"));
    writeFileSync(join(root.folder, "apply.tftest.hcl"), `${mocks}\nrun "apply" {\n  command = apply\n}\n`);
    const { runs, errors } = terraformTest(root.folder, terraformEnv(), "-verbose");
    expect(errors).toEqual([]);
    const made = runs.flatMap(({ state }) => (state ? resourcesOf(state) : [])).map(({ address }) => address);
    for (const each of examples) {
      expect(made.some((address) => address.startsWith(`module.${keyOf(each)}.`)) || keyOf(each)).toBe(true);
    }
  });
});
