package org.gridwright.api.cli;

import java.util.concurrent.Callable;
import org.gridwright.api.cli.terminal.CliException;
import picocli.CommandLine.Command;

/** Holds the commands that bring files into the store. */
@Command(name = "import")
final class ImportCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    throw CliException.usage("import.what");
  }
}
