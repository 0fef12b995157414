package marketdata.broker;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.security.auth.AuthenticateCallbackHandler;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerExtensionsValidatorCallback;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The broker's side of MSK IAM, for a listener with SASL OAUTHBEARER. JAAS options: {@code region}, and one
 * {@code secretKey.<access key id>} for every key that may connect.
 */
public final class IamTokenValidator implements AuthenticateCallbackHandler {
    private static final Logger LOG = LoggerFactory.getLogger(IamTokenValidator.class);
    private static final String SECRET_KEY = "secretKey.";

    private IamTokenCheck check;

    @Override
    public void configure(Map<String, ?> configs, String mechanism, List<AppConfigurationEntry> jaasEntries) {
        Map<String, ?> options = jaasEntries.get(0).getOptions();
        Map<String, String> secretKeys = new HashMap<>();
        options.forEach((name, value) -> {
            if (name.startsWith(SECRET_KEY)) {
                secretKeys.put(name.substring(SECRET_KEY.length()), value.toString());
            }
        });
        if (!(options.get("region") instanceof String region) || secretKeys.isEmpty()) {
            throw new ConfigException("IamTokenValidator needs the JAAS options region and secretKey.<access key id>");
        }
        check = new IamTokenCheck(secretKeys, region, Clock.systemUTC());
    }

    @Override
    public void handle(Callback[] callbacks) throws UnsupportedCallbackException {
        for (Callback callback : callbacks) {
            if (callback instanceof OAuthBearerValidatorCallback validation) {
                validate(validation);
            } else if (callback instanceof OAuthBearerExtensionsValidatorCallback extensions) {
                extensions.inputExtensions().map().keySet().forEach(extensions::valid);
            } else {
                throw new UnsupportedCallbackException(callback);
            }
        }
    }

    @Override
    public void close() {}

    private void validate(OAuthBearerValidatorCallback validation) {
        try {
            validation.token(check.accept(validation.tokenValue()));
        } catch (InvalidTokenException refused) {
            LOG.warn("Refused an IAM token: {}", refused.getMessage());
            validation.error("invalid_token", null, null);
        }
    }
}
