import { generateAuthTokenFromCredentialsProvider } from "aws-msk-iam-sasl-signer-js";
import type { Environment } from "./settings";

/** A signed token and when it stops being valid, in unix milliseconds. */
export interface SignedToken {
  readonly token: string;
  readonly expiryTime: number;
}

/**
 * Milliseconds of validity that a token must have left to be used for another connection. Longer than the 10 s before
 * the end of a session in which kafkajs authenticates again, so that it then gets a new token.
 */
const REFRESH_BEFORE_MS = 60_000;

/** Signs a token for MSK's IAM authentication with the credentials that Lambda puts into the environment; valid for 15 minutes. */
export function signMskToken(region: string, env: Environment = process.env): Promise<SignedToken> {
  return generateAuthTokenFromCredentialsProvider({ region, awsCredentialsProvider: async () => credentials(env) });
}

function credentials(env: Environment) {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = env;
  if (!accessKeyId || !secretAccessKey)
    throw new Error("AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set: MSK needs them to sign its token");
  return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
}

/** Provider of bearer tokens for kafkajs: one token serves all connections until it is about to expire. */
export function bearerTokens(
  sign: () => Promise<SignedToken>,
  now: () => number = Date.now,
): () => Promise<{ value: string }> {
  let current: SignedToken | undefined;
  return async () => {
    if (!current || current.expiryTime - now() < REFRESH_BEFORE_MS) current = await sign();
    return { value: current.token };
  };
}
