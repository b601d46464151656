package org.gridwright.api.http.plans;

import java.util.List;
import java.util.Locale;
import org.gridwright.api.http.answer.GeoJsonPlace;
import org.gridwright.api.http.answer.Metres;
import org.gridwright.core.coverage.Finding;
import org.gridwright.core.coverage.Severity;

/** The answer of {@code GET /api/v1/plans/{id}/findings}. */
record FindingsAnswer(long blocking, long warnings, List<Item> findings) {

  private static final double MILLIMETRES = 1000;

  /**
   * @param place in degrees, longitude first
   */
  record Item(
      String id,
      String kind,
      String severity,
      List<String> units,
      double areaSquareMetres,
      double widthMetres,
      String message,
      GeoJsonPlace place) {

    static Item of(Finding finding, Locale language) {
      return new Item(
          finding.id(),
          finding.kind().id(),
          finding.severity().name().toLowerCase(Locale.ROOT),
          finding.units(),
          Metres.rounded(finding.areaSquareMetres()),
          Math.round(finding.widthMetres() * MILLIMETRES) / MILLIMETRES,
          finding.message().in(language),
          GeoJsonPlace.of(finding.place()));
    }
  }

  static FindingsAnswer of(List<Finding> findings, Locale language) {
    long blocking = findings.stream().filter(each -> each.severity() == Severity.BLOCKING).count();
    return new FindingsAnswer(
        blocking,
        findings.size() - blocking,
        findings.stream().map(each -> Item.of(each, language)).toList());
  }
}
