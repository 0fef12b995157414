/** Values of data sources that must have a certain form for the modules to work with them, by type. */
export const DATA_FORMS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  // The first zone is one that modules leave out by default.
  aws_availability_zones: {
    names: ["us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d"],
    zone_ids: ["use1-az3", "use1-az1", "use1-az2", "use1-az4"],
  },
  aws_caller_identity: { account_id: "123456789012" },
  aws_partition: { partition: "aws", dns_suffix: "amazonaws.com", reverse_dns_prefix: "com.amazonaws" },
  // `name` is what version 5 of the provider has, `region` what version 6 has.
  aws_region: { name: "us-east-1", region: "us-east-1" },
  aws_vpc_endpoint_service: { availability_zones: ["us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d"] },
};
