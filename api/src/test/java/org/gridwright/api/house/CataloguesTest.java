package org.gridwright.api.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridwright.core.message.CatalogueCheck;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each module's catalogue is whole, and no code names a sentence that it does not have. */
class CataloguesTest {

  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);
  private static final Pattern DOTTED =
      Pattern.compile("\"([a-z]+(?:\\.[a-zA-Z0-9-]*[a-zA-Z0-9])+)\"");

  /** Dotted words that are no sentences: a meter, and names of downloads. */
  private static final Pattern OTHER = Pattern.compile("http\\.server\\..*|.*\\.(csv|geojson|png)");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.gridwright.core.messages",
        "org.gridwright.crs.messages",
        "org.gridwright.data.messages",
        "org.gridwright.api.messages"
      })
  void bothLanguagesHaveTheSameKeysAndPlaceholders(String bundle) {
    assertThat(CatalogueCheck.faults(bundle, getClass().getClassLoader())).isEmpty();
  }

  /** The command line says its sentences without the first part of their keys, {@code cli}. */
  @ParameterizedTest
  @CsvSource({"geo-core,core", "geo-core/geo-crs,crs", "data,data", "api,api"})
  void everySentenceThatCodeNamesIsInTheCatalogue(String module, String name) throws IOException {
    Set<String> keys =
        switch (name) {
          case "core" -> Words.ofCore().keys();
          case "crs" -> Words.ofCrs().keys();
          case "data" -> Words.ofData().keys();
          default -> Words.ofApi().keys();
        };
    Set<String> stems =
        keys.stream()
            .map(key -> key.replaceFirst("^cli\\.", "").replaceFirst("\\..*", ""))
            .collect(Collectors.toSet());
    Set<String> unknown = dottedWords(DocumentsTest.projectRoot().resolve(module));
    unknown.removeIf(
        word ->
            keys.contains(word)
                || keys.contains("cli." + word)
                || OTHER.matcher(word).matches()
                || !stems.contains(word.replaceFirst("\\..*", "")));
    assertThat(unknown).isEmpty();
  }

  private static Set<String> dottedWords(Path module) throws IOException {
    List<Path> sources;
    try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
      sources = files.filter(file -> file.toString().endsWith(".java")).toList();
    }
    Set<String> words = new TreeSet<>();
    for (Path source : sources) {
      Matcher word = DOTTED.matcher(COMMENT.matcher(Files.readString(source)).replaceAll(""));
      while (word.find()) {
        words.add(word.group(1));
      }
    }
    return words;
  }
}
