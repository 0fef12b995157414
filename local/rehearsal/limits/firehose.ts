import type { Structure } from "../models/shape";
import { type Limit, numberOf, structureOf, textOf, unless } from "./limit";

const FORMAT = "https://docs.aws.amazon.com/firehose/latest/dev/enable-record-format-conversion.html";
const PREFIXES = "https://docs.aws.amazon.com/firehose/latest/dev/s3-prefixes.html";
const OF = ["firehose:CreateDeliveryStream"];
const EXPRESSION = /^(timestamp|firehose|partitionKeyFromQuery|partitionKeyFromLambda):.+$/;

const bucket = (parameters: Structure) => structureOf(parameters, "ExtendedS3DestinationConfiguration");
const converts = (parameters: Structure) =>
  structureOf(bucket(parameters), "DataFormatConversionConfiguration").Enabled === true;

export const firehose: readonly Limit[] = [
  {
    rule: "a stream that converts its records buffers at least 64 MB",
    source: FORMAT,
    of: OF,
    problems: (parameters) => {
      const size = numberOf(structureOf(bucket(parameters), "BufferingHints"), "SizeInMBs") ?? 128;
      return unless(!converts(parameters) || size >= 64, size);
    },
  },
  {
    rule: "a stream that converts its records does not compress them itself",
    source: FORMAT,
    of: OF,
    problems: (parameters) => {
      const format = textOf(bucket(parameters), "CompressionFormat") || "UNCOMPRESSED";
      return unless(!converts(parameters) || format === "UNCOMPRESSED", format);
    },
  },
  {
    rule: "a prefix with an expression needs an error prefix with !{firehose:error-output-type}",
    source: PREFIXES,
    of: OF,
    problems: (parameters) => {
      const [prefix, errors] = [textOf(bucket(parameters), "Prefix"), textOf(bucket(parameters), "ErrorOutputPrefix")];
      return unless(!prefix.includes("!{") || errors.includes("!{firehose:error-output-type}"), errors);
    },
  },
  {
    rule: "expressions of a prefix begin with timestamp:, firehose:, partitionKeyFromQuery: or partitionKeyFromLambda:",
    source: PREFIXES,
    of: OF,
    problems: (parameters) => {
      const text = textOf(bucket(parameters), "Prefix") + textOf(bucket(parameters), "ErrorOutputPrefix");
      return [...text.matchAll(/!\{([^}]*)\}/g)]
        .map(([, expression]) => expression as string)
        .filter((expression) => !EXPRESSION.test(expression));
    },
  },
  {
    rule: "a stream of type MSKAsSource has a cluster for its source, and no other has",
    source: "https://docs.aws.amazon.com/firehose/latest/APIReference/API_CreateDeliveryStream.html",
    of: OF,
    problems: (parameters) =>
      unless(
        (parameters.DeliveryStreamType === "MSKAsSource") === "MSKSourceConfiguration" in parameters,
        parameters.DeliveryStreamType,
      ),
  },
];
