import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Fn } from "cdktf";
import { Construct } from "constructs";
import { comment } from "../../module-kit/module";
import { all, index, sameIndex, times } from "../../module-kit/structure";
import type { Zones } from "./zones";

interface PrivateSubnetsProps {
  readonly vpcId: string;
  readonly cidr: string;
  readonly azCount: number;
  readonly zones: Zones;
  readonly tagsFor: (thing: string) => Record<string, string>;
}

/** A private subnet in each zone, with a route table of its own. */
export class PrivateSubnets extends Construct {
  readonly subnets: Subnet;
  readonly tables: RouteTable;

  constructor(scope: Construct, id: string, p: PrivateSubnetsProps) {
    super(scope, id);
    const perZone = times(p.azCount);
    this.subnets = new Subnet(this, "this", {
      count: perZone,
      vpcId: p.vpcId,
      cidrBlock: Fn.cidrsubnet(p.cidr, 4, perZone.index),
      availabilityZone: p.zones.nameAt(perZone.index),
      tags: p.tagsFor(`private-${index}`),
      lifecycle: p.zones.lifecycle(),
    });
    comment(this.subnets, "AWS may add a zone to the region: a subnet stays in the zone that it was made in.");
    this.tables = new RouteTable(this, "table", {
      count: perZone,
      vpcId: p.vpcId,
      tags: p.tagsFor(`private-${index}`),
    });
    new RouteTableAssociation(this, "route", {
      count: perZone,
      subnetId: sameIndex(this.subnets, "id"),
      routeTableId: sameIndex(this.tables, "id"),
    });
  }

  /** In zone order. */
  get subnetIds(): string[] {
    return all(this.subnets, "id");
  }

  /** In zone order. */
  get tableIds(): string[] {
    return all(this.tables, "id");
  }
}
