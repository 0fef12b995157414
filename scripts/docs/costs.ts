import { interfaceEndpoints } from "../../envs/interface-endpoints";
import { environmentNames, loadEnvironment } from "../../envs/load";
import type { Environment } from "../../envs/schema";
import { table } from "./sections";

const HOURS_A_MONTH = 730;

/** Something that bills while nothing flows. */
interface Item {
  readonly what: string;
  /** List price in us-east-1, in USD, by hour or month. */
  readonly price: number;
  readonly by: "hour" | "month";
  readonly count: (environment: Environment) => number;
}

const partitions = ({ kafka }: Environment): number =>
  Object.values(kafka.topics).reduce((sum, topic) => sum + topic.partitions, 0);

/** The one broker type whose price is written down here; with another one the table says nothing of brokers. */
const BROKER = "kafka.m7g.large";

const ITEMS: readonly Item[] = [
  {
    what: "[MSK Serverless](https://aws.amazon.com/msk/pricing/): cluster",
    price: 0.75,
    by: "hour",
    count: ({ kafka }) => (kafka.mode === "serverless" ? 1 : 0),
  },
  {
    what: "MSK Serverless: partitions",
    price: 0.0015,
    by: "hour",
    count: (environment) => (environment.kafka.mode === "serverless" ? partitions(environment) : 0),
  },
  {
    what: `[MSK provisioned](https://aws.amazon.com/msk/pricing/): brokers, \`${BROKER}\``,
    price: 0.204,
    by: "hour",
    count: ({ kafka }) => (kafka.mode === "provisioned" && kafka.instanceType === BROKER ? kafka.brokerCount : 0),
  },
  {
    what: "MSK provisioned: GiB of storage",
    price: 0.1,
    by: "month",
    count: ({ kafka }) => (kafka.mode === "provisioned" ? kafka.brokerCount * kafka.volumeGib : 0),
  },
  {
    what: "[interface endpoints](https://aws.amazon.com/privatelink/pricing/) × zones",
    price: 0.01,
    by: "hour",
    count: (environment) => interfaceEndpoints(environment).length * environment.network.azCount,
  },
  {
    what: "[NAT gateways](https://aws.amazon.com/vpc/pricing/)",
    price: 0.045,
    by: "hour",
    count: ({ network }) => (network.mode === "nat" ? (network.natPerZone ? network.azCount : 1) : 0),
  },
  {
    what: "[Managed Flink](https://aws.amazon.com/managed-service-apache-flink/pricing/): KPUs, one more than the parallelism asks for",
    price: 0.11,
    by: "hour",
    count: ({ flink }) => Math.ceil(flink.parallelism / flink.parallelismPerKpu) + 1,
  },
];

const monthly = ({ price, by, count }: Item, environment: Environment): number =>
  price * (by === "hour" ? HOURS_A_MONTH : 1) * count(environment);

/** What each environment on AWS pays for while nothing flows. */
export function idleTable(): string {
  const environments = environmentNames()
    .map((name) => loadEnvironment(name))
    .filter(({ platform }) => platform === "aws");
  const together = (environment: Environment) => ITEMS.reduce((sum, item) => sum + monthly(item, environment), 0);
  return table(
    ["what bills while nothing flows", "list price", ...environments.map(({ name }) => name)],
    [
      ...ITEMS.map((item) => [
        item.what,
        `$${item.price} ${item.by === "hour" ? "an hour" : "a month"}`,
        ...environments.map((environment) => String(item.count(environment) || "–")),
      ]),
      [
        `together, in a month of ${HOURS_A_MONTH} hours`,
        "",
        ...environments.map((environment) => `about $${Math.round(together(environment) / 10) * 10}`),
      ],
    ],
  );
}
