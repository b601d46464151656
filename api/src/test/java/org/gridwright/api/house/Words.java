package org.gridwright.api.house;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A catalogue of sentences as its source files hold it.
 *
 * @param folder below the project's root
 * @param english pattern of the names of the English files
 * @param chinese pattern of the names of the Chinese ones
 */
record Words(String folder, String english, String chinese) {

  private static final Pattern WEB_KEY = Pattern.compile("(?m)^ {2}'([^']+)':");

  static Words ofCore() {
    return ofModule("geo-core", "core");
  }

  static Words ofCrs() {
    return ofModule("geo-core/geo-crs", "crs");
  }

  static Words ofData() {
    return ofModule("data", "data");
  }

  static Words ofApi() {
    return ofModule("api", "api");
  }

  static Words ofWeb() {
    return new Words("web/src/i18n", "en*.ts", "zh*.ts");
  }

  private static Words ofModule(String module, String name) {
    return new Words(
        module + "/src/main/resources/org/gridwright/" + name,
        "messages.properties",
        "messages_zh_CN.properties");
  }

  /** In which languages a key is missing, one sentence each. */
  List<String> without(String key) throws IOException {
    List<String> missing = new ArrayList<>();
    for (String files : List.of(english, chinese)) {
      if (!keys(files).contains(key)) {
        missing.add(key + " is missing in " + folder + "/" + files);
      }
    }
    return missing;
  }

  /** All keys in English. */
  Set<String> keys() throws IOException {
    return keys(english);
  }

  private Set<String> keys(String files) throws IOException {
    Set<String> keys = new TreeSet<>();
    Path place = DocumentsTest.projectRoot().resolve(folder);
    try (DirectoryStream<Path> found = Files.newDirectoryStream(place, files)) {
      for (Path file : found) {
        keys.addAll(keysOf(file));
      }
    }
    return keys;
  }

  private static Set<String> keysOf(Path file) throws IOException {
    if (file.toString().endsWith(".properties")) {
      Properties properties = new Properties();
      try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        properties.load(reader);
      }
      return properties.stringPropertyNames();
    }
    Set<String> keys = new TreeSet<>();
    Matcher key = WEB_KEY.matcher(Files.readString(file));
    while (key.find()) {
      keys.add(key.group(1));
    }
    return keys;
  }
}
