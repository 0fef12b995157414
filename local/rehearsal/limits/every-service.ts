import { isStructure, type Structure } from "../models/shape";
import { type Limit, listOf, textOf, texts, unless } from "./limit";

const LONGEST_CHECKED = 300_000;

/** Tags of a request, however the service carries them. */
function tagsOf(parameters: Structure): [string, string][] {
  const specified = listOf(parameters, "TagSpecifications").map((specification) => listOf(specification, "Tags"));
  const plain = [...["Tags", "tags", "TagList"].map((name) => listOf(parameters, name)), ...specified].flat();
  const maps = ["Tags", "tags"].map((name) => parameters[name]).filter(isStructure);
  const pairs = plain.map((tag): [string, string] => [
    textOf(tag, "Key") || textOf(tag, "TagKey"),
    textOf(tag, "Value") || textOf(tag, "TagValue"),
  ]);
  return [
    ...pairs,
    ...maps.flatMap((map) => Object.entries(map).map(([key, value]): [string, string] => [key, String(value)])),
  ];
}

const TAGGING = "https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html";
const OBJECT_TAGS = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html";
const ARNS = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html";

export const everyService: readonly Limit[] = [
  {
    rule: "ARNs are of the environment's own account",
    source: ARNS,
    of: "all",
    problems: (parameters, { account }) =>
      [...texts(parameters)]
        .filter(([, text]) => text.length < LONGEST_CHECKED)
        .flatMap(([path, text]) =>
          [...text.matchAll(/\barn:[\w-]+:[\w-]*:[\w-]*:(\d{12}):/g)]
            .filter(([, owner]) => owner !== account)
            .map(([arn]) => `${path}: ${arn}`),
        ),
  },
  {
    rule: "nothing that synthesis should have resolved is left in a text",
    source: "https://developer.hashicorp.com/terraform/cdktf/concepts/tokens",
    of: "writes",
    problems: (parameters) =>
      [...texts(parameters)]
        .filter(([, text]) => text.length < LONGEST_CHECKED)
        .filter(([, text]) => /\$\{Token|TfToken|\[object Object\]|\bundefined\b|\bNaN\b/.test(text))
        .map(([path]) => path),
  },
  {
    rule: "at most 50 tags",
    source: TAGGING,
    of: "writes",
    problems: (parameters) =>
      unless(tagsOf(parameters).length <= 50 || "TagSpecifications" in parameters, tagsOf(parameters).length),
  },
  {
    rule: "a tag's key has 1 to 128 characters of letters, digits, spaces and _ . : / = + - @, and does not begin with aws:",
    source: TAGGING,
    of: "writes",
    problems: (parameters) =>
      tagsOf(parameters)
        .map(([key]) => key)
        .filter((key) => !/^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u.test(key) || /^aws:/i.test(key)),
  },
  {
    rule: "a tag's value has up to 256 characters of letters, digits, spaces and _ . : / = + - @",
    source: TAGGING,
    of: "writes",
    problems: (parameters) =>
      tagsOf(parameters).flatMap(([, value]) => unless(/^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u.test(value), value)),
  },
  {
    rule: "no tag comes twice",
    source: TAGGING,
    of: "writes",
    problems: (parameters) => {
      if ("TagSpecifications" in parameters) return [];
      const keys = tagsOf(parameters).map(([key]) => key);
      return keys.filter((key, index) => keys.indexOf(key) !== index);
    },
  },
  {
    rule: "an S3 object has at most 10 tags",
    source: OBJECT_TAGS,
    of: ["s3:PutObject", "s3:CreateMultipartUpload"],
    problems: (parameters) => {
      const count = [...new URLSearchParams(textOf(parameters, "Tagging"))].length;
      return unless(count <= 10, count);
    },
  },
];
