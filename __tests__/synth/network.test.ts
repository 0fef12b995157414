import { body, environments, names, resources } from "../support/stacks";

const KAFKA_IAM_PORT = 9098;
const stack = (name: string) => `${name}-network`;
const at = (name: string, address: string) =>
  resources(stack(name), address.split(".")[0]!).filter((resource) => resource.address === address);

describe.each(names)("%s", (name) => {
  const { network, bastion } = environments[name]!;

  test("has a private subnet in each of its zones", () => {
    expect(at(name, "aws_subnet.network_private")).toHaveLength(network.azCount);
  });

  test("reaches AWS in its own way only", () => {
    const gateways = resources(stack(name), "aws_nat_gateway");
    const interfaces = resources(stack(name), "aws_vpc_endpoint")
      .filter(({ body }) => body.vpc_endpoint_type === "Interface")
      .map(({ body }) => /\["(.*)"\]\.service_name\}$/.exec(String(body.service_name))?.[1]);
    if (network.mode === "nat") {
      expect(gateways).toHaveLength(network.natPerZone ? network.azCount : 1);
      expect(interfaces).toEqual([]);
      return;
    }
    expect(gateways).toEqual([]);
    const host = bastion ? ["ssm", "ssmmessages"] : [];
    expect(interfaces.sort()).toEqual(
      ["athena", ...host, "logs", "monitoring", "sagemaker.featurestore-runtime"].sort(),
    );
  });

  test("reaches S3 through a gateway endpoint", () => {
    const gateways = resources(stack(name), "aws_vpc_endpoint").filter(
      ({ body }) => body.vpc_endpoint_type === "Gateway",
    );
    expect(gateways.map(({ body }) => String(body.service_name))).toEqual([expect.stringMatching(/\.s3$/)]);
  });

  test("lets to Kafka only the groups of functions and job, on the port of IAM", () => {
    const rules = at(name, "aws_vpc_security_group_ingress_rule.kafka_group_ingress").map(({ body }) => body);
    const members = at(name, "aws_vpc_security_group_ingress_rule.kafka_group_from_members").map(({ body }) => body);
    const clients = ["functions", "flink"];
    expect(rules.map((rule) => rule.referenced_security_group_id).sort()).toEqual(
      clients.map((client) => `\${aws_security_group.${client}_group.id}`).sort(),
    );
    for (const rule of [...rules, ...members]) {
      expect([Number(rule.from_port), Number(rule.to_port), rule.ip_protocol]).toEqual([
        KAFKA_IAM_PORT,
        KAFKA_IAM_PORT,
        "tcp",
      ]);
    }
  });

  test("lets the pollers, which share the brokers' group, write failed batches to S3, and reach nothing else", () => {
    const rules = at(name, "aws_vpc_security_group_egress_rule.kafka_group_egress").map(({ body }) => body);
    expect(rules).toHaveLength(1);
    expect(rules[0]).toMatchObject({ from_port: 443, to_port: 443, ip_protocol: "tcp" });
    expect(String(rules[0]!.prefix_list_id)).toMatch(/aws_vpc_endpoint\.\w+ : instance\.prefix_list_id if key == "s3"/);
  });

  test("lets nobody in to functions and job", () => {
    for (const client of ["functions", "flink"]) {
      expect(at(name, `aws_vpc_security_group_ingress_rule.${client}_group_ingress`)).toEqual([]);
      expect(at(name, `aws_vpc_security_group_ingress_rule.${client}_group_from_members`)).toEqual([]);
    }
  });

  test("lets clients out to Kafka, and by HTTPS to AWS: to endpoints and S3 alone where there is no NAT", () => {
    const rules = at(name, "aws_vpc_security_group_egress_rule.functions_group_egress").map(({ body }) => body);
    expect(rules.map((rule) => Number(rule.from_port)).sort()).toEqual(
      network.mode === "nat" ? [443, 9098] : [443, 443, 9098],
    );
    expect(rules.some((rule) => rule.cidr_ipv4 === "0.0.0.0/0")).toBe(network.mode === "nat");
  });

  test("closes the default security group and logs every flow", () => {
    const closed = body(stack(name), "aws_default_security_group.network_default");
    expect([closed.ingress ?? [], closed.egress ?? []]).toEqual([[], []]);
    expect(body(stack(name), "aws_flow_log.network_flow_logs")).toMatchObject({ traffic_type: "ALL" });
  });
});
