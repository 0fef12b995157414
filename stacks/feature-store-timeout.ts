/** Seconds that an invocation of feature-store may take. */
export const FEATURE_STORE_TIMEOUT_SECONDS = 60;
