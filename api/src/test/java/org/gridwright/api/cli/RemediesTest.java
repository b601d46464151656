package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gridwright.api.cli.terminal.Console;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.api.http.contract.ApiDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What a sentence tells people to do can be done: its options, commands and addresses exist. */
class RemediesTest {

  private static final List<String> BUNDLES =
      List.of(
          "org.gridwright.core.messages",
          "org.gridwright.crs.messages",
          "org.gridwright.data.messages",
          "org.gridwright.api.messages",
          "org.gridwright.api.cli.help");

  private static final List<Locale> LANGUAGES = List.of(Locale.ROOT, Locale.SIMPLIFIED_CHINESE);

  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*[a-z]");
  private static final Pattern COMMAND = Pattern.compile("gridwright((?: [a-z]+)+)");
  private static final Pattern COMMAND_WITH_OPTION =
      Pattern.compile("\\b([a-z]+(?: [a-z]+)?) (--[a-z][a-z-]*[a-z])");
  private static final Pattern ADDRESS =
      Pattern.compile("(?:(GET|POST|PUT|PATCH|DELETE) )?(/api/v1(?:/[A-Za-z{}-]+)*)");
  private static final Pattern SETTING = Pattern.compile("GRIDWRIGHT_[A-Z_]*[A-Z]");

  private final CommandLine program =
      Main.commandLine(new Session(Console.ofProcess(), Locale.ENGLISH));

  @Test
  void everyOptionThatASentenceNamesIsOne() {
    Set<String> options = optionsOf(program);
    Set<String> named = new TreeSet<>();
    List<String> unknown = new ArrayList<>();
    forEachSentence((key, text) -> named.addAll(found(OPTION, text)));
    assertThat(named).as("options that are named at all").hasSizeGreaterThan(50);
    forEachSentence(
        (key, text) ->
            found(OPTION, text).stream()
                .filter(option -> !options.contains(option))
                .forEach(option -> unknown.add(key + ": " + option)));
    assertThat(unknown).isEmpty();
  }

  /** As in "serve --allow-host", and as in a sentence of that command alone. */
  @Test
  void anOptionBelongsToTheCommandOfItsSentence() {
    List<String> strange = new ArrayList<>();
    forEachSentence(
        (key, text) -> {
          Matcher named = COMMAND_WITH_OPTION.matcher(text);
          while (named.find()) {
            Optional<CommandLine> command = commandAtTheEnd(named.group(1));
            if (command.isPresent() && !optionsOf(command.get()).contains(named.group(2))) {
              strange.add(key + ": " + named.group());
            }
          }
          Optional<CommandLine> own = commandOfKey(key);
          if (own.isPresent()) {
            Set<String> options = optionsOf(own.get());
            found(OPTION, text).stream()
                .filter(option -> !options.contains(option))
                .forEach(option -> strange.add(key + ": " + option));
          }
        });
    assertThat(strange).isEmpty();
  }

  @Test
  void everyCommandThatASentenceNamesIsOne() {
    List<String> unknown = new ArrayList<>();
    forEachSentence(
        (key, text) ->
            found(COMMAND, text).stream()
                .filter(line -> !isCommand(line.split(" ")))
                .forEach(line -> unknown.add(key + ": " + line)));
    assertThat(unknown).isEmpty();
  }

  @Test
  void everyAddressThatASentenceNamesIsOne() {
    List<String> unknown = new ArrayList<>();
    forEachSentence(
        (key, text) -> {
          Matcher named = ADDRESS.matcher(text);
          while (named.find()) {
            if (!isServed(named.group(1), named.group(2))) {
              unknown.add(key + ": " + named.group());
            }
          }
        });
    assertThat(unknown).isEmpty();
  }

  @Test
  void everySettingThatASentenceNamesIsReadSomewhere() throws IOException {
    Path root = Path.of("..").toAbsolutePath().normalize();
    StringBuilder sources = new StringBuilder();
    for (Path folder : List.of(root.resolve("api/src/main/java"), root.resolve("scripts"))) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.filter(Files::isRegularFile).forEach(file -> sources.append(content(file)));
      }
    }
    Set<String> read = found(SETTING, sources.toString());
    List<String> unknown = new ArrayList<>();
    forEachSentence(
        (key, text) ->
            found(SETTING, text).stream()
                .filter(setting -> !read.contains(setting))
                .forEach(setting -> unknown.add(key + ": " + setting)));
    assertThat(unknown).isEmpty();
  }

  /** So that nobody is told less for reading Chinese. */
  @Test
  void bothLanguagesNameTheSame() {
    Map<String, String> english = sentences(Locale.ROOT);
    List<String> different = new ArrayList<>();
    sentences(Locale.SIMPLIFIED_CHINESE)
        .forEach(
            (key, text) -> {
              for (Pattern each : List.of(OPTION, COMMAND, ADDRESS, SETTING)) {
                Set<String> here = found(each, text);
                Set<String> there = found(each, english.getOrDefault(key, ""));
                if (!here.equals(there)) {
                  different.add(key + ": " + there + " / " + here);
                }
              }
            });
    assertThat(different).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "serve, --allow-host, true",
    "serve, --code, false",
    "facts set, --theme, true",
    "import zones, --repair, true"
  })
  void commandsHaveTheirOptions(String command, String option, boolean has) {
    CommandLine found = commandAtTheEnd(command).orElseThrow();
    assertThat(optionsOf(found).contains(option)).isEqualTo(has);
  }

  @FunctionalInterface
  private interface Sentences {
    void at(String key, String text);
  }

  private static void forEachSentence(Sentences each) {
    for (Locale language : LANGUAGES) {
      sentences(language).forEach(each::at);
    }
  }

  private static Map<String, String> sentences(Locale language) {
    Map<String, String> sentences = new TreeMap<>();
    for (String name : BUNDLES) {
      ResourceBundle bundle =
          ResourceBundle.getBundle(
              name,
              language,
              ResourceBundle.Control.getNoFallbackControl(
                  ResourceBundle.Control.FORMAT_PROPERTIES));
      bundle.keySet().forEach(key -> sentences.put(key, bundle.getString(key)));
    }
    assertThat(sentences).hasSizeGreaterThan(1_000);
    return sentences;
  }

  private static Set<String> found(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  /** All options of a command and of those below it. */
  private static Set<String> optionsOf(CommandLine command) {
    Set<String> options = new TreeSet<>();
    command
        .getCommandSpec()
        .options()
        .forEach(
            option -> {
              options.addAll(List.of(option.names()));
              options.addAll(List.of(option.negatable() ? option.names() : new String[0]));
            });
    command.getSubcommands().values().forEach(below -> options.addAll(optionsOf(below)));
    return options;
  }

  /** The command that one or two words are, or the last of two. */
  private Optional<CommandLine> commandAtTheEnd(String words) {
    String[] all = words.split(" ", -1);
    CommandLine first = program.getSubcommands().get(all[0]);
    if (all.length == 2 && first != null && first.getSubcommands().containsKey(all[1])) {
      return Optional.of(first.getSubcommands().get(all[1]));
    }
    return Optional.ofNullable(program.getSubcommands().get(all[all.length - 1]));
  }

  /** Of {@code cli.export.…} and {@code gridwright.export.…} the command {@code export}. */
  private Optional<CommandLine> commandOfKey(String key) {
    String[] parts = key.split("\\.", -1);
    boolean named = parts.length > 2 && Set.of("cli", "gridwright").contains(parts[0]);
    return named ? Optional.ofNullable(program.getSubcommands().get(parts[1])) : Optional.empty();
  }

  /** The first word is a command, and the second one below it where that has any. */
  private boolean isCommand(String[] words) {
    CommandLine command = program.getSubcommands().get(words[1]);
    return command != null
        && (words.length == 2
            || command.getSubcommands().isEmpty()
            || command.getSubcommands().containsKey(words[2]));
  }

  private static boolean isServed(String method, String path) {
    return ApiDocument.SERVED.operations().stream()
        .anyMatch(
            operation ->
                method == null
                    ? (operation.path() + "/").startsWith(path + "/")
                    : operation.path().equals(path) && operation.method().equalsIgnoreCase(method));
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
