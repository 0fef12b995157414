/** Milliseconds to connect to an endpoint of AWS within. */
const CONNECTION_TIMEOUT_MS = 2_000;

/**
 * How a client of AWS sends its requests, each of which ends in time: by itself the SDK only warns of one that takes too long.
 * @param requestTimeout milliseconds for an attempt
 */
export const boundedRequests = (requestTimeout: number) => ({
  connectionTimeout: CONNECTION_TIMEOUT_MS,
  requestTimeout,
  throwOnRequestTimeout: true,
});
