package org.gridwright.data.intake;

import java.util.List;
import java.util.Map;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.flow.PlanAttribute;
import org.gridwright.core.message.Message;
import org.gridwright.data.model.PlanInfo;
import org.jspecify.annotations.Nullable;

/**
 * What came of an import of zones.
 *
 * @param plan the draft, or what was published
 * @param features how many features were read
 * @param units number of units by level, coarse to fine
 * @param notes what was understood or changed on the way, such as parts read as one unit
 * @param attributes of the grids, with what each is taken for from now on
 * @param mending what was mended; null where that was not asked
 * @param findings what can block publishing, accepted or not, after mending; empty where it was not
 *     asked, because nothing was published
 * @param rowsAdded unit rows written by publishing; 0 for a draft
 */
public record ZoneReport(
    PlanInfo plan,
    long features,
    Map<String, Integer> units,
    List<Message> notes,
    List<PlanAttribute> attributes,
    @Nullable Mending mending,
    List<Finding> findings,
    long rowsAdded) {

  public ZoneReport {
    notes = List.copyOf(notes);
    attributes = List.copyOf(attributes);
    findings = List.copyOf(findings);
  }
}
