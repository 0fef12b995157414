import type { Environment } from "../../envs/schema";
import { boundedRequests } from "../../handlers/shared/bounded-requests";
import { proxyAgent } from "./proxy";

const REQUEST_TIMEOUT_MS = 10_000;

/** Settings of the clients with which commands look at an environment: one repetition, an answer within seconds, and the user's proxy. */
export const clientSettings = ({ region }: Pick<Environment, "region">) => ({
  region,
  maxAttempts: 2,
  requestHandler: { ...boundedRequests(REQUEST_TIMEOUT_MS), ...proxyAgent(region) },
});
