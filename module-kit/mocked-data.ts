/** Values of data sources that must have a certain form for the modules to work with them, by type. */
export const DATA_FORMS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  aws_availability_zones: { names: ["eu-west-1a", "eu-west-1b", "eu-west-1c"] },
  aws_caller_identity: { account_id: "123456789012" },
  aws_partition: { partition: "aws", dns_suffix: "amazonaws.com" },
};
