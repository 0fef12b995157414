import { SecurityGroup } from "../../../modules/security-group";
import { synthesize } from "./support/synthesize";

const props = { name: "acme-kafka", description: "Kafka brokers", vpcId: "vpc-1" };

describe("security-group", () => {
  test("lets in only what a named security group sends", () => {
    const { resource } = synthesize(
      (stack) =>
        new SecurityGroup(stack, "kafka", {
          ...props,
          ingress: { job: { port: 9098, sourceSecurityGroupId: "sg-job" } },
        }),
    );
    const rule = resource.aws_vpc_security_group_ingress_rule?.kafka_ingress;
    expect(rule.for_each).toMatchObject({ job: { port: 9098, source_security_group_id: "sg-job" } });
    expect(rule.referenced_security_group_id).toContain("each.value");
    expect(rule).not.toHaveProperty("cidr_ipv4");
  });

  test("has no input for an address range that comes in", () => {
    expect(() =>
      synthesize(
        (stack) =>
          new SecurityGroup(stack, "open", {
            ...props,
            // @ts-expect-error there is no such field
            ingress: { world: { port: 22, cidr: "0.0.0.0/0" } },
          }),
      ),
    ).toThrow(/ingress/);
  });

  test("opens its own ports both ways between its members", () => {
    const { resource } = synthesize((stack) => new SecurityGroup(stack, "kafka", { ...props, selfPorts: [9098] }));
    const inward = resource.aws_vpc_security_group_ingress_rule?.kafka_from_members;
    const outward = resource.aws_vpc_security_group_egress_rule?.kafka_to_members;
    for (const rule of [inward, outward]) {
      expect(rule).toMatchObject({
        referenced_security_group_id: "${aws_security_group.kafka.id}",
        ip_protocol: "tcp",
      });
    }
  });

  test("refuses a port beyond 65535", () => {
    expect(() =>
      synthesize(
        (stack) =>
          new SecurityGroup(stack, "kafka", { ...props, egress: { out: { port: 70000, cidr: "10.0.0.0/16" } } }),
      ),
    ).toThrow(/egress.*65535/s);
  });
});
