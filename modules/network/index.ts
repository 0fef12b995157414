import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { Construct } from "constructs";
import { currentAccount, currentPartition, currentRegion, currentReverseDomain } from "../../module-kit/current";
import { type Props, parse } from "../../module-kit/inputs";
import { comment, defineModule } from "../../module-kit/module";
import { all, maybe, merge } from "../../module-kit/structure";
import { Endpoints } from "./endpoints";
import { FlowLogs } from "./flow-logs";
import { inputs } from "./inputs";
import { NatGateways } from "./nat";
import { PrivateSubnets } from "./private-subnets";
import { Zones } from "./zones";

export { inputs };

/**
 * A VPC with a private subnet in each zone. Egress is through NAT gateways or endpoints; nothing comes in from outside.
 * Traffic is logged, and the default security group lets nothing through.
 */
export class Network extends Construct {
  private readonly vpc: Vpc;
  private readonly private: PrivateSubnets;
  private readonly endpoints: Endpoints;
  private readonly nat: NatGateways;

  constructor(scope: Construct, id: string, props: Props<typeof inputs>) {
    super(scope, id);
    const p = parse(this, inputs, props);
    const tagsFor = (thing: string) => merge(p.tags, { Name: `${p.name}-${thing}` });

    this.vpc = new Vpc(this, "vpc", {
      cidrBlock: p.cidr,
      enableDnsSupport: true,
      enableDnsHostnames: true,
      tags: merge(p.tags, { Name: p.name }),
    });
    const closed = new DefaultSecurityGroup(this, "default", { vpcId: this.vpc.id, tags: tagsFor("default-closed") });
    comment(closed, "Without rules: whatever forgets to name a security group reaches nothing.");

    const zones = new Zones(this, p);
    this.private = new PrivateSubnets(this, "private", { ...p, vpcId: this.vpc.id, zones, tagsFor });

    const shared = {
      ...p,
      vpcId: this.vpc.id,
      tagsFor,
      account: currentAccount(this),
      partition: currentPartition(this),
      region: currentRegion(this),
      reverseDomain: currentReverseDomain(this),
    };
    const { subnets, tables } = this.private;
    this.nat = new NatGateways(this, "nat", { ...shared, zones, privateTables: tables });
    this.endpoints = new Endpoints(this, "endpoints", { ...shared, subnets, privateTables: tables });
    new FlowLogs(this, "flow_logs", shared);
  }

  get vpcId(): string {
    return this.vpc.id;
  }

  get vpcArn(): string {
    return this.vpc.arn;
  }

  get vpcCidr(): string {
    return this.vpc.cidrBlock;
  }

  /** In zone order. */
  get privateSubnetIds(): string[] {
    return this.private.subnetIds;
  }

  /** In zone order: one a private subnet. */
  get privateRouteTableIds(): string[] {
    return this.private.tableIds;
  }

  /** In zone order; empty without NAT. */
  get publicSubnetIds(): string[] {
    return all(this.nat.subnets, "id");
  }

  /** Null without NAT. */
  get publicRouteTableId(): string {
    return maybe(this.nat.table, "id");
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
    return all(this.nat.addresses, "public_ip");
  }
}

export const networkModule = defineModule({
  name: "network",
  description: "A VPC with private subnets, egress by NAT gateways or VPC endpoints, and flow logs.",
  inputs,
  construct: Network,
  outputs: {
    vpcId: { description: "ID of the VPC.", value: (m) => m.vpcId },
    vpcArn: { description: "ARN of the VPC.", value: (m) => m.vpcArn },
    vpcCidr: { description: "CIDR block of the VPC.", value: (m) => m.vpcCidr },
    privateSubnetIds: { description: "IDs of the private subnets, in zone order.", value: (m) => m.privateSubnetIds },
    privateRouteTableIds: {
      description: "IDs of the private subnets' route tables, in zone order.",
      value: (m) => m.privateRouteTableIds,
    },
    publicSubnetIds: {
      description: "IDs of the NAT gateways' public subnets, in zone order; none without NAT.",
      value: (m) => m.publicSubnetIds,
    },
    publicRouteTableId: {
      description: "ID of the public subnets' route table, or null without NAT.",
      value: (m) => m.publicRouteTableId,
    },
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
