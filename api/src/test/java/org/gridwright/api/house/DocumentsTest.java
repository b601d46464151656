package org.gridwright.api.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The documents name things that exist, and files stay small enough to be read. */
@Tag("documentation")
class DocumentsTest {

  private static final Path ROOT = projectRoot();
  private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)]\\(([^)\\s]+)\\)");
  private static final Path DECISIONS = ROOT.resolve("docs/adr");
  private static final Pattern NUMBERS = Pattern.compile("\\b([0-9]{4})(?: to ([0-9]{4}))?\\b");
  private static final int LONGEST_FILE = 350;

  @Test
  void every_relative_link_of_every_document_resolves() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path document : documents()) {
      Matcher link = LINK.matcher(Files.readString(document));
      while (link.find()) {
        String target = link.group(2).replaceFirst("#.*", "");
        boolean relative =
            !target.isEmpty() && !target.contains("://") && !target.startsWith("mailto:");
        if (relative && !Files.exists(document.resolveSibling(target))) {
          broken.add(ROOT.relativize(document) + ": " + link.group(0));
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void the_architecture_page_links_each_class_under_its_own_name() throws IOException {
    Matcher link = LINK.matcher(Files.readString(ROOT.resolve("ARCHITECTURE.md")));
    List<String> wrong = new ArrayList<>();
    int classes = 0;
    while (link.find()) {
      if (link.group(2).endsWith(".java")) {
        classes++;
        String name = Path.of(link.group(2)).getFileName().toString().replace(".java", "");
        if (!link.group(1).replace("`", "").equals(name)) {
          wrong.add(link.group(0));
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(classes).as("classes linked from ARCHITECTURE.md").isGreaterThan(20);
  }

  @Test
  void the_readme_of_the_core_shows_a_program_that_compiles() throws IOException {
    Path core = ROOT.resolve("geo-core");
    String program =
        Files.readString(core.resolve("src/test/java/org/gridwright/core/LibraryTour.java"));
    assertThat(Files.readString(core.resolve("README.md")))
        .as("LibraryTour.java after its package line, as a block of geo-core/README.md")
        .contains("```java\n" + program.replaceFirst("package .*;\n\n", "") + "```\n");
  }

  @Test
  void every_package_states_what_holds_in_it() throws IOException {
    List<String> silent = new ArrayList<>();
    try (Stream<Path> files = Files.walk(ROOT)) {
      for (Path file : files.filter(DocumentsTest::isPackagePage).toList()) {
        if (!Files.readString(file).matches("(?s).*(<p>(Conditions?|Invariants?)\\b|<ol>).*")) {
          silent.add(ROOT.relativize(file).toString());
        }
      }
    }
    assertThat(silent)
        .as("pages of packages without \"<p>Conditions: …\" or a numbered list")
        .isEmpty();
  }

  private static boolean isPackagePage(Path file) {
    return file.endsWith("package-info.java")
        && file.toString().contains("/src/main/java/")
        && !isForeign(file);
  }

  @Test
  void every_decision_has_its_line_in_the_index() throws IOException {
    String index = Files.readString(DECISIONS.resolve("README.md"));
    List<String> missing =
        decisions().filter(page -> !index.contains("](" + page + ")")).sorted().toList();
    assertThat(missing)
        .as("decisions without a line \"| [number](page) | title |\" in docs/adr/README.md")
        .isEmpty();
  }

  @Test
  void each_number_has_one_decision_or_a_note_why_none() throws IOException {
    List<Integer> taken = decisions().map(DocumentsTest::number).sorted().toList();
    assertThat(taken).as("numbers of the decisions in docs/adr").doesNotHaveDuplicates();
    String index = Files.readString(DECISIONS.resolve("README.md"));
    String notes = index.substring(index.indexOf("## Numbers without a page"));
    List<Integer> unexplained = new ArrayList<>();
    for (int number = 1; number < taken.get(taken.size() - 1); number++) {
      if (!taken.contains(number) && !isNoted(notes, number)) {
        unexplained.add(number);
      }
    }
    assertThat(unexplained)
        .as("numbers without a decision, and without a note below the index why")
        .isEmpty();
  }

  private static boolean isNoted(String notes, int number) {
    Matcher range = NUMBERS.matcher(notes);
    while (range.find()) {
      int from = Integer.parseInt(range.group(1));
      int to = range.group(2) == null ? from : Integer.parseInt(range.group(2));
      if (from <= number && number <= to) {
        return true;
      }
    }
    return false;
  }

  private static Stream<String> decisions() throws IOException {
    try (Stream<Path> pages = Files.list(DECISIONS)) {
      return pages
          .map(page -> page.getFileName().toString())
          .filter(name -> name.matches("[0-9]{4}-.*\\.md"))
          .toList()
          .stream();
    }
  }

  private static int number(String page) {
    return Integer.parseInt(page.substring(0, 4));
  }

  @Test
  void no_source_file_is_too_long_to_be_read() throws IOException {
    List<String> tooLong = new ArrayList<>();
    try (Stream<Path> files = Files.walk(ROOT)) {
      for (Path file : files.filter(DocumentsTest::isSource).toList()) {
        long lines = Files.readAllLines(file).size();
        if (lines > LONGEST_FILE) {
          tooLong.add(ROOT.relativize(file) + ": " + lines + " lines");
        }
      }
    }
    assertThat(tooLong).isEmpty();
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files.filter(file -> file.toString().endsWith(".md") && !isForeign(file)).toList();
    }
  }

  private static boolean isSource(Path file) {
    String name = file.toString();
    return (name.endsWith(".java") || name.endsWith(".ts")) && !isForeign(file);
  }

  private static boolean isForeign(Path file) {
    for (Path part : ROOT.relativize(file)) {
      String name = part.toString();
      if (name.equals("target") || name.equals("node_modules") || name.equals("dist")) {
        return true;
      }
    }
    return false;
  }

  static Path projectRoot() {
    Path here = Path.of("").toAbsolutePath();
    while (here != null && !Files.exists(here.resolve("ARCHITECTURE.md"))) {
      here = here.getParent();
    }
    assertThat(here).as("a folder above the working directory with ARCHITECTURE.md").isNotNull();
    return here;
  }
}
