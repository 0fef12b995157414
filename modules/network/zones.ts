import { DataAwsAvailabilityZones } from "@cdktf/provider-aws/lib/data-aws-availability-zones";
import { Fn, TerraformLocal, type TerraformResourceLifecycle, Token } from "cdktf";
import { ref } from "cdktf/lib/tfExpression";
import type { Construct } from "constructs";
import { allDifferent, atMost, contains, implies, sizeOf, subset } from "../../module-kit/comparisons";
import { mergeLifecycles, postcondition, precondition } from "../../module-kit/precondition";
import { choose, not, notEmpty } from "../../module-kit/structure";

interface ZonesProps {
  readonly azCount: number;
  readonly zoneIds: string[];
  readonly excludeZoneIds: string[];
}

/**
 * The zones that subnets are in: the named ones, or else the region's first ones by ID. An ID means the same zone in every account, a
 * name does not (https://docs.aws.amazon.com/ram/latest/userguide/working-with-az-ids.html).
 */
export class Zones {
  private readonly offered: DataAwsAvailabilityZones;
  private readonly nameOf: TerraformLocal;
  private readonly left: string[];
  private readonly ids: TerraformLocal;

  constructor(
    private readonly scope: Construct,
    private readonly p: ZonesProps,
  ) {
    this.offered = new DataAwsAvailabilityZones(scope, "available", {
      state: "available",
      filter: [{ name: "opt-in-status", values: ["opt-in-not-required"] }],
    });
    const { zoneIds, names } = this.offered;
    this.nameOf = new TerraformLocal(scope, "zone_names", Fn.zipmap(zoneIds, names));
    this.left = Fn.sort(Fn.setsubtract(zoneIds, p.excludeZoneIds));
    this.ids = new TerraformLocal(scope, "zone_ids", choose(notEmpty(p.zoneIds), p.zoneIds, this.left));
  }

  /** Name, in this account, of the zone with a number from 0. */
  nameAt(index: number): string {
    const id = Fn.element(Token.asList(this.ids.expression), index);
    return Token.asString(Fn.lookup(this.nameOf.expression, Token.asString(id), ref("null")));
  }

  /** What must hold before, and after, a subnet is in a zone. */
  lifecycle(): TerraformResourceLifecycle | undefined {
    const { azCount, zoneIds } = this.p;
    const none = not(notEmpty(zoneIds));
    const named = Fn.matchkeys(this.offered.names, this.offered.zoneIds, zoneIds);
    return mergeLifecycles(
      { ignoreChanges: ["availability_zone"] },
      postcondition(
        "A subnet stays in its zone, which zone_ids does not name: name it, or make another network.",
        implies(notEmpty(zoneIds), contains(named, ref("self.availability_zone") as never)),
      ),
      precondition(this.scope, "zone_ids must name each zone once.", allDifferent(zoneIds)),
      precondition(this.scope, "zone_ids must name az_count zones, or none.", none, atMost(azCount, sizeOf(zoneIds))),
      precondition(
        this.scope,
        "zone_ids must name zones of the region that need no opting in: aws ec2 describe-availability-zones lists them.",
        none,
        subset(zoneIds, this.offered.zoneIds),
      ),
      // element() starts over at the end of the list: without the precondition two subnets would share a zone.
      precondition(
        this.scope,
        "az_count must be at most the number of availability zones that the region offers without opting in, less exclude_zone_ids.",
        notEmpty(zoneIds),
        atMost(azCount, sizeOf(this.left)),
      ),
    );
  }
}
