import { DataAwsAvailabilityZones } from "@cdktf/provider-aws/lib/data-aws-availability-zones";
import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group";
import type { Eip } from "@cdktf/provider-aws/lib/eip";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { Fn, Token } from "cdktf";
import { Construct } from "constructs";
import * as z from "zod";
import { currentAccount, currentPartition, currentRegion } from "../../module-kit/current";
import { type Props, parse } from "../../module-kit/inputs";
import { defineModule, note } from "../../module-kit/module";
import { all, index, merge, times } from "../../module-kit/structure";
import { text } from "../../module-kit/text";
import { retentionDays } from "../log-group/retention";
import { permissionsBoundaryArn } from "../service-role/boundary";
import { Endpoints } from "./endpoints";
import { FlowLogs } from "./flow-logs";
import { NatGateways } from "./nat";

export const inputs = z.object({
  name: text(/^[a-z][a-z0-9-]{1,40}$/, "have 2 to 41 lower-case letters, digits and hyphens, a letter first").describe(
    "Prefix of every name.",
  ),
  cidr: text(/^([0-9]{1,3}[.]){3}[0-9]{1,3}\/(1[6-9]|2[0-4])$/, "be an IPv4 CIDR block from /16 to /24")
    .default("10.0.0.0/16")
    .describe("CIDR block of the VPC; each subnet takes a sixteenth."),
  azCount: z.int().min(2).max(3).default(2).describe("Number of availability zones, with one private subnet each."),
  nat: z.boolean().default(false).describe("Whether private subnets reach the internet through a NAT gateway."),
  natPerZone: z
    .boolean()
    .default(false)
    .describe("Whether each zone has a NAT gateway of its own, so that none depends on another zone."),
  gatewayEndpoints: z
    .array(z.enum(["s3", "dynamodb"]))
    .meta({ uniqueItems: true })
    .default(["s3"])
    .describe("Services reached through gateway endpoints, which cost nothing."),
  interfaceEndpoints: z
    .array(
      text(/^[a-z0-9-]+([.][a-z0-9-]+)*$/, "be the name of a service, such as logs or sagemaker.featurestore-runtime"),
    )
    .meta({ uniqueItems: true })
    .default([])
    .describe("Services reached through interface endpoints, such as `logs` or `sagemaker.featurestore-runtime`."),
  flowLogRetentionDays: retentionDays.default(365).describe("Days that flow logs are kept."),
  logKmsKeyArn: z
    .string()
    .describe("ARN of the KMS key that encrypts the flow logs; its policy must let CloudWatch Logs use it."),
  permissionsBoundaryArn,
  tags: z.record(z.string(), z.string()).default({}).describe("Tags for every resource."),
});

/**
 * A VPC with a private subnet in each zone. The way out is NAT gateways, or endpoints alone; nothing comes in from outside.
 * Traffic is logged, and the default security group lets nothing through.
 */
export class Network extends Construct {
  private readonly vpc: Vpc;
  private readonly subnets: Subnet;
  private readonly endpoints: Endpoints;
  private readonly natIps: Eip;

  constructor(scope: Construct, id: string, props: Props<typeof inputs>) {
    super(scope, id);
    const p = parse(this, inputs, props);
    const named = (thing: string) => merge(p.tags, { Name: `${p.name}-${thing}` });

    this.vpc = new Vpc(this, "vpc", {
      cidrBlock: p.cidr,
      enableDnsSupport: true,
      enableDnsHostnames: true,
      tags: merge(p.tags, { Name: p.name }),
    });
    const closed = new DefaultSecurityGroup(this, "default", { vpcId: this.vpc.id, tags: named("default-closed") });
    note(closed, "Without rules: whatever forgets to name a security group reaches nothing.");

    const zones = new DataAwsAvailabilityZones(this, "available", {
      state: "available",
      filter: [{ name: "opt-in-status", values: ["opt-in-not-required"] }],
    });
    const perZone = times(p.azCount);
    this.subnets = new Subnet(this, "private", {
      count: perZone,
      vpcId: this.vpc.id,
      cidrBlock: Fn.cidrsubnet(p.cidr, 4, perZone.index),
      availabilityZone: Token.asString(Fn.element(zones.names, perZone.index)),
      tags: named(`private-${index}`),
      lifecycle: { ignoreChanges: ["availability_zone"] },
    });
    note(this.subnets, "AWS may add a zone to the region: a subnet stays in the zone that it was made in.");
    const tables = new RouteTable(this, "private_table", {
      count: perZone,
      vpcId: this.vpc.id,
      tags: named(`private-${index}`),
    });
    new RouteTableAssociation(this, "private_route", {
      count: perZone,
      subnetId: Token.asString(Fn.element(all(this.subnets, "id"), perZone.index)),
      routeTableId: Token.asString(Fn.element(all(tables, "id"), perZone.index)),
    });

    const shared = {
      ...p,
      vpcId: this.vpc.id,
      named,
      account: currentAccount(this),
      partition: currentPartition(this),
      region: currentRegion(this),
    };
    this.natIps = new NatGateways(this, "nat", { ...shared, zoneNames: zones.names, privateTables: tables }).addresses;
    this.endpoints = new Endpoints(this, "endpoints", { ...shared, subnets: this.subnets, privateTables: tables });
    new FlowLogs(this, "flow_logs", shared);
  }

  get vpcId(): string {
    return this.vpc.id;
  }

  get vpcCidr(): string {
    return this.vpc.cidrBlock;
  }

  /** In zone order. */
  get privateSubnetIds(): string[] {
    return all(this.subnets, "id");
  }

  get endpointSecurityGroupId(): string {
    return this.endpoints.securityGroupId;
  }

  /** Null without the gateway endpoint for S3. */
  get s3PrefixListId(): string {
    return this.endpoints.s3PrefixListId;
  }

  /** Empty without NAT. */
  get natPublicIps(): string[] {
    return all(this.natIps, "public_ip");
  }
}

export const networkModule = defineModule({
  name: "network",
  description: "A VPC with private subnets, NAT gateways or VPC endpoints as the way out, and flow logs.",
  inputs,
  construct: Network,
  outputs: {
    vpcId: { description: "ID of the VPC.", value: (m) => m.vpcId },
    vpcCidr: { description: "CIDR block of the VPC.", value: (m) => m.vpcCidr },
    privateSubnetIds: { description: "IDs of the private subnets, in zone order.", value: (m) => m.privateSubnetIds },
    endpointSecurityGroupId: {
      description: "ID of the interface endpoints' security group.",
      value: (m) => m.endpointSecurityGroupId,
    },
    s3PrefixListId: {
      description: "ID of the prefix list of S3, or null without its gateway endpoint.",
      value: (m) => m.s3PrefixListId,
    },
    natPublicIps: {
      description: "Public addresses of the NAT gateways; none without NAT.",
      value: (m) => m.natPublicIps,
    },
  },
});
