import { Eip } from "@cdktf/provider-aws/lib/eip";
import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway";
import { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import { Route } from "@cdktf/provider-aws/lib/route";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Fn, type IResolvable, Op, Token } from "cdktf";
import { Construct } from "constructs";
import { all, choose, index, maybe, onlyIf, sameIndex, times } from "../../module-kit/structure";
import type { Zones } from "./zones";

interface NatProps {
  readonly vpcId: string;
  readonly cidr: string;
  readonly azCount: number;
  readonly nat: boolean | IResolvable;
  readonly natPerZone: boolean | IResolvable;
  readonly zones: Zones;
  readonly privateTables: RouteTable;
  readonly tagsFor: (thing: string) => Record<string, string>;
}

/** Of the sixteen parts of the VPC's block, private subnets take the first ones and public subnets those from here. */
const FIRST_PUBLIC_PART = 8;
const EVERYWHERE = "0.0.0.0/0";

/** None, one, or one per zone: each NAT gateway in a public subnet where nothing else lives. */
export class NatGateways extends Construct {
  readonly addresses: Eip;
  readonly subnets: Subnet;
  readonly table: RouteTable;

  constructor(scope: Construct, id: string, p: NatProps) {
    super(scope, id);
    const gateways = times(choose(p.nat, choose(p.natPerZone, p.azCount, 1), 0));
    this.subnets = new Subnet(this, "public", {
      count: gateways,
      vpcId: p.vpcId,
      cidrBlock: Fn.cidrsubnet(p.cidr, 4, Token.asNumber(Op.add(FIRST_PUBLIC_PART, gateways.index))),
      availabilityZone: p.zones.nameAt(Token.asNumber(gateways.index)),
      tags: p.tagsFor(`public-${index}`),
      lifecycle: { ignoreChanges: ["availability_zone"] },
    });

    const present = onlyIf(p.nat);
    const internet = new InternetGateway(this, "internet", {
      count: present,
      vpcId: p.vpcId,
      tags: p.tagsFor("internet"),
    });
    this.table = new RouteTable(this, "public_table", { count: present, vpcId: p.vpcId, tags: p.tagsFor("public") });
    new Route(this, "internet_route", {
      count: present,
      routeTableId: maybe(this.table, "id"),
      destinationCidrBlock: EVERYWHERE,
      gatewayId: maybe(internet, "id"),
    });
    new RouteTableAssociation(this, "public_route", {
      count: gateways,
      subnetId: sameIndex(this.subnets, "id"),
      routeTableId: maybe(this.table, "id"),
    });

    this.addresses = new Eip(this, "address", { count: gateways, domain: "vpc", tags: p.tagsFor(`nat-${index}`) });
    const nat = new NatGateway(this, "gateway", {
      count: gateways,
      allocationId: sameIndex(this.addresses, "id"),
      subnetId: sameIndex(this.subnets, "id"),
      tags: p.tagsFor(`nat-${index}`),
      dependsOn: [internet],
    });
    const routes = times(choose(p.nat, p.azCount, 0));
    new Route(this, "private_default", {
      count: routes,
      routeTableId: sameIndex(p.privateTables, "id"),
      destinationCidrBlock: EVERYWHERE,
      // element() starts over at the end of the list, so a single gateway serves every zone.
      natGatewayId: Token.asString(Fn.element(all(nat, "id"), routes.index)),
    });
  }
}
