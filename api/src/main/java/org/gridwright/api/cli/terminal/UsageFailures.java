package org.gridwright.api.cli.terminal;

import java.util.List;
import java.util.stream.Collectors;
import org.gridwright.core.message.NearestWords;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says in one sentence why a command line could not be understood, and what may have been meant.
 */
public final class UsageFailures {

  private UsageFailures() {}

  /** Tells the reader; returns {@link ExitStatus#BAD_USAGE}. */
  public static int report(ParameterException failure, Session session) {
    CommandLine command = failure.getCommandLine();
    session.note("gridwright: " + sentence(failure, session));
    session.note(
        session.say("usage.help-hint", command.getCommandSpec().qualifiedName() + " --help"));
    if (session.debug()) {
      failure.printStackTrace(session.console().err());
    }
    return ExitStatus.BAD_USAGE;
  }

  private static String sentence(ParameterException failure, Session session) {
    if (failure instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched, session);
    }
    if (failure instanceof MissingParameterException missing) {
      return missing(missing, session);
    }
    if (failure instanceof OverwrittenOptionException twice) {
      return session.say("usage.twice", nameOf(twice.getOverwritten()));
    }
    if (failure instanceof MutuallyExclusiveArgsException) {
      return session.say("usage.exclusive", said(failure));
    }
    ArgSpec argument = failure.getArgSpec();
    if (argument != null && failure.getValue() != null) {
      return session.say(
          "usage.value", failure.getValue(), nameOf(argument), expected(argument, session));
    }
    return said(failure);
  }

  private static String said(ParameterException failure) {
    return String.valueOf(failure.getMessage());
  }

  private static String unmatched(UnmatchedArgumentException failure, Session session) {
    String word = failure.getUnmatched().get(0);
    List<String> near = NearestWords.to(word, knownWords(failure.getCommandLine(), word));
    String kind = word.startsWith("-") ? "option" : "argument";
    return near.isEmpty()
        ? session.say("usage.unknown-" + kind, word)
        : session.say(
            "usage.unknown-" + kind + "-near", word, String.join(session.say("usage.or"), near));
  }

  private static List<String> knownWords(CommandLine command, String word) {
    return word.startsWith("-")
        ? List.copyOf(command.getCommandSpec().optionsMap().keySet())
        : List.copyOf(command.getSubcommands().keySet());
  }

  private static String missing(MissingParameterException failure, Session session) {
    List<ArgSpec> missing = failure.getMissing();
    if (missing.isEmpty()) {
      return session.say("usage.command-missing");
    }
    String names = missing.stream().map(UsageFailures::nameOf).collect(Collectors.joining(", "));
    boolean option = missing.get(0) instanceof OptionSpec;
    boolean value = said(failure).startsWith("Missing required parameter for option");
    return value
        ? session.say("usage.value-missing", names)
        : session.say(option ? "usage.option-missing" : "usage.parameter-missing", names);
  }

  private static String nameOf(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static String expected(ArgSpec argument, Session session) {
    if (argument.type().isEnum()) {
      return String.join(", ", argument.completionCandidates());
    }
    return switch (argument.type().getSimpleName()) {
      case "int", "Integer", "long", "Long" -> session.say("usage.expected-integer");
      case "double", "Double" -> session.say("usage.expected-number");
      case "LocalDate" -> session.say("usage.expected-date");
      case "ZoneId" -> session.say("usage.expected-zone");
      case "Charset" -> session.say("usage.expected-charset");
      default -> argument.paramLabel();
    };
  }
}
