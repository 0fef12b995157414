package marketdata.kafka;

import java.security.Provider;
import java.security.Security;
import java.util.Map;
import javax.security.auth.callback.CallbackHandler;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslClientFactory;
import javax.security.sasl.SaslException;
import org.apache.flink.util.UserCodeClassLoader;
import org.apache.kafka.common.security.auth.AuthenticateCallbackHandler;
import org.apache.kafka.common.security.oauthbearer.internals.OAuthBearerSaslClient.OAuthBearerSaslClientFactory;

/**
 * Makes SASL clients for the Kafka classes of one class loader. Flink loads the job's classes anew when it restarts the job, but SASL
 * providers belong to the whole process: Kafka's own, once registered by the first class loader, fails for the clients of every later
 * one ("Callback handler must be castable"), and the job would never come back. With one provider a class loader, of which each leaves the
 * clients of the others alone, every client finds its own.
 */
public final class JobSaslProvider extends Provider {
  private static final String MECHANISM = "OAUTHBEARER";

  private JobSaslProvider() {
    super(name(), "1.0", "SASL/" + MECHANISM + " of one class loader");
    put("SaslClientFactory." + MECHANISM, Factory.class.getName());
  }

  /** Registers this class loader's provider before all others; a second time changes nothing. */
  static void register() {
    Security.insertProviderAt(new JobSaslProvider(), 1);
  }

  /** Lets go of the class loader when Flink does; it could else never be unloaded. Whatever opens a client calls this. */
  static void unregisterWith(UserCodeClassLoader loader) {
    loader.registerReleaseHookIfAbsent("sasl-provider", JobSaslProvider::unregister);
  }

  private static void unregister() {
    Security.removeProvider(name());
  }

  private static String name() {
    return "market-data-" + System.identityHashCode(JobSaslProvider.class);
  }

  /** Kafka's factory, for the clients of the same class loader only. */
  public static final class Factory implements SaslClientFactory {
    private final SaslClientFactory kafka = new OAuthBearerSaslClientFactory();

    @Override
    public SaslClient createSaslClient(
        String[] mechanisms, String authorizationId, String protocol, String server, Map<String, ?> properties, CallbackHandler handler)
        throws SaslException {
      // Null lets the caller ask the next provider.
      return handler instanceof AuthenticateCallbackHandler
          ? kafka.createSaslClient(mechanisms, authorizationId, protocol, server, properties, handler)
          : null;
    }

    @Override
    public String[] getMechanismNames(Map<String, ?> properties) {
      return kafka.getMechanismNames(properties);
    }
  }
}
