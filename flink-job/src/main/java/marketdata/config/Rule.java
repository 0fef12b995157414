package marketdata.config;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a property's value may be. */
final class Rule {
  private final String allowed;
  private final Predicate<String> test;

  private Rule(String allowed, Predicate<String> test) {
    this.allowed = allowed;
    this.test = test;
  }

  /** The rule as a phrase, for messages. */
  String allowed() {
    return allowed;
  }

  boolean accepts(String value) {
    return test.test(value);
  }

  static Rule pattern(String allowed, String expression) {
    Pattern pattern = Pattern.compile(expression);
    return new Rule(allowed, value -> pattern.matcher(value).matches());
  }

  static Rule integer(long least, long most) {
    return new Rule("an integer from " + least + " to " + most, value -> isBetween(value, least, most));
  }

  static Rule oneOf(List<String> values) {
    return new Rule("one of " + String.join(", ", values), values::contains);
  }

  private static boolean isBetween(String value, long least, long most) {
    try {
      long number = Long.parseLong(value);
      return number >= least && number <= most;
    } catch (NumberFormatException notANumber) {
      return false;
    }
  }
}
