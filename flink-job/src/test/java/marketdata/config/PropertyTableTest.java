package marketdata.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import marketdata.Readme;
import org.junit.jupiter.api.Test;

/** The README's table of properties says what the code does. */
class PropertyTableTest {
  @Test
  void everyPropertyIsDocumentedWithItsDefaultAndWhatIsAllowed() throws IOException {
    List<String[]> rows = Readme.tableAfter("## Runtime properties");
    assertEquals(
        Arrays.stream(Property.values()).map(Property::path).collect(Collectors.toSet()),
        rows.stream().map(row -> row[0]).collect(Collectors.toSet()));
    for (Property property : Property.values()) {
      String[] row = rows.stream().filter(one -> one[0].equals(property.path())).findFirst().orElseThrow();
      String defaultValue = property.defaultValue == null ? "" : property.defaultValue;
      assertTrue(
          row[1].equals(defaultValue) && row[2].split("; ", 2)[0].equals(property.rule.allowed()),
          "Correct the row in flink-job/README.md to: | `" + property.path() + "` | " + defaultValue + " | " + property.rule.allowed() + " |");
    }
  }
}
