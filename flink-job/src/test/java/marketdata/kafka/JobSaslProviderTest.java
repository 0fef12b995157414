package marketdata.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import java.net.URL;
import java.net.URLClassLoader;
import java.security.Security;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.security.auth.callback.CallbackHandler;
import javax.security.sasl.Sasl;
import marketdata.input.Lateness;
import org.apache.flink.util.UserCodeClassLoader;
import org.junit.jupiter.api.Test;

class JobSaslProviderTest {
  private static final String HANDLER =
      "org.apache.kafka.common.security.oauthbearer.internals.OAuthBearerSaslClientCallbackHandler";

  /** The test's class path, loaded once more, as Flink does when it restarts a job. */
  private static ClassLoader reloaded() {
    URL[] path = Stream.of(JobSaslProvider.class, UserCodeClassLoader.class, org.apache.kafka.clients.ClientUtils.class, org.slf4j.Logger.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
        .toArray(URL[]::new);
    return new URLClassLoader(path, ClassLoader.getPlatformClassLoader());
  }

  private static Class<?> saslClientOf(ClassLoader loader) throws Exception {
    CallbackHandler handler = (CallbackHandler) loader.loadClass(HANDLER).getDeclaredConstructor().newInstance();
    return Sasl.createSaslClient(new String[] {"OAUTHBEARER"}, null, "kafka", "localhost", Map.of(), handler).getClass();
  }

  private static void call(ClassLoader loader, String method) throws Exception {
    var found = loader.loadClass(JobSaslProvider.class.getName()).getDeclaredMethod(method);
    found.setAccessible(true);
    found.invoke(null);
  }

  private static long registered() {
    return Arrays.stream(Security.getProviders()).filter(JobSaslProvider.class::isInstance).count();
  }

  /** The source and the sinks may run in processes of their own. */
  @Test
  void whateverOpensAClientLetsGoOfTheProvider() {
    List<Consumer<ReleaseHooks>> openings = List.of(
        hooks -> new InputReader(300, new Lateness(Duration.ofSeconds(60), Duration.ZERO, Duration.ZERO), () -> 0).open(hooks),
        hooks -> new AggregateWriter("output").open(hooks, null),
        hooks -> new DeadLetterWriter("dlq", () -> 0).open(hooks, null));
    for (Consumer<ReleaseHooks> open : openings) {
      ReleaseHooks hooks = new ReleaseHooks();
      open.accept(hooks);
      JobSaslProvider.register();
      assertEquals(1, registered());
      hooks.release();
      assertEquals(0, registered());
    }
  }

  @Test
  void everyLoadingOfTheJobFindsItsOwnClients() throws Exception {
    ClassLoader first = reloaded();
    ClassLoader second = reloaded();
    call(first, "register");
    call(second, "register");
    call(second, "register");
    try {
      assertNotSame(saslClientOf(first), saslClientOf(second));
      assertEquals(first, saslClientOf(first).getClassLoader());
      call(first, "unregister");
      assertEquals(second, saslClientOf(second).getClassLoader());
    } finally {
      call(first, "unregister");
      call(second, "unregister");
    }
  }
}
