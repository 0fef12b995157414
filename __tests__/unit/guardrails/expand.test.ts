import { expandStack } from "../../../guardrails/expand";

const bodies = (body: object, locals = {}) =>
  expandStack("dev-it", { resource: { aws_x: { it: { ...body } } }, locals }).map(({ body }) => body);

test("a count of zero leaves nothing, a larger one as many instances", () => {
  expect(bodies({ count: "${false ? 1 : 0}" })).toEqual([]);
  expect(bodies({ count: 2, name: "n-${count.index}" })).toEqual([{ name: "n-0" }, { name: "n-1" }]);
});

test("a loop over known values gives one instance each", () => {
  const loop = {
    for_each: '${{"a" = {"port" = 1}, "b" = {"port" = 2}}}',
    port: "${each.value.port}",
    name: "${each.key}",
  };
  expect(bodies(loop)).toEqual([
    { name: "a", port: 1 },
    { name: "b", port: 2 },
  ]);
  expect(bodies({ for_each: '${toset(["s3"])}', name: "${each.value}" })).toEqual([{ name: "s3" }]);
});

test("a loop over values that only Terraform knows counts as one instance", () => {
  expect(bodies({ for_each: "${aws_y.z.things}", name: "${each.key}" })).toEqual([{ name: "${each.key}" }]);
});

test("dynamic blocks are written out after the plain ones of their name", () => {
  const dynamic = { statement: { for_each: '${["b", "c"]}', content: { sid: "${statement.value}" } } };
  expect(bodies({ statement: [{ sid: "a" }], dynamic })).toEqual([
    { statement: [{ sid: "a" }, { sid: "b" }, { sid: "c" }] },
  ]);
});

test("a dynamic block on a condition that does not hold is not there", () => {
  expect(bodies({ dynamic: { rule: { for_each: "${false ? [1] : []}", content: {} } } })).toEqual([{ rule: [] }]);
});

test("locals are known", () => {
  expect(bodies({ name: "${local.prefix}-x" }, { prefix: "p" })).toEqual([{ name: "p-x" }]);
});

test("data sources have addresses of their own", () => {
  const [document] = expandStack("dev-it", { data: { aws_y: { it: {} } } });
  expect(document).toMatchObject({ type: "data.aws_y", address: "data.aws_y.it" });
});
