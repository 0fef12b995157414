import { controllerProperties, LAPTOP_IAM, serverProperties } from "../../../../local/platform/broker-config";

const tls = {
  keyStore: "/tls/broker.p12",
  trustStore: "/tls/trust.p12",
  storePassword: "secret",
  caBundle: "/tls/ca.pem",
};
const properties = Object.fromEntries(
  serverProperties("/data", { plain: 1001, iam: 1002, controller: 1003 }, tls, LAPTOP_IAM)
    .trim()
    .split("\n")
    .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
);

it("listens on the loopback address only", () => {
  const hosts = [...`${properties.listeners},${properties["advertised.listeners"]}`.matchAll(/:\/\/([^:]+):/g)];
  expect(new Set(hosts.map(([, host]) => host))).toEqual(new Set(["127.0.0.1"]));
});

it("demands TLS and a token where it stands for MSK", () => {
  expect(properties["listener.security.protocol.map"]).toContain("IAM:SASL_SSL");
  expect(properties["listener.name.iam.sasl.enabled.mechanisms"]).toBe("OAUTHBEARER");
});

it("knows the laptop's key and the one that functions have, the account's id", () => {
  const jaas = properties["listener.name.iam.oauthbearer.sasl.jaas.config"];
  expect(jaas).toContain('secretKey.test="test"');
  expect(jaas).toContain('secretKey.000000000000="test"');
  expect(jaas).toContain('region="us-east-1"');
});

it("makes no topics by itself", () => {
  expect(properties["auto.create.topics.enable"]).toBe("false");
});

it("has a controller that can run alone on the same data", () => {
  const alone = controllerProperties("/data", 1003).split("\n");
  for (const name of ["node.id", "log.dirs", "controller.quorum.voters"])
    expect(alone).toContain(`${name}=${properties[name]}`);
  expect(alone).toContain("process.roles=controller");
});
