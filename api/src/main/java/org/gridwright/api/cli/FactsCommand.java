package org.gridwright.api.cli;

import java.util.concurrent.Callable;
import org.gridwright.api.cli.terminal.CliException;
import picocli.CommandLine.Command;

/** Holds the commands about what attributes are. */
@Command(name = "facts")
final class FactsCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    throw CliException.usage("facts.what");
  }
}
