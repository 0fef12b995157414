import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const ROOT = resolve(__dirname, "../..");
const WORKFLOWS = join(ROOT, ".github", "workflows");
const read = (...path: string[]) => readFileSync(join(ROOT, ...path), "utf8");

const files = [
  ...readdirSync(WORKFLOWS).map((name) => [".github", "workflows", name]),
  [".github", "actions", "setup", "action.yml"],
];
const { scripts } = JSON.parse(read("package.json")) as { readonly scripts: Readonly<Record<string, string>> };

describe.each(files.map((path) => [path.join("/"), read(...path)]))("%s", (_, text) => {
  test("runs only commands that package.json has", () => {
    const commands = [...text.matchAll(/npm (?:run )?([a-z][\w:-]*)/g)].map(([, name]) => name!);
    expect(commands.filter((name) => !["ci", "npm"].includes(name) && !scripts[name])).toEqual([]);
  });

  test("uses only files of this repository that exist", () => {
    const used = [...text.matchAll(/uses: (\.\/\S+)/g)].map(([, path]) => path!);
    expect(used.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  test("names a version of each action", () => {
    const actions = [...text.matchAll(/uses: ([^.\s]\S+)/g)].map(([, action]) => action!);
    expect(actions.filter((action) => !/@(v\d+|[0-9a-f]{40})$/.test(action))).toEqual([]);
  });
});

test("no workflow holds an AWS key or an account number", () => {
  const texts = files.map((path) => read(...path)).join("\n");
  expect(texts).not.toMatch(/AKIA[0-9A-Z]{16}|aws-secret-access-key|\b\d{12}\b/);
});

test("deployments are never canceled, wait for an environment, and apply what the plan workflow shows", () => {
  const deploy = read(".github", "workflows", "deploy-environment.yml");
  expect(deploy).toContain("cancel-in-progress: false");
  expect(deploy).toMatch(/environment: \$\{\{ inputs\.environment \}\}/);
  const deployed = [...read(".github", "workflows", "deploy.yml").matchAll(/environment: (\w+)/g)].map(
    ([, name]) => name!,
  );
  expect(deployed).toEqual(["dev", "staging", "prod"]);
  expect(deployed.filter((name) => !existsSync(join(ROOT, "envs", `${name}.json`)))).toEqual([]);
});

test("the versions of tools agree: .nvmrc, .tool-versions, package.json, the container", () => {
  const node = read(".nvmrc").trim();
  const tools = Object.fromEntries(
    read(".tool-versions")
      .trim()
      .split("\n")
      .map((line) => line.split(" ") as [string, string]),
  );
  expect(tools.nodejs).toMatch(new RegExp(`^${node}\\.`));
  expect(JSON.parse(read("package.json")).engines.node).toContain(`^${node}`);
  const container = JSON.parse(read(".devcontainer", "devcontainer.json"));
  expect(container.image).toContain(`:${node}-`);
  expect(container.features["ghcr.io/devcontainers/features/terraform:1"].version).toBe(
    tools.terraform!.split(".").slice(0, 2).join("."),
  );
});
