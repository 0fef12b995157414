import type { ServicesConfig } from "../config";
import type { Service } from "../protocol/json-target";
import { restJsonService } from "../protocol/rest-json";
import { clusterOperations } from "./clusters";
import { configurationOperations } from "./configurations";
import { policyAndTagOperations } from "./policies-and-tags";
import type { KafkaStore } from "./state";
import { updateOperations } from "./updates";

/** MSK's control plane over the laptop's broker (https://docs.aws.amazon.com/msk/1.0/apireference/). */
export function kafkaService(store: KafkaStore, config: ServicesConfig): Service {
  return restJsonService("kafka", {
    ...clusterOperations(store, config),
    ...updateOperations(store),
    ...configurationOperations(store, config),
    ...policyAndTagOperations(store),
  });
}
