import type { Environment } from "../../envs/schema";
import { boundedRequests } from "../../handlers/shared/bounded-requests";

const REQUEST_TIMEOUT_MS = 10_000;

/** Settings of the clients with which commands look at an environment: one repetition, and an answer within seconds. */
export const clientSettings = ({ region }: Pick<Environment, "region">) => ({
  region,
  maxAttempts: 2,
  requestHandler: boundedRequests(REQUEST_TIMEOUT_MS),
});
