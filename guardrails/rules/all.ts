import type { Rule } from "../rule";
import { deliveryRules } from "./delivery";
import { featureRules } from "./features";
import { flinkRules } from "./flink";
import { functionRules } from "./functions";
import { glueRules } from "./glue";
import { iamRules } from "./iam";
import { kafkaRules } from "./kafka";
import { messagingRules } from "./messaging";
import { networkRules } from "./network";
import { observabilityRules } from "./observability";
import { storageRules } from "./storage";

/** Every rule. */
export const RULES: readonly Rule[] = [
  ...deliveryRules,
  ...featureRules,
  ...flinkRules,
  ...functionRules,
  ...glueRules,
  ...iamRules,
  ...kafkaRules,
  ...messagingRules,
  ...networkRules,
  ...observabilityRules,
  ...storageRules,
];
