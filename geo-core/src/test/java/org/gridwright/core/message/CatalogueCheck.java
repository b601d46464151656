package org.gridwright.core.message;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What every module's message catalogue must keep; see the message package. */
public final class CatalogueCheck {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

  private CatalogueCheck() {}

  /**
   * Everything that is wrong with a catalogue in English and Simplified Chinese, one sentence each;
   * empty when nothing is.
   *
   * @param bundle base name, such as {@code org.gridwright.core.messages}
   */
  public static List<String> faults(String bundle, ClassLoader loader) {
    Properties english = read(bundle, "", loader);
    Properties chinese = read(bundle, "_zh_CN", loader);
    List<String> faults = new ArrayList<>();
    TreeSet<String> keys = new TreeSet<>(english.stringPropertyNames());
    keys.addAll(chinese.stringPropertyNames());
    for (String key : keys) {
      String en = english.getProperty(key);
      String zh = chinese.getProperty(key);
      if (en == null || zh == null) {
        faults.add(key + ": missing in " + (en == null ? "English" : "Chinese"));
        continue;
      }
      if (!placeholders(en).equals(placeholders(zh))) {
        faults.add(key + ": placeholders " + placeholders(en) + " and " + placeholders(zh));
      }
      addWordingFaults(key, en, faults);
      addWordingFaults(key, zh, faults);
    }
    return faults;
  }

  private static void addWordingFaults(String key, String pattern, List<String> faults) {
    if (pattern.isBlank()) {
      faults.add(key + ": empty");
    }
    if (pattern.replace("''", "").replaceAll("'[{}][a-z]*[{}]?'", "").contains("'")) {
      faults.add(key + ": a single apostrophe that quotes no brace; write it twice");
    }
    try {
      new MessageFormat(pattern);
    } catch (IllegalArgumentException e) {
      faults.add(key + ": " + e.getMessage());
    }
  }

  private static Set<String> placeholders(String pattern) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = PLACEHOLDER.matcher(pattern);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static Properties read(String bundle, String suffix, ClassLoader loader) {
    String path = bundle.replace('.', '/') + suffix + ".properties";
    Properties properties = new Properties();
    try (var stream = loader.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalArgumentException("no catalogue " + path);
      }
      Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
