package marketdata.broker;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an MSK IAM token holds: the base64url form of a presigned {@code kafka-cluster:Connect} request.
 *
 * @param host the host that the request was signed for
 * @param parameters its query, decoded, in the order that the signature is made over
 */
record PresignedConnect(String host, SortedMap<String, String> parameters) {
    private static final DateTimeFormatter SIGNING_TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);

    /** @throws InvalidTokenException when the token is not base64url of a URL with a query */
    static PresignedConnect parse(String token) {
        try {
            URI url = URI.create(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8));
            if (url.getHost() == null || url.getRawQuery() == null) {
                throw new InvalidTokenException("the token is not a presigned URL");
            }
            SortedMap<String, String> parameters = new TreeMap<>();
            for (String pair : url.getRawQuery().split("&")) {
                String[] nameAndValue = pair.split("=", 2);
                String value = nameAndValue.length == 2 ? decode(nameAndValue[1]) : "";
                if (parameters.put(decode(nameAndValue[0]), value) != null) {
                    throw new InvalidTokenException("the token names a parameter twice");
                }
            }
            return new PresignedConnect(url.getHost(), parameters);
        } catch (IllegalArgumentException notAUrl) {
            throw new InvalidTokenException("the token is not base64url of a presigned URL");
        }
    }

    /** @throws InvalidTokenException when the parameter is missing */
    String required(String name) {
        String value = parameters.get(name);
        if (value == null) {
            throw new InvalidTokenException(name + " is missing");
        }
        return value;
    }

    Instant signedAt() {
        try {
            return LocalDateTime.parse(required("X-Amz-Date"), SIGNING_TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException notATime) {
            throw new InvalidTokenException("X-Amz-Date is not a time such as 20260101T000000Z");
        }
    }

    Duration validity() {
        try {
            return Duration.ofSeconds(Long.parseLong(required("X-Amz-Expires")));
        } catch (NumberFormatException notANumber) {
            throw new InvalidTokenException("X-Amz-Expires is not a number of seconds");
        }
    }

    /** The parameters that the signature covers: AWS's signers append the signature and the user agent afterwards. */
    Map<String, String> signedParameters() {
        SortedMap<String, String> signed = new TreeMap<>(parameters);
        signed.remove("X-Amz-Signature");
        signed.remove("User-Agent");
        return signed;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
