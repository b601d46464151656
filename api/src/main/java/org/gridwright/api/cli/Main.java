package org.gridwright.api.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.gridwright.api.cli.terminal.Console;
import org.gridwright.api.cli.terminal.ExitStatus;
import org.gridwright.api.cli.terminal.Failures;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.api.cli.terminal.TerminalLanguage;
import org.gridwright.api.cli.terminal.UsageFailures;
import org.gridwright.core.lattice.DecimalText;
import org.gridwright.data.store.StoredDates;
import picocli.CommandLine;

/** The entry point of {@code gridwright}. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    Console console = Console.ofProcess();
    Session session = session(console, arguments);
    Runtime.getRuntime().addShutdownHook(new Thread(session.work()::stop, "stop"));
    System.exit(run(session, arguments));
  }

  /**
   * Runs one command line to its end. Any number may run side by side, each on a console of its
   * own.
   *
   * @return the exit code
   */
  public static int run(Console console, String... arguments) {
    return run(session(console, arguments), arguments);
  }

  private static Session session(Console console, String... arguments) {
    return new Session(console, TerminalLanguage.choose(List.of(arguments), console));
  }

  private static int run(Session session, String... arguments) {
    return session.work().run(() -> execute(session, arguments));
  }

  private static int execute(Session session, String... arguments) {
    try {
      int status = commandLine(session).execute(arguments);
      session.console().out().flush();
      return status;
    } catch (IOException | OutOfMemoryError e) {
      return Failures.report(e, session);
    }
  }

  /** All commands, ready to parse. */
  static CommandLine commandLine(Session session) {
    CommandLine root = new CommandLine(new Gridwright());
    root.addMixin("global", session.options());
    root.addSubcommand(new DemoCommand(session));
    root.addSubcommand(
        new CommandLine(new ImportCommand())
            .addSubcommand(new ImportZonesCommand(session))
            .addSubcommand(new ImportAddressesCommand(session))
            .addSubcommand(new ImportOfficersCommand(session))
            .addSubcommand(new ImportIncidentsCommand(session))
            .addSubcommand(new ImportJurisdictionCommand(session))
            .addSubcommand(new ImportOutlinesCommand(session)));
    root.addSubcommand(new StatusCommand(session));
    root.addSubcommand(new CheckCommand(session));
    root.addSubcommand(new RepairCommand(session));
    root.addSubcommand(new RulesCommand(session));
    root.addSubcommand(
        new CommandLine(new FactsCommand())
            .addSubcommand(new FactsListCommand(session))
            .addSubcommand(new FactsSetCommand(session)));
    root.addSubcommand(new DivideCommand(session));
    root.addSubcommand(new ConsolidateCommand(session));
    root.addSubcommand(new SimplifyCommand(session));
    root.addSubcommand(new TessellateCommand(session));
    root.addSubcommand(new AssignmentsCommand(session));
    root.addSubcommand(new LocateCommand(session));
    root.addSubcommand(new AssignCommand(session));
    root.addSubcommand(new HotspotsCommand(session));
    root.addSubcommand(new DisagreementsCommand(session));
    root.addSubcommand(new DueCommand(session));
    root.addSubcommand(new CompareCommand(session));
    root.addSubcommand(new CrosswalkCommand(session));
    root.addSubcommand(new ExportCommand(session));
    root.addSubcommand(new ServeCommand(session));
    root.setResourceBundle(help(session.locale()));
    root.setUsageHelpAutoWidth(false).setUsageHelpWidth(96);
    root.setCaseInsensitiveEnumValuesAllowed(true);
    root.registerConverter(Double.class, DecimalText::parse);
    root.registerConverter(double.class, DecimalText::parse);
    root.registerConverter(LocalDate.class, StoredDates::parse);
    root.registerConverter(Path.class, session.console()::resolve);
    root.setParameterExceptionHandler((failure, args) -> UsageFailures.report(failure, session));
    root.setExecutionExceptionHandler(
        (failure, command, parsed) -> Failures.report(failure, session));
    root.setExecutionStrategy(parsed -> executeParsed(parsed, session));
    return root;
  }

  private static ResourceBundle help(Locale locale) {
    return ResourceBundle.getBundle(
        "org.gridwright.api.cli.help",
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  private static int executeParsed(CommandLine.ParseResult parsed, Session session) {
    List<CommandLine> commands = parsed.asCommandLineList();
    for (CommandLine command : commands) {
      if (command.isUsageHelpRequested()) {
        session.print(usage(command));
        return ExitStatus.DONE;
      }
      if (command.isVersionHelpRequested()) {
        session.print("gridwright " + Version.current());
        return ExitStatus.DONE;
      }
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  private static String usage(CommandLine command) {
    StringWriter text = new StringWriter();
    command.usage(new PrintWriter(text));
    return text.toString().stripTrailing();
  }
}
