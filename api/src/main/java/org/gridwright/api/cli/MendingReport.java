package org.gridwright.api.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.OutputFile;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.FindingLists;
import org.gridwright.core.ground.GroundSize;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.repair.Mend;
import org.gridwright.core.repair.Movement;
import org.gridwright.core.repair.RepairOptions;
import org.gridwright.data.exchange.CsvOutput;
import org.gridwright.data.exchange.CsvRecordWriter;
import org.gridwright.data.exchange.GeoJsonWriter;
import org.gridwright.data.intake.Mending;
import tools.jackson.databind.util.RawValue;

/** What mending did, for people and for programs. */
final class MendingReport {

  private final Session session;
  private final Mending mending;
  private final FindingsReport findings;

  MendingReport(Session session, Mending mending) {
    this.session = session;
    this.mending = mending;
    this.findings = new FindingsReport(session);
  }

  /**
   * What was found, what happened to each kind of ground, to each unit, and what is left, in
   * sentences.
   */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(session.say("mending.before", findings.summary(mending.before())));
    for (Mend.Kind kind : kinds()) {
      Tally tally = tally(kind);
      lines.add(
          session.say(
              "mending.kind-" + kind.name().toLowerCase(Locale.ROOT),
              tally.given(),
              Decimals.of(tally.givenSquareMetres(), 1),
              tally.left(),
              Decimals.of(tally.leftSquareMetres(), 1)));
    }
    if (mending.proposal().closedSquareMetres() > 0) {
      lines.add(
          session.say("mending.closed", Decimals.of(mending.proposal().closedSquareMetres(), 1)));
    }
    lines.add(totals());
    mending.proposal().moved().forEach(moved -> lines.add(line(moved)));
    mending.proposal().mends().stream()
        .filter(Mend::isLeft)
        .forEach(
            mend ->
                lines.add(
                    session.say(
                        "mending.left",
                        session.say(mend.message()),
                        FindingsReport.at(mend.place()))));
    mending.repaired().leftovers().stream()
        .filter(finding -> !isGround(finding))
        .forEach(finding -> lines.add(findings.line(finding)));
    lines.add(session.say("mending.after", findings.summary(mending.repaired().leftovers())));
    return lines;
  }

  /** As members of a JSON document. */
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    RepairOptions options = mending.proposal().options();
    json.put("snapMetres", options.snapMetres());
    json.put(
        "gapWidthMetres",
        Double.isInfinite(options.gapWidthMetres()) ? null : options.gapWidthMetres());
    json.put("inletMetres", options.inletMetres());
    json.put("findingsBefore", FindingLists.counts(mending.before()));
    for (Mend.Kind kind : Mend.Kind.values()) {
      json.put(kind.name().toLowerCase(Locale.ROOT), tally(kind));
    }
    json.put("units", mending.repaired().plan().grids().size());
    json.put("squareMetresBefore", squareMetres(false));
    json.put("squareMetresAfter", squareMetres(true));
    json.put("closedSquareMetres", mending.proposal().closedSquareMetres());
    json.put("moved", mending.proposal().moved());
    json.put("ground", mending.proposal().mends().stream().map(this::withPlace).toList());
    json.put("blocking", FindingLists.blocking(mending.repaired().leftovers()));
    json.put("findingsAfter", FindingLists.counts(mending.repaired().leftovers()));
    json.put("leftovers", findings.json(mending.repaired().leftovers()));
    return json;
  }

  /**
   * Writes the report to a file: everything as JSON, the units that moved as CSV, or the pieces of
   * ground with their places as GeoJSON.
   *
   * @throws CliException when the name ends in none of these
   */
  void write(OutputFile file) throws IOException {
    switch (file.format()) {
      case "json" -> file.write(out -> session.writeJson(json(), out));
      case "csv" -> file.write(this::writeMoved);
      case "geojson" -> file.write(this::writeGround);
      default -> throw CliException.usage("repair.unknown-report", file.name());
    }
  }

  /** Refuses names that {@link #write} could not write. */
  static void requireFormat(OutputFile file) {
    if (!List.of("json", "csv", "geojson").contains(file.format())) {
      throw CliException.usage("repair.unknown-report", file.name());
    }
  }

  /**
   * Pieces of ground of one kind.
   *
   * @param given how many were given to a unit
   * @param left how many stay as they are
   */
  private record Tally(int given, double givenSquareMetres, int left, double leftSquareMetres) {}

  /** The kinds of ground that the options are about. */
  private List<Mend.Kind> kinds() {
    boolean inlets = mending.proposal().options().inletMetres() > 0;
    return Arrays.stream(Mend.Kind.values())
        .filter(kind -> kind != Mend.Kind.INLET || inlets)
        .toList();
  }

  private Tally tally(Mend.Kind kind) {
    List<Mend> mends =
        mending.proposal().mends().stream().filter(mend -> mend.kind() == kind).toList();
    List<Mend> left = mends.stream().filter(Mend::isLeft).toList();
    double all = mends.stream().mapToDouble(Mend::squareMetres).sum();
    double stays = left.stream().mapToDouble(Mend::squareMetres).sum();
    return new Tally(mends.size() - left.size(), all - stays, left.size(), stays);
  }

  private String totals() {
    double farthest =
        mending.proposal().moved().stream().mapToDouble(Movement::vertexMetres).max().orElse(0);
    return session.say(
        "mending.totals",
        mending.repaired().plan().grids().size(),
        mending.proposal().moved().size(),
        Decimals.of(squareMetres(false), 1),
        Decimals.of(squareMetres(true), 1),
        Decimals.of(farthest, 2));
  }

  private String line(Movement moved) {
    return session.say(
        "mending.moved",
        moved.code(),
        Decimals.of(moved.squareMetresBefore(), 1),
        Decimals.of(moved.squareMetresAfter(), 1),
        Decimals.of(moved.gainedSquareMetres(), 1),
        Decimals.of(moved.lostSquareMetres(), 1),
        Decimals.of(moved.vertexMetres(), 2));
  }

  /** Sum of the areas of all units, so that overlaps count for each of their units. */
  private double squareMetres(boolean after) {
    Map<String, Movement> moved = new TreeMap<>();
    mending.proposal().moved().forEach(it -> moved.put(it.code(), it));
    double sum = 0;
    for (Unit unit : mending.proposal().before().grids()) {
      Movement movement = moved.get(unit.code());
      sum +=
          movement == null
              ? GroundSize.squareMetres(unit.drawnArea())
              : after ? movement.squareMetresAfter() : movement.squareMetresBefore();
    }
    return sum;
  }

  /** Whether a finding is about ground, and so was told as such. */
  private static boolean isGround(Finding finding) {
    return switch (finding.kind()) {
      case GAP, OVERLAP, DUPLICATE_UNIT -> true;
      default -> false;
    };
  }

  private Map<String, Object> withPlace(Mend mend) {
    Map<String, Object> members = properties(mend);
    members.put("place", new RawValue(GeoJsonWriter.geometry(mend.place())));
    return members;
  }

  private Map<String, Object> properties(Mend mend) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("kind", mend.kind().name().toLowerCase(Locale.ROOT));
    members.put("areaSquareMetres", mend.squareMetres());
    members.put("widthMetres", mend.widthMetres());
    members.put("units", mend.units());
    members.put("receiver", mend.isLeft() ? null : mend.receiver().get(0));
    members.put(
        "reason",
        mend.reason() == null
            ? null
            : mend.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    members.put("message", session.say(mend.message()));
    return members;
  }

  private void writeMoved(OutputStream out) {
    try (CsvRecordWriter csv = new CsvRecordWriter(out, CsvOutput.DEFAULT)) {
      csv.write(
          "code", "area_before_m2", "area_after_m2", "gained_m2", "lost_m2", "farthest_vertex_m");
      for (Movement moved : mending.proposal().moved()) {
        csv.write(
            moved.code(),
            Decimals.of(moved.squareMetresBefore(), 3),
            Decimals.of(moved.squareMetresAfter(), 3),
            Decimals.of(moved.gainedSquareMetres(), 3),
            Decimals.of(moved.lostSquareMetres(), 3),
            Decimals.of(moved.vertexMetres(), 3));
      }
    }
  }

  private void writeGround(OutputStream out) {
    try (GeoJsonWriter json = new GeoJsonWriter(out)) {
      mending.proposal().mends().forEach(mend -> json.write(null, properties(mend), mend.place()));
    }
  }
}
