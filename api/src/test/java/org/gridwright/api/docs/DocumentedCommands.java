package org.gridwright.api.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the commands of a document, with what the document says they answer, so that a test can run
 * them and neither can rot.
 *
 * <p>Commands stand in blocks fenced as {@code console} or {@code sh}, start with {@code
 * scripts/gridwright} (after {@code NAME=value} settings and an optional {@code $ }) and may go on
 * after a backslash at the end of a line. Lines below a command are lines of its answer, {@code …}
 * standing for anything; {@code # exit status 3} says how it ends where it is not 0.
 */
public final class DocumentedCommands {

  private static final Pattern COMMAND =
      Pattern.compile("(?:\\$ )?((?:[A-Z_]+=\\S+ )*)scripts/gridwright(?: (.*))?");
  private static final Pattern EXIT = Pattern.compile("# exit status ([0-9]+)");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

  private DocumentedCommands() {}

  /**
   * One command of a document.
   *
   * @param section the heading it stands under
   * @param settings environment variables written before it
   * @param arguments what follows {@code scripts/gridwright}
   * @param answer lines that its answer holds in this order, blanks collapsed
   */
  public record Step(
      String section,
      Map<String, String> settings,
      List<String> arguments,
      int exitStatus,
      List<String> answer) {

    /** The first line of the documented answer that is not in the given one, in order. */
    public Optional<String> missingFrom(String given) {
      List<String> lines = given.lines().map(DocumentedCommands::collapsed).toList();
      int at = 0;
      for (String expected : answer) {
        Pattern pattern = patternOf(expected);
        while (at < lines.size() && !pattern.matcher(lines.get(at)).matches()) {
          at++;
        }
        if (at == lines.size()) {
          return Optional.of(expected);
        }
        at++;
      }
      return Optional.empty();
    }

    @Override
    public String toString() {
      return section + ": gridwright " + String.join(" ", arguments);
    }

    private static Pattern patternOf(String expected) {
      return Pattern.compile(
          "\\Q" + collapsed(expected).replace("…", "\\E.*\\Q") + "\\E", Pattern.DOTALL);
    }
  }

  /** The commands of a Markdown document in order, by the headings they stand under. */
  public static Map<String, List<Step>> in(Path document) throws IOException {
    Map<String, List<Step>> sections = new LinkedHashMap<>();
    String heading = "";
    List<String> block = null;
    for (String line : Files.readAllLines(document)) {
      if (block != null && line.startsWith("```")) {
        sections.computeIfAbsent(heading, h -> new ArrayList<>()).addAll(steps(heading, block));
        block = null;
      } else if (block != null) {
        block.add(line);
      } else if (line.equals("```console") || line.equals("```sh")) {
        block = new ArrayList<>();
      } else if (line.startsWith("#")) {
        heading = line.replaceFirst("^#+ *", "");
      }
    }
    sections.values().removeIf(List::isEmpty);
    return sections;
  }

  private static List<Step> steps(String section, List<String> block) {
    List<Step> steps = new ArrayList<>();
    for (String line : joined(block)) {
      Matcher command = COMMAND.matcher(line);
      if (command.matches()) {
        String rest = command.group(2) == null ? "" : command.group(2);
        steps.add(new Step(section, settings(command.group(1)), words(rest), 0, new ArrayList<>()));
        continue;
      }
      if (steps.isEmpty() || line.isBlank()) {
        continue;
      }
      Step last = steps.get(steps.size() - 1);
      Matcher exit = EXIT.matcher(line.strip());
      if (exit.matches()) {
        int status = Integer.parseInt(exit.group(1));
        steps.set(
            steps.size() - 1,
            new Step(section, last.settings(), last.arguments(), status, last.answer()));
      } else if (!line.strip().equals("…")) {
        last.answer().add(line);
      }
    }
    return steps;
  }

  /** Lines of a block, those that end in a backslash joined with the next. */
  private static List<String> joined(List<String> block) {
    List<String> lines = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    for (String line : block) {
      if (line.endsWith("\\")) {
        current.append(line, 0, line.length() - 1).append(' ');
      } else {
        lines.add(current.append(line).toString());
        current.setLength(0);
      }
    }
    return lines;
  }

  private static Map<String, String> settings(String text) {
    Map<String, String> settings = new LinkedHashMap<>();
    for (String word : words(text)) {
      int equals = word.indexOf('=');
      settings.put(word.substring(0, equals), word.substring(equals + 1));
    }
    return settings;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      for (int group = 1; group <= 3; group++) {
        if (word.group(group) != null) {
          words.add(word.group(group));
        }
      }
    }
    return words;
  }

  private static String collapsed(String line) {
    return line.strip().replaceAll("\\s+", " ");
  }
}
