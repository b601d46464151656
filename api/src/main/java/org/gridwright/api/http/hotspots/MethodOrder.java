package org.gridwright.api.http.hotspots;

import java.util.Map;
import org.gridwright.api.http.body.Members;
import org.gridwright.data.hotspot.plan.MethodQuestion;
import org.gridwright.data.snapshot.PlanSnapshot;

/**
 * A question to a method other than the local statistics.
 *
 * @param recipe what was asked, with what was not said filled in; can be asked again as it stands
 */
record MethodOrder(PlanSnapshot snapshot, MethodQuestion question, Map<String, Object> recipe) {

  private static final int WORD = 200;

  /** Whether a body asks one of these methods. */
  static boolean isMeant(Members body) {
    return body.optionalLines("method", WORD).filter(MethodReader.METHODS::contains).isPresent();
  }

  /** What is asked; each other member is a 400. */
  static MethodOrder of(HotspotMembers members) {
    return new MethodReader(members).order();
  }
}
