import { DescribeAvailabilityZonesCommand, type EC2Client } from "@aws-sdk/client-ec2";
import { ZONES_WITHOUT_CAPACITY } from "../../../aws-limits/availability-zones";
import { type Check, failed, passed } from "../check";
import type { Needs } from "../needs";

/** A zone by its name in this account, and by its id, which is the same in every account. */
export interface Zone {
  readonly name: string;
  readonly id: string;
}

const called = ({ name, id }: Zone): string => `${name} (${id})`;

/** The zones that the network may be in, in the order in which they are taken: the named ones, or the region's by their ids. */
export async function candidates(ec2: EC2Client, { zoneChoice, namedZones }: Needs): Promise<Zone[]> {
  const { filter = [], state = "available" } = zoneChoice;
  const Filters = [
    { Name: "state", Values: [state] },
    ...filter.map(({ name, values }) => ({ Name: name, Values: [...values] })),
  ];
  const { AvailabilityZones = [] } = await ec2.send(new DescribeAvailabilityZonesCommand({ Filters }));
  const offered = AvailabilityZones.map(({ ZoneName = "", ZoneId = "" }) => ({ name: ZoneName, id: ZoneId }));
  if (namedZones.length > 0) return namedZones.flatMap((id) => offered.filter((zone) => zone.id === id));
  const left: readonly string[] = ZONES_WITHOUT_CAPACITY;
  return offered.filter(({ id }) => !left.includes(id)).sort((a, b) => a.id.localeCompare(b.id));
}

/** A region has as many zones as the network spans, without those that MSK, or what runs next to it, cannot be in. */
export const zones: Check = {
  title: "availability zones",
  actions: ["ec2:DescribeAvailabilityZones"],
  look: async ({ needs, aws: { ec2 }, environment: { name, region } }) => {
    const found = await candidates(ec2, needs);
    const file = `envs/${name}.json`;
    const missing = needs.namedZones.filter((id) => !found.some((zone) => zone.id === id));
    if (missing.length > 0) {
      return [
        failed(`network.zoneIds of ${file} names ${missing.join(", ")}, which ${region} does not have: name others`),
      ];
    }
    if (found.length >= needs.zones) return [passed(found.slice(0, needs.zones).map(called).join(", "))];
    return [
      failed(
        `network.azCount of ${file} is ${needs.zones}, and ${region} has ${found.length} that may be used here` +
          `${found.length > 0 ? `, ${found.map(called).join(", ")}` : ""}: lower it, or take another region`,
      ),
    ];
  },
};
