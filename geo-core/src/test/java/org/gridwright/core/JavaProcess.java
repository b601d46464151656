package org.gridwright.core;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a test starts a class of its own class path in another Java. Such a process lives for a few
 * seconds: it is started with the compiler and the collector that are quick at the beginning.
 */
public final class JavaProcess {

  private static final int WARNS_OF_NATIVE_CODE = 22;

  private JavaProcess() {}

  /** The command line that runs a main class. */
  public static List<String> command(String main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    if (Runtime.version().feature() >= WARNS_OF_NATIVE_CODE) {
      command.add("--enable-native-access=ALL-UNNAMED"); // as the manifest of the jar has it
    }
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(main);
    command.addAll(List.of(arguments));
    return command;
  }
}
