package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.gridwright.api.cli.terminal.Console;
import org.gridwright.api.cli.terminal.Session;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class HelpTest {

  @Test
  void everyCommandOptionAndParameterIsExplainedInBothLanguages() {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      List<String> silent = new ArrayList<>();
      collectSilent(Main.commandLine(new Session(Console.ofProcess(), locale)), silent);
      assertThat(silent).as("without help in %s", locale).isEmpty();
    }
  }

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(bundle(Locale.SIMPLIFIED_CHINESE).keySet()).isEqualTo(bundle(Locale.ROOT).keySet());
  }

  @Test
  void noHelpTextIsLeftOver() {
    List<String> known = new ArrayList<>();
    collectNames(Main.commandLine(new Session(Console.ofProcess(), Locale.ENGLISH)), known);
    assertThat(bundle(Locale.ROOT).keySet().stream().filter(key -> key.startsWith("gridwright.")))
        .isSubsetOf(known);
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        "org.gridwright.api.cli.help",
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  private static void collectSilent(CommandLine command, List<String> silent) {
    CommandSpec spec = command.getCommandSpec();
    if (command.getCommandSpec().usageMessage().header().length == 0) {
      silent.add(spec.qualifiedName());
    }
    for (ArgSpec argument : spec.args()) {
      if (argument.description().length == 0) {
        silent.add(spec.qualifiedName() + " " + argument);
      }
    }
    for (Map.Entry<String, CommandLine> sub : command.getSubcommands().entrySet()) {
      collectSilent(sub.getValue(), silent);
    }
  }

  private static void collectNames(CommandLine command, List<String> names) {
    CommandSpec spec = command.getCommandSpec();
    String prefix = spec.qualifiedName(".") + ".";
    names.add(prefix + "usage.header");
    names.add(prefix + "usage.footer");
    for (ArgSpec argument : spec.args()) {
      if (argument instanceof OptionSpec option) {
        for (String name : option.names()) {
          names.add(prefix + name.replaceFirst("^-+", ""));
        }
      } else {
        names.add(
            prefix
                + argument.paramLabel()
                + "["
                + ((CommandLine.Model.PositionalParamSpec) argument).index()
                + "]");
      }
    }
    command.getSubcommands().values().forEach(sub -> collectNames(sub, names));
  }
}
