import type { DataAwsAvailabilityZones } from "@cdktf/provider-aws/lib/data-aws-availability-zones";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Fn, Token } from "cdktf";
import { Construct } from "constructs";
import { atMost, sizeOf } from "../../module-kit/comparisons";
import { demand, demands } from "../../module-kit/demand";
import { note } from "../../module-kit/module";
import { all, index, sameIndex, times } from "../../module-kit/structure";

interface PrivateSubnetsProps {
  readonly vpcId: string;
  readonly cidr: string;
  readonly azCount: number;
  readonly zones: DataAwsAvailabilityZones;
  readonly named: (thing: string) => Record<string, string>;
}

/** A private subnet in each zone, with a route table of its own. */
export class PrivateSubnets extends Construct {
  readonly subnets: Subnet;
  readonly tables: RouteTable;

  constructor(scope: Construct, id: string, p: PrivateSubnetsProps) {
    super(scope, id);
    const perZone = times(p.azCount);
    const zoneNames = p.zones.names;
    this.subnets = new Subnet(this, "this", {
      count: perZone,
      vpcId: p.vpcId,
      cidrBlock: Fn.cidrsubnet(p.cidr, 4, perZone.index),
      availabilityZone: Token.asString(Fn.element(zoneNames, perZone.index)),
      tags: p.named(`private-${index}`),
      lifecycle: demands(
        { ignoreChanges: ["availability_zone"] },
        // element() starts over at the end of the list: without the demand two subnets would share a zone.
        demand(
          this,
          "az_count must be at most the number of availability zones that the region offers without opting in.",
          atMost(p.azCount, sizeOf(zoneNames)),
        ),
      ),
    });
    note(this.subnets, "AWS may add a zone to the region: a subnet stays in the zone that it was made in.");
    this.tables = new RouteTable(this, "table", {
      count: perZone,
      vpcId: p.vpcId,
      tags: p.named(`private-${index}`),
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
