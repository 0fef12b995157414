import { evaluateTemplate } from "../../../guardrails/expression/evaluate";
import { toJson } from "../../../guardrails/expression/value";

const evaluated = (text: string, scope = {}) => toJson(evaluateTemplate(text, scope));

test.each([
  ["plain", "plain"],
  ["$${kept}", "$${kept}"],
  ["${1 + 2 * 3}", 7],
  ["${true ? 1 : 0}", 1],
  ['${!false && "a" == "a"}', true],
  ["${-(2) < 1 || false}", true],
  ['${["a", "b"][1]}', "b"],
  ['${{"a" = {b = 1}}["a"].b}', 1],
  ['${concat(["a"], ["b"])}', ["a", "b"]],
  ['${merge({"a" = 1}, null, {"b" = 2})}', { a: 1, b: 2 }],
  ['${length({"a" = 1})}', 1],
  ['${toset(["a", "a"])}', ["a"]],
  ['${formatlist("%s:%d", "a", [1, 2])}', ["a:1", "a:2"]],
  ['${formatlist("ALARM(%q)", ["a"])}', ['ALARM("a")']],
  ['${coalesce(null, "x")}', "x"],
  ['${replace("a:b:c", ":", "/")}', "a/b/c"],
  ['${trimsuffix("a/b/", "/")}', "a/b"],
  ['${trimsuffix("a", "/")}', "a"],
  ['${flatten([["a"], [["b"]]])}', ["a", "b"]],
  ['${[{"id" = 1}, {"id" = 2}][*].id}', [1, 2]],
  ['${contains(["a"], "b")}', false],
  ['${setunion(["a"], ["a", "b"])}', ["a", "b"]],
  ['${setintersection(["a", "b"], ["b", "c"])}', ["b"]],
  ['${element(["a", "b"], 3)}', "b"],
  ['a-${"b"}-c', "a-b-c"],
  ['${"quoted \\"text\\" ${1}"}', 'quoted "text" 1'],
])("%s comes to %j", (text, value) => {
  expect(evaluated(text)).toEqual(value);
});

test.each([
  "${aws_s3_bucket.it.id}",
  "${aws_subnet.private[*].id}",
  "${data.aws_region.here.name}",
  '${aws_subnet.private["a"].id}',
  "${unheard_of(1)}",
  "${[for s in var.list : upper(s)]}",
  "${a ? 1 : 2}",
])("%s is left for Terraform", (text) => {
  expect(evaluated(text)).toBe(text);
});

test("what is known of a value is known, though part of it is not", () => {
  expect(evaluated('${{"a" = aws_x.y.id, "b" = 2}}')).toEqual({ a: "${aws_x.y.id}", b: 2 });
  expect(evaluated("arn:${aws_x.y.id}/${1}")).toBe("arn:${aws_x.y.id}/1");
  expect(evaluated("${false && aws_x.y.on}")).toBe(false);
  expect(evaluated('${formatlist("%s/%s", aws_x.y.arn, ["a", "b"])}')).toEqual([
    "${aws_x.y.arn}/a",
    "${aws_x.y.arn}/b",
  ]);
});

test("names take their value from where they stand", () => {
  expect(evaluated('${each.value["port"]}', { each: { key: "a", value: { port: 443 } } })).toBe(443);
});

test("text that is no expression is left alone", () => {
  expect(evaluated("${1 +}")).toBe("${1 +}");
  expect(evaluated("${unclosed")).toBe("${unclosed");
});
