import { Network } from "../../../modules/network";
import { statement, synthesize } from "./support/synthesize";

const props = { name: "acme", logKmsKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/logs" };
const build = (over: Partial<ConstructorParameters<typeof Network>[2]> = {}) =>
  synthesize((stack) => new Network(stack, "net", { ...props, ...over }));

describe("network", () => {
  test("has a private subnet and a route table in each zone", () => {
    const { resource } = build({ azCount: 3 });
    expect(resource.aws_subnet?.net_private.count).toBe(3);
    expect(resource.aws_route_table?.net_private_table.count).toBe(3);
    expect(resource.aws_subnet?.net_private).not.toHaveProperty("map_public_ip_on_launch", true);
  });

  test("closes the default security group", () => {
    const closed = build().resource.aws_default_security_group?.net_default;
    expect(closed.vpc_id).toBe("${aws_vpc.net_vpc.id}");
    expect(closed).not.toHaveProperty("ingress");
    expect(closed).not.toHaveProperty("egress");
  });

  test("without NAT nothing public exists", () => {
    const { resource } = build();
    for (const counted of [
      resource.aws_internet_gateway?.net_nat_internet,
      resource.aws_subnet?.net_nat_public,
      resource.aws_nat_gateway?.net_nat_gateway,
      resource.aws_route?.net_nat_private_default,
    ]) {
      expect(counted.count).toBe(0);
    }
  });

  test("one NAT gateway serves every zone, unless each zone has its own", () => {
    const gateways = (natPerZone: boolean) => {
      const { resource } = build({ nat: true, natPerZone, azCount: 3 });
      return [resource.aws_nat_gateway?.net_nat_gateway.count, resource.aws_route?.net_nat_private_default.count];
    };
    expect(gateways(false)).toEqual([1, 3]);
    expect(gateways(true)).toEqual([3, 3]);
  });

  test("has exactly the endpoints asked for, each with a policy", () => {
    const { resource } = build({ interfaceEndpoints: ["logs", "monitoring"] });
    const gateway = resource.aws_vpc_endpoint?.net_endpoints_gateway;
    const interfaces = resource.aws_vpc_endpoint?.net_endpoints_interface;
    expect(gateway.for_each).toContain('"s3"');
    expect(interfaces.for_each).toContain('["logs", "monitoring"]');
    for (const endpoint of [gateway, interfaces]) {
      expect(endpoint.policy).toBe("${data.aws_iam_policy_document.net_endpoints_policy[each.key].json}");
    }
    expect(interfaces.private_dns_enabled).toBe(true);
  });

  test("an endpoint passes its own service's actions, for this account's principals", () => {
    const passed = statement(build(), "net_endpoints_policy", "PrincipalsOfThisAccount");
    expect(passed.actions).toEqual([
      expect.stringMatching(/^\$\{lookup\(local\.net_endpoints_iam_prefixes, each\.key, .*\)\}:\*$/),
    ]);
    expect(passed.condition).toEqual([
      { test: "StringEquals", variable: "aws:PrincipalAccount", values: [expect.stringContaining("account_id")] },
    ]);
  });

  test("logs every connection, encrypted, through a role that only the flow logs of this account assume", () => {
    const stack = build({ flowLogRetentionDays: 90 });
    expect(stack.resource.aws_flow_log?.net_flow_logs).toMatchObject({ traffic_type: "ALL" });
    expect(stack.resource.aws_cloudwatch_log_group?.net_flow_logs_group).toMatchObject({
      retention_in_days: 90,
      kms_key_id: props.logKmsKeyArn,
    });
    const trust = stack.data.aws_iam_policy_document?.net_flow_logs_role_trust.statement[0];
    expect(trust.principals[0].identifiers).toEqual(["vpc-flow-logs.amazonaws.com"]);
    expect(trust.condition.map((c: { variable: string }) => c.variable)).toEqual([
      "aws:SourceAccount",
      "aws:SourceArn",
    ]);
    expect(statement(stack, "net_flow_logs_deliver", "Deliver").resources).toEqual([
      "${aws_cloudwatch_log_group.net_flow_logs_group.arn}",
      "${aws_cloudwatch_log_group.net_flow_logs_group.arn}:*",
    ]);
  });

  test.each([
    ["one zone", { azCount: 1 }],
    ["a block too small for its subnets", { cidr: "10.0.0.0/25" }],
    ["a gateway endpoint that AWS does not have", { gatewayEndpoints: ["sqs"] }],
    ["an unknown input", { vpn: true }],
  ])("refuses %s", (_, over) => {
    expect(() => build(over as never)).toThrow(new RegExp(Object.keys(over)[0]!));
  });
});
