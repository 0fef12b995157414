import { DataAwsVpcEndpointService } from "@cdktf/provider-aws/lib/data-aws-vpc-endpoint-service";
import type { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import type { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Construct } from "constructs";
import { comment } from "../../module-kit/module";
import { precondition } from "../../module-kit/precondition";
import { all, atKey, forEachOf, notEmpty, sameKey, whereListed } from "../../module-kit/structure";
import { endpointPolicies } from "./endpoint-policies";
import { interfaceServiceName } from "./service-names";

interface EndpointsProps {
  readonly name: string;
  readonly cidr: string;
  readonly vpcId: string;
  readonly account: string;
  readonly partition: string;
  readonly region: string;
  readonly reverseDomain: string;
  readonly gatewayEndpoints: string[];
  readonly interfaceEndpoints: string[];
  readonly subnets: Subnet;
  readonly privateTables: RouteTable;
  readonly tags: Record<string, string>;
  readonly tagsFor: (thing: string) => Record<string, string>;
}

const HTTPS = 443;

/** The VPC's endpoints, each with a policy of its own. */
export class Endpoints extends Construct {
  private readonly group: SecurityGroup;
  private readonly gateways: VpcEndpoint;

  constructor(scope: Construct, id: string, p: EndpointsProps) {
    super(scope, id);
    const policies = endpointPolicies(this, p);
    const gateways = forEachOf(p.gatewayEndpoints);
    this.gateways = new VpcEndpoint(this, "gateway", {
      forEach: gateways,
      vpcId: p.vpcId,
      vpcEndpointType: "Gateway",
      serviceName: `com.amazonaws.${p.region}.${gateways.key}`,
      routeTableIds: all(p.privateTables, "id"),
      policy: sameKey(policies, "json"),
      tags: p.tagsFor(gateways.key),
    });

    this.group = new SecurityGroup(this, "group", {
      name: `${p.name}-endpoints`,
      description: "Interface endpoints",
      vpcId: p.vpcId,
      tags: p.tagsFor("endpoints"),
    });
    const https = new VpcSecurityGroupIngressRule(this, "https", {
      securityGroupId: this.group.id,
      description: "HTTPS from the VPC",
      cidrIpv4: p.cidr,
      ipProtocol: "tcp",
      fromPort: HTTPS,
      toPort: HTTPS,
      tags: p.tags,
    });
    comment(
      https,
      "Clients are not known here; each must name this group in its own egress rules, and the policies decide.",
    );
    const interfaces = forEachOf(p.interfaceEndpoints);
    const services = new DataAwsVpcEndpointService(this, "service", {
      forEach: interfaces,
      serviceName: interfaceServiceName(this, interfaces.key, p),
      serviceType: "Interface",
    });
    // A service need not be in every zone, and EC2 refuses a subnet in one that it is not in.
    const inServedZones = (attribute: string) =>
      whereListed(p.subnets, attribute, { by: "availability_zone", lists: services, list: "availability_zones" });
    const served = inServedZones("availability_zone");
    const endpoints = new VpcEndpoint(this, "interface", {
      forEach: interfaces,
      vpcId: p.vpcId,
      vpcEndpointType: "Interface",
      serviceName: sameKey(services, "service_name"),
      subnetIds: inServedZones("id"),
      securityGroupIds: [this.group.id],
      privateDnsEnabled: true,
      policy: sameKey(policies, "json"),
      tags: p.tagsFor(interfaces.key),
      lifecycle: precondition(
        this,
        `No subnet is in a zone that has ${interfaces.key}: name zone_ids as aws ec2 describe-vpc-endpoint-services lists them for it.`,
        notEmpty(served),
      ),
    });
    comment(endpoints, "In each subnet whose zone has the service: not every service is in every zone.");
  }

  get securityGroupId(): string {
    return this.group.id;
  }

  get s3PrefixListId(): string {
    return atKey(this.gateways, "s3", "prefix_list_id");
  }
}
