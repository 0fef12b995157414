import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends trades, one JSON object per line of standard input, to the input topic. ../README.md has the settings. */
public final class Produce {
  private static final Pattern TICKER = Pattern.compile("\"ticker\"\\s*:\\s*\"([^\"]+)\"");

  public static void main(String[] args) throws Exception {
    Map<String, String> env = System.getenv();
    String topic = env.getOrDefault("INPUT_TOPIC", "stock-prices");
    Properties settings = new Properties();
    settings.put("bootstrap.servers", env.get("KAFKA_BOOTSTRAP_BROKERS"));
    settings.put("security.protocol", "SASL_SSL");
    settings.put("sasl.mechanism", "OAUTHBEARER");
    settings.put("sasl.jaas.config", "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;");
    settings.put("sasl.login.callback.handler.class", "software.amazon.msk.auth.iam.IAMOAuthBearerLoginCallbackHandler");
    if (env.containsKey("KAFKA_CA_FILE")) {
      settings.put("ssl.truststore.location", env.get("KAFKA_CA_FILE"));
      settings.put("ssl.truststore.password", env.getOrDefault("KAFKA_CA_PASSWORD", ""));
    }
    // Without duplicates when a request is sent again, which is the client's default with acks=all.
    settings.put("acks", "all");

    List<Future<RecordMetadata>> sent = new ArrayList<>();
    BufferedReader trades = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    StringSerializer text = new StringSerializer();
    try (KafkaProducer<String, String> producer = new KafkaProducer<>(settings, text, text)) {
      for (String line = trades.readLine(); line != null; line = trades.readLine()) {
        Matcher ticker = TICKER.matcher(line);
        if (!line.isBlank()) sent.add(producer.send(new ProducerRecord<>(topic, ticker.find() ? ticker.group(1) : null, line)));
      }
      for (Future<RecordMetadata> one : sent) one.get();
    }
    System.out.println(sent.size() + " trades sent to " + topic);
  }
}
