import type { Model } from "../model";
import type { Resource } from "../resource";
import { at, isSet, type Rule } from "../rule";

/** `!{timestamp:yyyy}` of a Firehose prefix and `${year}` of a projection, brought to one form. */
const FIREHOSE_EXPRESSION: Readonly<Record<string, string>> = { yyyy: "year", MM: "month", dd: "day", HH: "hour" };
const common = (prefix: string): string =>
  prefix.replace(/!\{timestamp:(\w+)\}/g, (_, format: string) => `<${FIREHOSE_EXPRESSION[format] ?? format}>`);

/** What follows the bucket in a table's location template: `aggregates/year=<year>/…`. */
function projected(template: unknown): string {
  const text = String(template).replace(/\$+\{(year|month|day|hour)\}/g, "<$1>");
  return text.replace(/^s3:\/\/(\$\{[^}]*\}|[^/])*\//, "");
}

/** Firehose streams that convert by this table, within its environment. */
function writers(table: Resource, model: Model): Resource[] {
  const schema = "extended_s3_configuration.data_format_conversion_configuration.schema_configuration.table_name";
  return model.inEnvironment(table, "aws_kinesis_firehose_delivery_stream").filter(({ body, stack }) => {
    const named = model.follow(at(body, schema), stack).value;
    return named === table.body.name || named === `\${${table.address}.name}`;
  });
}

/** The Glue catalog, and the lake's table in it. */
export const glueRules: readonly Rule[] = [
  {
    id: "glue-catalog-encrypted",
    types: ["aws_glue_catalog_database"],
    requirement: "must be in a catalog with encryption settings (aws_glue_data_catalog_encryption_settings)",
    counterparts: ["AwsSolutions-GL1"],
    check: (resource, model) => model.inEnvironment(resource, "aws_glue_data_catalog_encryption_settings").length > 0,
  },
  {
    id: "glue-passwords-encrypted",
    types: ["aws_glue_data_catalog_encryption_settings"],
    requirement: "must encrypt metadata and connection passwords with KMS",
    counterparts: ["AwsSolutions-GL3"],
    check: ({ body }) => {
      const settings = "data_catalog_encryption_settings";
      return (
        at(body, `${settings}.encryption_at_rest.catalog_encryption_mode`) === "SSE-KMS" &&
        at(body, `${settings}.connection_password_encryption.return_connection_password_encrypted`) === true
      );
    },
  },
  {
    id: "glue-projection",
    types: ["aws_glue_catalog_table"],
    requirement: "must project the partitions that Firehose writes, or Athena finds no rows",
    check: (resource, model) => {
      const parameters = resource.body.parameters as Record<string, unknown> | undefined;
      const template = parameters?.["storage.location.template"];
      if (parameters?.["projection.enabled"] !== "true" || !isSet(template)) return false;
      return writers(resource, model)
        .map(({ body }) => common(String(at(body, "extended_s3_configuration.prefix"))).replace(/\/$/, ""))
        .filter((prefix) => prefix !== projected(template).replace(/\/$/, ""))
        .map((prefix) => `${projected(template)} is not ${prefix}`);
    },
  },
];
