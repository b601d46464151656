package org.gridwright.api.http.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gridwright.core.finding.Severity;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.data.draft.Reviewed;
import org.locationtech.jts.geom.Envelope;

/**
 * Where findings are, in columns of equal length: what a map shows of very many.
 *
 * @param severities names that the column counts in, from 0
 * @param lon of the middles, in degrees
 * @param lat of the middles, in degrees
 * @param severity index of the name of each one's severity
 */
public record FindingPlaces(
    List<String> severities, List<Double> lon, List<Double> lat, List<Integer> severity) {

  /** The middles of all that have a place. */
  public static FindingPlaces of(List<Reviewed> findings) {
    List<Double> lon = new ArrayList<>();
    List<Double> lat = new ArrayList<>();
    List<Integer> severity = new ArrayList<>();
    for (Reviewed each : findings) {
      Envelope box = each.finding().place().getEnvelopeInternal();
      if (!box.isNull()) {
        lon.add(Lattice.degrees(Lattice.longitude(box.centre().x)));
        lat.add(Lattice.degrees(Lattice.latitude(box.centre().y)));
        severity.add(each.finding().severity().ordinal());
      }
    }
    return new FindingPlaces(
        Arrays.stream(Severity.values()).map(Severity::id).toList(), lon, lat, severity);
  }
}
