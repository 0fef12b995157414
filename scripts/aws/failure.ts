/**
 * What kind of failure an AWS client's error is: credentials that are missing, expired or not valid, a right that is missing, no answer
 * at all, or anything else.
 */
export type FailureKind = "no-credentials" | "expired" | "invalid" | "denied" | "unreachable" | "other";

/** Error codes that AWS's services answer with: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html and each service's "Common Errors". */
const CODES: Readonly<Record<string, FailureKind>> = {
  ExpiredToken: "expired",
  ExpiredTokenException: "expired",
  RequestExpired: "expired",
  TokenRefreshRequired: "expired",
  AuthFailure: "invalid",
  IncompleteSignature: "invalid",
  InvalidAccessKeyId: "invalid",
  InvalidClientTokenId: "invalid",
  InvalidSignatureException: "invalid",
  MissingAuthenticationToken: "invalid",
  SignatureDoesNotMatch: "invalid",
  UnrecognizedClientException: "invalid",
  AccessDenied: "denied",
  AccessDeniedException: "denied",
  AuthorizationError: "denied",
  UnauthorizedOperation: "denied",
};

/** Codes of Node for a connection that did not come about, or broke. */
const NO_CONNECTION = /\b(ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT)\b/;
/** Errors of the SDK's credential providers: nothing found, or a session (SSO, web identity) that is no longer valid. */
const PROVIDER_ERROR = /^(CredentialsProviderError|TokenProviderError)$/;

interface ClientError extends Error {
  readonly code?: string;
  readonly Code?: string;
}

/** Classifies an error of an AWS client. */
export function failureKind(error: unknown): FailureKind {
  const { name = "", code = "", Code = "", message = "" } = error as ClientError;
  if (PROVIDER_ERROR.test(name)) return /expired|refresh/i.test(message) ? "expired" : "no-credentials";
  if (name === "TimeoutError" || NO_CONNECTION.test(`${code} ${message}`)) return "unreachable";
  return CODES[name] ?? CODES[Code] ?? CODES[code] ?? "other";
}

/** An error's own words, on one line. */
export function wordsOf(error: unknown): string {
  const { name, message, code } = error as ClientError;
  const text = (message || code || name).replace(/\s+/g, " ").trim();
  return text === name || /^(Error|AggregateError)$/.test(name) ? text : `${name}: ${text}`;
}
