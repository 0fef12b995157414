import type { ModuleElement } from "../../../../module-kit/publish/elements";
import { policyDocuments } from "../../../../module-kit/publish/permissions";

const when = (fields: object) => {
  const type = "aws_iam_policy_document";
  const element: ModuleElement = { kind: "data", type, name: "read", fields: { ...fields }, comment: "Because." };
  const [document] = policyDocuments({ elements: [element], locals: {}, outputs: {}, moves: [] });
  return document?.rows.map(([statement, granted]) => [statement, granted]);
};
const dynamic = (each: string, sid: string) => ({ "@each": each, "@iterator": "i__", "@content": { sid } });

test("a statement is granted always, on a condition, or for each element", () => {
  const parts = [
    [{ sid: "Fixed" }],
    dynamic("${(length(var.list) > 0) ? [1] : []}", "Maybe"),
    dynamic("${var.services}", "${i__.key}"),
  ];
  expect(when({ statement: { "@parts": parts } })).toEqual([
    ["`Fixed`", "always"],
    ["`Maybe`", "if `length(var.list) > 0`"],
    ["`statement.key`", "for each of `var.services`"],
  ]);
});

test("what decides on the document decides on its statements", () => {
  const statement = dynamic('${(each.key == "s3") ? [1] : []}', "Packages");
  expect(when({ for_each: "${var.endpoints}", statement })).toEqual([
    ["`Packages`", 'for each of `var.endpoints`, if `each.key == "s3"`'],
  ]);
  expect(when({ count: "${var.on ? 1 : 0}", statement: [{ sid: "Fixed" }] })).toEqual([["`Fixed`", "if `var.on`"]]);
});
