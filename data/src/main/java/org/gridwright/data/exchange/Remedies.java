package org.gridwright.data.exchange;

import org.gridwright.core.message.Message;
import org.gridwright.data.message.DataMessages;

/** How whoever brings a file says how it is to be read: what a sentence tells them to do. */
public enum Remedies {
  /** By options of a command. */
  OPTIONS,
  /** By parameters of a request, and the charset of its content type. */
  PARAMETERS;

  /** What to do for a file in another encoding. */
  Message encoding(String name) {
    return this == OPTIONS
        ? DataMessages.of("input.say-option", "encoding", name)
        : DataMessages.of("input.say-charset", name);
  }

  /**
   * What to do to set something.
   *
   * @param option the option's name, which is also the parameter's, in camel case
   */
  Message setting(String option, String value) {
    return this == OPTIONS
        ? DataMessages.of("input.say-option", option, value)
        : DataMessages.of("input.say-parameter", camel(option), value);
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
