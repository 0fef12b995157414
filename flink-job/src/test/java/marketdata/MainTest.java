package marketdata;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  private static final String PROPERTIES = "[{\"PropertyGroupId\": \"kafka\", \"PropertyMap\": {\"bootstrap.servers\": \"127.0.0.1:1\","
      + " \"input.topic\": \"input\", \"output.topic\": \"output\", \"dlq.topic\": \"dlq\", \"group.id\": \"job\"}}]";

  @TempDir
  Path directory;

  private String file(String content) throws IOException {
    return Files.writeString(directory.resolve("properties.json"), content).toString();
  }

  private static void assertRefuses(Class<? extends Exception> type, String message, String... arguments) {
    String refusal = assertThrows(type, () -> Main.main(arguments)).getMessage();
    assertTrue(refusal.contains(message), refusal);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "--properties", "--properties a b", "a b"})
  void wrongArgumentsStopTheStart(String arguments) {
    assertRefuses(
        IllegalArgumentException.class,
        "Arguments are \"" + arguments + "\"; allowed are none (on AWS) or --properties <file>",
        arguments.split(" "));
  }

  @Test
  void aMissingFileStopsTheStart() {
    String missing = directory.resolve("missing.json").toString();
    assertRefuses(IllegalArgumentException.class, "The properties file " + missing + " cannot be read", "--properties", missing);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "7", "[7]", "{\"kafka\": {}}"})
  void aBrokenFileStopsTheStart(String content) throws IOException {
    String broken = file(content);
    assertRefuses(IllegalArgumentException.class, "The properties file " + broken + " cannot be read", "--properties", broken);
  }

  @Test
  void aWrongPropertyStopsTheStart() throws IOException {
    String wrong = file(PROPERTIES.replace("\"input\"", "\"a b\""));
    assertRefuses(IllegalArgumentException.class, "kafka/input.topic is \"a b\"; it must be a topic name", "--properties", wrong);
  }

  @Test
  void theJobDoesNotRunWithoutCheckpoints() throws IOException {
    assertRefuses(IllegalStateException.class, "Set execution.checkpointing.interval", "--properties", file(PROPERTIES));
  }
}
