package org.gridwright.api.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridwright.api.cli.terminal.OutputFile;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.finding.Acceptances;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.FindingLists;
import org.gridwright.data.exchange.GeoJsonWriter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.util.RawValue;

/** Findings for people and for programs. */
final class FindingsReport {

  private final Session session;

  FindingsReport(Session session) {
    this.session = session;
  }

  /** Prints one line for each finding, where it is, and a summary. */
  void print(List<Finding> findings) {
    findings.forEach(finding -> session.print(line(finding)));
    session.print(summary(findings));
  }

  /** As {@link #print(List)} for what is open, with what was accepted, and why, after it. */
  void print(Acceptances.Verdicts outcome) {
    outcome.open().forEach(finding -> session.print(line(finding)));
    outcome.accepted().forEach(pair -> session.print(line(pair)));
    session.print(summary(outcome.open()));
    if (!outcome.accepted().isEmpty()) {
      session.print(session.say("check.accepted-summary", outcome.accepted().size()));
    }
  }

  private String line(Acceptances.Pair pair) {
    return session.say(
        "check.accepted",
        session.say(pair.finding().message()),
        at(pair.finding().place()),
        pair.by().reason(),
        pair.by().author());
  }

  /** One finding and where it is. */
  String line(Finding finding) {
    return session.say(
        "check.finding", severity(finding), session.say(finding.message()), at(finding.place()));
  }

  /** How many findings of which kind. */
  String summary(List<Finding> findings) {
    if (findings.isEmpty()) {
      return session.say("check.clean");
    }
    List<String> parts = new ArrayList<>();
    FindingLists.counts(findings)
        .forEach(
            (kind, count) ->
                parts.add(
                    session.say("check.kind-count", session.say("check.kind-" + kind), count)));
    return session.say(
        "check.summary",
        findings.size(),
        FindingLists.blocking(findings),
        String.join(", ", parts));
  }

  /** As members of a JSON document, each with its place as a GeoJSON geometry. */
  List<Map<String, Object>> json(List<Finding> findings) {
    return findings.stream()
        .map(
            finding -> {
              Map<String, Object> members = properties(finding);
              members.put("place", new RawValue(GeoJsonWriter.geometry(finding.place())));
              return members;
            })
        .toList();
  }

  /** Findings that were accepted, as {@link #json(List)}, with who accepted them and why. */
  List<Map<String, Object>> acceptedJson(List<Acceptances.Pair> accepted) {
    return accepted.stream()
        .map(
            pair -> {
              Map<String, Object> members = properties(pair);
              members.put("place", new RawValue(GeoJsonWriter.geometry(pair.finding().place())));
              return members;
            })
        .toList();
  }

  /** Writes findings, open and accepted, as GeoJSON with their places. */
  void write(Acceptances.Verdicts outcome, OutputFile file) throws IOException {
    file.write(
        out -> {
          try (GeoJsonWriter json = new GeoJsonWriter(out)) {
            outcome
                .open()
                .forEach(finding -> json.write(finding.id(), properties(finding), finding.place()));
            outcome
                .accepted()
                .forEach(
                    pair ->
                        json.write(pair.finding().id(), properties(pair), pair.finding().place()));
          }
        });
  }

  private Map<String, Object> properties(Acceptances.Pair pair) {
    Map<String, Object> properties = properties(pair.finding());
    Map<String, Object> accepted = new LinkedHashMap<>();
    accepted.put("reason", pair.by().reason());
    accepted.put("author", pair.by().author());
    accepted.put("at", pair.by().at().toString());
    properties.put("accepted", accepted);
    return properties;
  }

  private Map<String, Object> properties(Finding finding) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("id", finding.id());
    properties.put("kind", finding.kind().id());
    properties.put("severity", finding.severity().id());
    properties.put("units", finding.units());
    properties.put("areaSquareMetres", finding.areaSquareMetres());
    properties.put("widthMetres", finding.widthMetres());
    properties.put("message", session.say(finding.message()));
    return properties;
  }

  private String severity(Finding finding) {
    return session.say("check." + finding.severity().id());
  }

  /** A point inside a place, longitude first; empty where the place is. */
  static String at(Geometry place) {
    if (place.isEmpty()) {
      return "";
    }
    Coordinate at = place.getInteriorPoint().getCoordinate();
    return Decimals.of(at.x, 6) + " " + Decimals.of(at.y, 6);
  }
}
