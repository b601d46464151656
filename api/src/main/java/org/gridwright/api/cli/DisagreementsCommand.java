package org.gridwright.api.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gridwright.api.cli.terminal.ExitStatus;
import org.gridwright.api.cli.terminal.OutputFile;
import org.gridwright.api.cli.terminal.ProgressDisplay;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.plan.Level;
import org.gridwright.data.disagreement.Agreement;
import org.gridwright.data.disagreement.Disagreement;
import org.gridwright.data.disagreement.Disagreements;
import org.gridwright.data.exchange.CsvRecordWriter;
import org.gridwright.data.exchange.DecimalDegrees;
import org.gridwright.data.model.Incident;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.store.IncidentStore;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reported zones against computed zones. */
@Command(name = "disagreements")
final class DisagreementsCommand implements Callable<Integer> {

  private static final List<String> COLUMNS =
      List.of("id", "occurred", "category", "lon", "lat", "reported", "computed", "distance_m");

  private final Session session;

  @Option(names = "--theme", paramLabel = "THEME")
  private @Nullable String theme;

  @Option(names = "--level", paramLabel = "LEVEL")
  private @Nullable String levelName;

  @Option(names = "--at", paramLabel = "DATE")
  private @Nullable LocalDate at;

  @Option(names = "--tolerance", paramLabel = "METRES", defaultValue = "10")
  private double tolerance;

  @Option(names = "--worst", paramLabel = "N", defaultValue = "10")
  private int worst;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT.csv")
  private @Nullable String output;

  @Mixin private final CsvOutputOptions.Alone written = new CsvOutputOptions.Alone();

  DisagreementsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    OutputFile file = output == null ? null : OutputFile.of(session, output, List.of());
    try (Store store = session.openStore()) {
      PlanSnapshot plan = PlanChoice.snapshot(store, theme, at, session.quiet());
      Level level = PlanChoice.level(plan.theme(), levelName);
      Agreement agreement =
          file == null ? compare(store, plan, level, found -> {}) : write(file, store, plan, level);
      if (file == null || !file.isStandardOutput()) {
        tell(plan, level, agreement);
      }
    }
    return ExitStatus.DONE;
  }

  private Agreement compare(
      Store store, PlanSnapshot plan, Level level, Consumer<Disagreement> found) {
    long total = store.incidents().count(IncidentStore.Query.ALL);
    try (Stream<Incident> incidents = store.incidents().stream(IncidentStore.Query.ALL);
        ProgressDisplay progress =
            new ProgressDisplay(session, session.say("progress.comparing"), total)) {
      Iterator<Incident> counted = progress.counting(incidents.iterator());
      return new Disagreements(plan.plan(), plan.locator(), level, tolerance).of(counted, found);
    }
  }

  private Agreement write(OutputFile file, Store store, PlanSnapshot plan, Level level)
      throws IOException {
    Agreement[] agreement = new Agreement[1];
    file.write(
        out -> {
          try (CsvRecordWriter csv = new CsvRecordWriter(out, written.output())) {
            csv.write(COLUMNS);
            agreement[0] = compare(store, plan, level, found -> csv.write(row(found)));
          }
        });
    return agreement[0];
  }

  private static List<String> row(Disagreement found) {
    Incident incident = found.incident();
    return List.of(
        incident.id(),
        incident.occurred().toString(),
        incident.category(),
        DecimalDegrees.of(incident.place().x()),
        DecimalDegrees.of(incident.place().y()),
        found.reported(),
        Objects.requireNonNullElse(found.computed(), ""),
        Decimals.of(found.metres(), 2));
  }

  private void tell(PlanSnapshot plan, Level level, Agreement agreement) {
    List<Agreement.Zone> zones = agreement.zones().stream().limit(worst).toList();
    if (session.options().json()) {
      session.printJson(json(plan, level, agreement, zones));
      return;
    }
    session.printPair(session.say("disagreements.compared"), agreement.compared());
    session.printPair(session.say("disagreements.strict"), Decimals.of(agreement.share(), 4));
    session.printPair(
        session.say("disagreements.near", Decimals.of(tolerance, 1)),
        Decimals.of(agreement.nearShare(), 4));
    if (agreement.unknownZone() > 0) {
      session.printPair(session.say("disagreements.unknown"), agreement.unknownZone());
    }
    for (Agreement.Zone zone : zones) {
      session.print(
          session.say(
              "disagreements.zone",
              level.name(),
              zone.code(),
              zone.disagreeing(),
              zone.compared(),
              Decimals.of(zone.farthestMetres(), 1)));
    }
  }

  private Map<String, Object> json(
      PlanSnapshot plan, Level level, Agreement agreement, List<Agreement.Zone> zones) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("theme", plan.theme().id());
    json.put("level", level.name());
    json.put("plan", plan.info().id());
    json.put("compared", agreement.compared());
    json.put("agreeing", agreement.agreeing());
    json.put("agreement", agreement.share());
    json.put("toleranceMetres", agreement.toleranceMetres());
    json.put("nearlyAgreeing", agreement.nearlyAgreeing());
    json.put("nearAgreement", agreement.nearShare());
    json.put("unknownZone", agreement.unknownZone());
    json.put("worst", zones);
    return json;
  }
}
