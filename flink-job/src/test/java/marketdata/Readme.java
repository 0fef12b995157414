package marketdata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The job's README, whose tables are checked against the code. */
public final class Readme {
  private Readme() {}

  /** Cells of the first table below a heading, without the table's head and without backticks. */
  public static List<String[]> tableAfter(String heading) throws IOException {
    List<String> lines = Files.readAllLines(Path.of("README.md"));
    return lines.subList(lines.indexOf(heading), lines.size()).stream()
        .dropWhile(line -> !line.startsWith("|"))
        .takeWhile(line -> line.startsWith("|"))
        .skip(2)
        .map(line -> Arrays.stream(line.replace("`", "").split("\\|")).skip(1).map(String::trim).toArray(String[]::new))
        .collect(Collectors.toList());
  }
}
