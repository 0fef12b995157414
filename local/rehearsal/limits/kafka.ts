import type { Structure } from "../models/shape";
import { type Limit, listOf, numberOf, structureOf, unless } from "./limit";

/** A provisioned cluster's settings, which are the request itself in the API's first version. */
const provisioned = (parameters: Structure): Structure => {
  const own = structureOf(parameters, "Provisioned");
  return Object.keys(own).length > 0 ? own : parameters;
};

export const kafka: readonly Limit[] = [
  {
    rule: "the number of brokers is a multiple of the number of zones",
    source: "https://docs.aws.amazon.com/msk/latest/developerguide/msk-create-cluster.html",
    of: ["kafka:CreateClusterV2", "kafka:CreateCluster"],
    problems: (parameters) => {
      const settings = provisioned(parameters);
      const [brokers = 0, zones] = [
        numberOf(settings, "NumberOfBrokerNodes"),
        listOf(structureOf(settings, "BrokerNodeGroupInfo"), "ClientSubnets").length,
      ];
      return unless(zones === 0 || brokers % zones === 0, `${brokers} brokers in ${zones} zones`);
    },
  },
];
