package org.gridwright.api.docs;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridwright.api.cli.CommandRun;
import org.gridwright.api.cli.Main;

/**
 * Runs documented commands in a folder of their own: in this process, or in one of their own where
 * the document gives options to java, such as a limit of its heap.
 */
final class DocumentedRun {

  private static final String JAVA_OPTIONS = "GRIDWRIGHT_JAVA_OPTS";

  private final Path folder;
  private final Map<String, String> environment;
  private final Path sharedData;

  /**
   * @param sharedData stands for {@code ../shared/data} in the document
   */
  DocumentedRun(Path folder, Map<String, String> environment, Path sharedData) {
    this.folder = folder;
    this.environment = Map.copyOf(environment);
    this.sharedData = sharedData;
  }

  CommandRun of(DocumentedCommands.Step step) throws IOException, InterruptedException {
    List<String> arguments =
        step.arguments().stream()
            .map(word -> word.replace("../shared/data", sharedData.toString()))
            .toList();
    Map<String, String> settings = new HashMap<>(environment);
    settings.putAll(step.settings());
    return settings.containsKey(JAVA_OPTIONS)
        ? inItsOwnProcess(arguments, settings)
        : CommandRun.of(folder, settings, arguments.toArray(String[]::new));
  }

  private CommandRun inItsOwnProcess(List<String> arguments, Map<String, String> settings)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(settings.get(JAVA_OPTIONS).split(" ")));
    command.addAll(
        List.of("-Dfile.encoding=UTF-8", "-cp", classPath(), Main.class.getName(), "--lang", "en"));
    command.addAll(arguments);
    File out = Files.createTempFile(folder, "out", ".txt").toFile();
    File err = Files.createTempFile(folder, "err", ".txt").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out)
            .redirectError(err);
    builder.environment().putAll(settings);
    int status = builder.start().waitFor();
    return new CommandRun(status, Files.readString(out.toPath()), Files.readString(err.toPath()));
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
