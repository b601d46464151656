package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/dev} on a copy of the map application, with the classes of this test run. */
class DevTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/");
  private static final Pattern ASSET = Pattern.compile("/assets/app-\\w+\\.(?:js|css)");

  @TempDir Path copy;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  @Timeout(180)
  void aSavedFileIsServedByItselfAndNothingIsLeftThatABuildWouldPackage() throws Exception {
    prepare();
    Path packaged = file("web/target/classes/public/index.html");
    Files.writeString(packaged, "as built");
    Process dev = start();
    List<ProcessHandle> started;
    try (BufferedReader said = dev.inputReader(StandardCharsets.UTF_8)) {
      int port = port(said);
      started = dev.descendants().toList();
      try (Stream<String> lines = events(port)) {
        Iterator<String> events = lines.iterator();
        next(events, "hello");
        assertThat(served(port)).doesNotContain("saved-style", "saved-word");
        append("web/src/styles/base.css", "\n.saved-style { color: red; }\n");
        next(events, "web");
        assertThat(served(port)).contains("saved-style").doesNotContain("saved-word");
        append("web/src/main.ts", "\ndocument.body.dataset['test'] = 'saved-word';\n");
        next(events, "web");
        assertThat(served(port)).contains("saved-style", "saved-word");
      }
    } finally {
      dev.destroy();
    }
    dev.waitFor();
    assertThat(started).hasSizeGreaterThan(1);
    started.forEach(process -> process.onExit().join());
    assertThat(packaged).hasContent("as built");
    assertThat(copy.resolve("web/target/web.stamp")).doesNotExist();
  }

  /**
   * Maven meets the modules as in a clone in which nothing was ever built: no class path, and no
   * jar of a module anywhere.
   */
  @Test
  @Timeout(180)
  void aFreshCloneIsServedFromTheClassesOfAllModules() throws Exception {
    prepare();
    Files.delete(copy.resolve("api/target/dev.classpath"));
    modules();
    Process dev = start();
    List<ProcessHandle> started;
    try (BufferedReader said = dev.inputReader(StandardCharsets.UTF_8)) {
      int port = port(said);
      started = dev.descendants().toList();
      assertThat(served(port)).contains("<title>");
      try (Stream<String> lines = events(port)) {
        next(lines.iterator(), "hello");
      }
    } finally {
      dev.destroy();
    }
    dev.waitFor();
    started.forEach(process -> process.onExit().join());
    assertThat(Files.readString(copy.resolve("api/target/dev.classpath")))
        .contains(
            copy.resolve("geo-core/target/classes").toString(),
            copy.resolve("geo-core/geo-crs/target/classes").toString(),
            copy.resolve("data/target/classes").toString(),
            copy.resolve("web/target/classes").toString());
  }

  @Test
  @Timeout(60)
  void theClassPathOfABuildThatFailedIsNotServed() throws Exception {
    prepare();
    Files.delete(copy.resolve("api/target/dev.classpath"));
    Path programs = copy.resolve("bin");
    Path maven = file("bin/mvn");
    Files.writeString(
        maven,
        """
        #!/bin/sh
        for argument; do
          case $argument in -Dmdep.outputFile=*) echo half >"${argument#*=}" ;; esac
        done
        echo "the second module does not compile" >&2
        exit 1
        """);
    assertThat(maven.toFile().setExecutable(true)).isTrue();
    Process dev = start(programs);
    try (BufferedReader said = dev.inputReader(StandardCharsets.UTF_8)) {
      assertThat(said.lines()).contains("the second module does not compile");
    }
    assertThat(dev.waitFor()).isNotZero();
    assertThat(copy.resolve("api/target/dev.classpath")).doesNotExist();
  }

  /** What the page and its scripts and styles are now; none of it may be kept by a browser. */
  private String served(int port) throws IOException, InterruptedException {
    String page = get(port, "/");
    StringBuilder all = new StringBuilder(page);
    for (Matcher asset = ASSET.matcher(page); asset.find(); ) {
      all.append(get(port, asset.group()));
    }
    return all.toString();
  }

  private String get(int port, String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    HttpResponse<String> response =
        http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
    return response.body();
  }

  private Stream<String> events(int port) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port + "/api/v1/events");
    return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofLines()).body();
  }

  /** Waits for an event; others are passed over. */
  private static void next(Iterator<String> events, String name) {
    String line = events.next();
    while (!line.equals("event: " + name)) {
      line = events.next();
    }
  }

  private Process start(Path... programs) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(copy.resolve("scripts/dev").toString(), "--port", "0")
            .directory(copy.toFile())
            .redirectErrorStream(true);
    builder.environment().remove("GRIDWRIGHT_STORE");
    for (Path folder : programs) {
      builder.environment().merge("PATH", folder.toString(), (path, first) -> first + ":" + path);
    }
    return builder.start();
  }

  private static int port(BufferedReader said) throws IOException {
    StringBuilder before = new StringBuilder();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        return Integer.parseInt(address.group(1));
      }
      before.append(line).append('\n');
    }
    throw new IOException("it ended: " + before);
  }

  private void append(String name, String text) throws IOException {
    Files.writeString(copy.resolve(name), text, StandardOpenOption.APPEND);
  }

  /** A file of the copy, in a folder that is there. */
  private Path file(String name) throws IOException {
    Path file = copy.resolve(name);
    Files.createDirectories(file.getParent());
    return file;
  }

  private void prepare() throws Exception {
    for (String part :
        List.of(
            "pom.xml",
            "docs/openapi",
            "docs/openapi.yaml",
            "scripts/dev",
            "scripts/setup",
            "scripts/sources",
            "web/src",
            "web/public",
            "web/scripts",
            "web/package.json",
            "web/package-lock.json",
            "web/tsconfig.json")) {
      copyOf(ROOT.resolve(part), file(part));
    }
    Files.createSymbolicLink(copy.resolve("web/node_modules"), ROOT.resolve("web/node_modules"));
    Files.createDirectories(copy.resolve("api/src/main"));
    Files.copy(ROOT.resolve("api/pom.xml"), copy.resolve("api/pom.xml"));
    Files.move(SmallCity.in(copy), file(".gridwright/demo.gpkg"));
    Files.writeString(
        file("api/target/dev.classpath"),
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
  }

  /**
   * The modules with the classes of this run and without sources, so that Maven has nothing to
   * compile.
   */
  private void modules() throws Exception {
    copyOf(ROOT.resolve(".mvn"), file(".mvn"));
    for (String module : List.of("geo-core", "geo-core/geo-crs", "data", "web", "api")) {
      Path pom = file(module + "/pom.xml");
      Files.deleteIfExists(pom);
      Files.copy(ROOT.resolve(module + "/pom.xml"), pom);
      Path classes = file(module + "/target/classes");
      if (!module.equals("web")) {
        copyOf(ROOT.resolve(module + "/target/classes"), classes);
      }
    }
    Files.copy(
        ROOT.resolve("geo-core/geotools-slim/pom.xml"), file("geo-core/geotools-slim/pom.xml"));
  }

  private static void copyOf(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      files.forEach(
          file -> {
            try {
              Files.copy(file, to.resolve(from.relativize(file).toString()));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}
