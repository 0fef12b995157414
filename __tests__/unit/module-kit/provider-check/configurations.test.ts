import { readdirSync } from "node:fs";
import { join } from "node:path";
import { listOf, META } from "../../../../module-kit/provider-check/arguments";
import { checkConfiguration, none } from "../../../../module-kit/provider-check/check";
import { type Configuration, writtenConfigurations } from "../../../../module-kit/provider-check/configurations";
import { aws6, type SchemaAttribute } from "../../../../module-kit/provider-check/schema";

type Json = Readonly<Record<string, unknown>>;

const types = aws6();
let files: readonly Configuration[];

beforeAll(async () => {
  files = await writtenConfigurations();
});

/** Each top-level argument that modules and examples give to resources and data sources, once per block. */
const given = () =>
  files.flatMap(({ file, json }) =>
    (["resource", "data"] as const).flatMap((kind) =>
      Object.entries((json[kind] ?? {}) as Json).flatMap(([type, named]) =>
        Object.entries(named as Json).flatMap(([name, bodies]) =>
          Object.entries((listOf(bodies)[0] ?? {}) as Json)
            .filter(([argument, value]) => value !== null && types[kind][type]?.attributes?.[argument])
            .filter(([argument]) => !META.includes(argument))
            .map(([argument]) => ({
              file,
              kind,
              type,
              name,
              argument,
              json: { [kind]: { [type]: { [name]: bodies } } },
            })),
        ),
      ),
    ),
  );

/** The problems of a block where the schema says something else of one attribute, or no longer has it. */
function problemsIf(
  { file, json, kind, type, argument }: ReturnType<typeof given>[number],
  change: Partial<SchemaAttribute> | undefined,
): string[] {
  const changed = structuredClone(types[kind][type]!) as { attributes: Record<string, SchemaAttribute> };
  if (change) changed.attributes[argument] = { ...changed.attributes[argument]!, ...change };
  else delete changed.attributes[argument];
  return checkConfiguration({ ...types, [kind]: { ...types[kind], [type]: changed } }, file, json).problems;
}

test("all that modules and examples write agrees with version 6 of the provider, without deprecations", () => {
  const found = none();
  for (const { file, json } of files) checkConfiguration(types, file, json, found);
  expect(found.problems).toEqual([]);
  const modules = readdirSync(join(__dirname, "../../../../modules"), { withFileTypes: true });
  for (const { name } of modules.filter((entry) => entry.isDirectory()))
    expect(files.map(({ file }) => file)).toContain(`modules/${name}/main.tf`);
  // Fewer were looked at only if the reader of files went blind.
  expect(found.blocks).toBeGreaterThan(550);
  expect(found.arguments).toBeGreaterThan(1200);
  expect(found.reads).toBeGreaterThan(900);
});

test("an argument that the provider lost, deprecated or computes is named with its module and block, wherever it is", () => {
  const all = given();
  expect(all.length).toBeGreaterThan(500);
  for (const each of all) {
    const where = `${each.file}: ${each.kind === "data" ? "data." : ""}${each.type}.${each.name}: ${each.argument}`;
    expect(problemsIf(each, undefined)).toContain(`${where}: the provider has no such argument or block`);
    expect(problemsIf(each, { deprecated: true })).toContain(`${where}: is deprecated`);
    expect(problemsIf(each, { required: false, optional: false, computed: true })).toContain(
      `${where}: the provider computes it`,
    );
  }
});

test("a new required argument is missed in every block of its type", () => {
  const [each] = given().filter(({ type }) => type === "aws_lambda_function");
  const schema = {
    attributes: { ...types.resource.aws_lambda_function!.attributes } as Record<string, SchemaAttribute>,
  };
  schema.attributes.tenant = { type: "string", required: true };
  const changed = { ...types, resource: { ...types.resource, aws_lambda_function: schema } };
  expect(checkConfiguration(changed, each!.file, each!.json).problems).toContain(
    "modules/function/main.tf: aws_lambda_function.this: tenant: is required and missing",
  );
});
