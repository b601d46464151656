package org.gridwright.api.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gridwright.api.http.Json;
import org.gridwright.core.coverage.CoverageCheck;
import org.gridwright.core.finding.Severity;
import org.gridwright.core.partition.Partition;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.data.draft.DraftDesk;
import tools.jackson.databind.JsonNode;

/** Proves that a draft is what planners were told that it is. */
final class DraftProof {

  private final ServedCity city;
  private final long draft;

  /**
   * @param path of the draft, whose base is the city's plan
   */
  DraftProof(ServedCity city, String path) {
    this.city = city;
    this.draft = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
  }

  /**
   * That every edit that was acknowledged is in the history, each with a version of its own; that
   * the draft as stored is the plan after the steps of the history; and that its grids partition
   * their ground as well as they did before.
   */
  void require(List<BusyPlanner> planners) throws Exception {
    List<String> acknowledged = new ArrayList<>();
    Set<Long> versions = new TreeSet<>();
    for (BusyPlanner planner : planners) {
      for (BusyPlanner.Answered each : planner.answered()) {
        acknowledged.add(each.id());
        require(versions.add(each.version()), "version " + each.version() + " was told twice");
      }
    }
    Set<String> stored = new HashSet<>();
    city.store().drafts().history(draft).stream()
        .map(revision -> Json.MAPPER.readTree(revision.note().edit()))
        .map((JsonNode edit) -> edit.get("id").asString())
        .forEach(stored::add);
    acknowledged.forEach(id -> require(stored.contains(id), id + " was lost"));
    require(stored.size() == acknowledged.size(), "the history has edits that nobody was told of");
    require(versions.size() == acknowledged.size(), "versions are missing");
    Plan now = new DraftDesk(city.store()).open(draft).plan();
    requireReplayed(now);
    Partition.of(now);
    require(blocking(now) == blocking(city.plan()), "the seam is broken");
  }

  private void requireReplayed(Plan now) {
    Plan replayed = city.plan();
    for (PlanChange change : city.store().drafts().since(draft, 1)) {
      replayed = replayed.with(change);
    }
    require(PlanChange.between(replayed, now).isEmpty(), "the history does not lead to the draft");
  }

  /** By a full check. */
  private static long blocking(Plan plan) {
    return CoverageCheck.standard().check(plan).stream()
        .filter(finding -> finding.severity() == Severity.BLOCKING)
        .count();
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
