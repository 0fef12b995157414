import { DescribeVpcEndpointServicesCommand, type ServiceDetail } from "@aws-sdk/client-ec2";
import { partitionOf } from "../../../envs/schema/region";
import { type Check, type Finding, failed, notice, passed, unchecked } from "../check";
import { candidates, type Zone } from "./zones";

/** Every interface endpoint's service is offered in the region, takes a policy, and is in a zone of the network. */
export const endpoints: Check = {
  title: "interface endpoints",
  actions: ["ec2:DescribeVpcEndpointServices", "ec2:DescribeAvailabilityZones"],
  look: async ({ needs, aws: { ec2 }, environment: { region } }) => {
    if (needs.endpoints.length === 0) return [passed("none are needed")];
    // Elsewhere some services have their partition's own domain in their names.
    if (!["aws", "aws-us-gov"].includes(partitionOf(region))) {
      return [unchecked(`not looked for in ${region}: Terraform checks each when it plans`)];
    }
    const names = needs.endpoints.map((suffix) => `com.amazonaws.${region}.${suffix}`);
    // By a filter: to name a service that is not offered is an error for all of them.
    const Filters = [{ Name: "service-name", Values: names }];
    const { ServiceDetails = [] } = await ec2.send(new DescribeVpcEndpointServicesCommand({ Filters }));
    const used = (await candidates(ec2, needs)).slice(0, needs.zones);
    const findings = names.flatMap((name) =>
      judge(
        name,
        ServiceDetails.find(({ ServiceName }) => ServiceName === name),
        used,
        region,
      ),
    );
    return findings.length > 0 ? findings : [passed(`${needs.endpoints.join(", ")} in every zone`)];
  },
};

function judge(name: string, service: ServiceDetail | undefined, used: readonly Zone[], region: string): Finding[] {
  const instead = 'take another region, or "network": { "mode": "nat" }';
  if (!service) return [failed(`${name} is not offered in ${region}: ${instead}`)];
  if (service.VpcEndpointPolicySupported === false)
    return [failed(`${name} takes no policy, and the network gives it one: ${instead}`)];
  const offered = service.AvailabilityZones ?? [];
  const missing = used.filter((zone) => !offered.includes(zone.name));
  if (missing.length === 0) return [];
  const where = missing.map((zone) => `${zone.name} (${zone.id})`).join(", ");
  if (missing.length === used.length)
    return [failed(`${name} is in none of the network's zones, ${where}: name others, or ${instead}`)];
  return [notice(`${name} is not in ${where}: what runs there reaches it through another zone`)];
}
