package org.gridwright.data.exchange;

import org.gridwright.core.message.Message;
import org.gridwright.data.message.DataMessages;

/** How whoever brings a file says how it is to be read: what a sentence tells them to do. */
public enum Remedies {
  /** By options of a command. */
  OPTIONS,
  /** By parameters of a request, and the charset of its content type. */
  PARAMETERS,
  /** Where it is said how a file that is brought in is read: in the map's form, or in a request. */
  READING;

  /** What to do for a file in another encoding. */
  Message encoding(String name) {
    return switch (this) {
      case OPTIONS -> DataMessages.of("input.say-option", "encoding", name);
      case PARAMETERS -> DataMessages.of("input.say-charset", name);
      case READING -> DataMessages.of("input.say-reading", "encoding", name);
    };
  }

  /**
   * What to do to set something.
   *
   * @param option the option's name, which is also the parameter's, in camel case
   */
  Message setting(String option, String value) {
    return switch (this) {
      case OPTIONS -> DataMessages.of("input.say-option", option, value);
      case PARAMETERS -> DataMessages.of("input.say-parameter", camel(option), value);
      case READING -> DataMessages.of("input.say-reading", camel(option), value);
    };
  }

  private static String camel(String option) {
    StringBuilder name = new StringBuilder();
    for (String word : option.split("-", -1)) {
      name.append(
          name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return name.toString();
  }
}
