import { block } from "../../../../module-kit/hcl/body";

const tree = { statement: { condition: {}, principals: {} }, rule: {} };
const dynamic = (content: object) => ({ "@each": "${var.list}", "@iterator": "iterator7__", "@content": content });

test("meta-arguments come first, then what names the thing, tags last, then blocks, then what is Terraform's own", () => {
  const fields = {
    lifecycle: { ignore_changes: ["${aws_vpc.x.id}"] },
    rule: [{ a: 1 }, {}],
    tags: {},
    zone: "z",
    depends_on: ["aws_vpc.x"],
    name: "n",
    count: 1,
  };
  expect(block('resource "t" "r"', fields, tree, "Why so.")).toBe(
    [
      "# Why so.",
      'resource "t" "r" {',
      "  count = 1",
      "",
      '  name = "n"',
      '  zone = "z"',
      "  tags = {}",
      "",
      "  rule {",
      "    a = 1",
      "  }",
      "",
      "  rule {}",
      "",
      "  lifecycle {",
      "    ignore_changes = [aws_vpc.x.id]",
      "  }",
      "",
      "  depends_on = [aws_vpc.x]",
      "}",
      "",
    ].join("\n"),
  );
});

test("an object is a block where the schema says so, and an argument elsewhere", () => {
  expect(block("x", { rule: { a: 1 }, other: { a: 1 } }, tree)).toBe(
    "x {\n  other = {\n    a = 1\n  }\n\n  rule {\n    a = 1\n  }\n}\n",
  );
});

test("a dynamic block takes its own name as its iterator, and keeps its place among fixed ones", () => {
  const content = { sid: "${iterator7__.value.id}", principals: [{ type: "AWS" }], condition: [] };
  const printed = block("x", { statement: { "@parts": [[{ sid: "Fixed" }], dynamic(content)] } }, tree);
  expect(printed).toBe(
    [
      "x {",
      "  statement {",
      '    sid = "Fixed"',
      "  }",
      "",
      '  dynamic "statement" {',
      "    for_each = var.list",
      "",
      "    content {",
      "      sid = statement.value.id",
      "",
      "      principals {",
      '        type = "AWS"',
      "      }",
      "    }",
      "  }",
      "}",
      "",
    ].join("\n"),
  );
});

test("a long comment is wrapped", () => {
  const lines = block("x", {}, {}, "word ".repeat(40).trim()).split("\n");
  expect(lines.filter((line) => line.startsWith("# "))).toHaveLength(2);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120);
});
