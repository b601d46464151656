package org.gridwright.api.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.ExitStatus;
import org.gridwright.api.cli.terminal.ProgressDisplay;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.data.intake.AddressImport;
import org.gridwright.data.intake.AddressPartFields;
import org.gridwright.data.intake.PointReport;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings addresses into the store. */
@Command(name = "addresses")
final class ImportAddressesCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "FILE", index = "0")
  private @Nullable Path file;

  @Option(names = "--id", paramLabel = "FIELD", required = true)
  private String id = "";

  @Option(names = "--text", paramLabel = "FIELD", split = ",")
  private List<String> text = List.of();

  @Option(names = "--number", paramLabel = "FIELD")
  private @Nullable String number;

  @Option(names = "--street", paramLabel = "FIELD")
  private @Nullable String street;

  @Option(names = "--other-street", paramLabel = "FIELD")
  private @Nullable String otherStreet;

  @Option(names = "--locality", paramLabel = "FIELD")
  private @Nullable String locality;

  @Option(names = "--postcode", paramLabel = "FIELD")
  private @Nullable String postcode;

  @Option(names = "--weight", paramLabel = "FIELD")
  private @Nullable String weight;

  @Mixin private final PlaceOptions place = new PlaceOptions();
  @Mixin private final ReadingOptions reading = new ReadingOptions();

  ImportAddressesCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (text.isEmpty() && street == null) {
      throw CliException.usage("import.addresses-fields");
    }
    Path input = Objects.requireNonNull(file);
    AddressImport.Options options =
        new AddressImport.Options(
            input,
            reading.reading(),
            reading.datum(),
            id,
            text,
            new AddressPartFields(number, street, otherStreet, locality, postcode),
            place.fields(),
            weight,
            reading.skipBad());
    return session.changeStore(store -> run(store, options));
  }

  private Integer run(Store store, AddressImport.Options options) {
    PointReport report;
    try (ProgressDisplay display = ProgressDisplay.ofSteps(session)) {
      report = new AddressImport(store).run(options, display.shares());
    }
    PointReports.tell(session, "import.addresses-done", report);
    return ExitStatus.DONE;
  }
}
