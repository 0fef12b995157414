package marketdata.broker;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerToken;

/**
 * Decides whether a token is one that MSK would accept from the owner of one of the given keys: it recomputes the whole
 * signature, so a token with any character changed, another region's, another service's or an old one is refused.
 */
final class IamTokenCheck {
    private static final String ACTION = "kafka-cluster:Connect";
    private static final String SERVICE = "kafka-cluster";
    /** What AWS's own signers ask for, and the longest validity that MSK accepts. */
    private static final Duration LONGEST_VALIDITY = Duration.ofMinutes(15);
    /** As for every AWS request: how far the signer's clock may run ahead. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final Map<String, String> secretKeys;
    private final String region;
    private final Clock clock;

    /** @param secretKeys secret key by access key id */
    IamTokenCheck(Map<String, String> secretKeys, String region, Clock clock) {
        this.secretKeys = Map.copyOf(secretKeys);
        this.region = region;
        this.clock = clock;
    }

    /** @throws InvalidTokenException that says which part of the token is wrong */
    OAuthBearerToken accept(String token) {
        PresignedConnect request = PresignedConnect.parse(token);
        expect("Action", ACTION, request.required("Action"));
        expect("X-Amz-Algorithm", SignatureV4.ALGORITHM, request.required("X-Amz-Algorithm"));
        expect("X-Amz-SignedHeaders", "host", request.required("X-Amz-SignedHeaders"));

        Instant signedAt = request.signedAt();
        Instant expiresAt = expiry(request, signedAt);
        String time = request.required("X-Amz-Date");
        String scope = String.join("/", time.substring(0, 8), region, SERVICE, "aws4_request");
        String accessKey = accessKey(request, scope);
        String signature =
                SignatureV4.sign(secretKeys.get(accessKey), scope, time, request.host(), request.signedParameters());
        if (!sameBytes(signature, request.required("X-Amz-Signature"))) {
            throw new InvalidTokenException("the signature does not match");
        }
        return new AcceptedToken(token, accessKey, signedAt.toEpochMilli(), expiresAt.toEpochMilli());
    }

    private Instant expiry(PresignedConnect request, Instant signedAt) {
        Duration validity = request.validity();
        if (validity.isNegative() || validity.compareTo(LONGEST_VALIDITY) > 0) {
            throw new InvalidTokenException("X-Amz-Expires is not between 0 and " + LONGEST_VALIDITY.toSeconds());
        }
        Instant now = clock.instant();
        if (signedAt.isAfter(now.plus(CLOCK_SKEW))) {
            throw new InvalidTokenException("the token was signed in the future, at " + signedAt);
        }
        Instant expiresAt = signedAt.plus(validity);
        if (!expiresAt.isAfter(now)) {
            throw new InvalidTokenException("the token expired at " + expiresAt);
        }
        return expiresAt;
    }

    private String accessKey(PresignedConnect request, String scope) {
        String credential = request.required("X-Amz-Credential");
        String[] keyAndScope = credential.split("/", 2);
        if (!secretKeys.containsKey(keyAndScope[0])) {
            throw new InvalidTokenException("unknown access key in X-Amz-Credential " + credential);
        }
        expect("X-Amz-Credential's scope", scope, keyAndScope.length == 2 ? keyAndScope[1] : "");
        return keyAndScope[0];
    }

    private static void expect(String name, String expected, String actual) {
        if (!expected.equals(actual)) {
            throw new InvalidTokenException(name + " is " + actual + ", not " + expected);
        }
    }

    private static boolean sameBytes(String left, String right) {
        return MessageDigest.isEqual(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    private record AcceptedToken(String value, String principalName, Long startTimeMs, long lifetimeMs)
            implements OAuthBearerToken {
        @Override
        public Set<String> scope() {
            return Set.of();
        }
    }
}
