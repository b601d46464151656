package org.gridwright.data.store;

import java.util.List;
import org.gridwright.data.model.Assignment;
import org.gridwright.data.model.Officer;

/** Officers for tests. */
public final class Rosters {

  private Rosters() {}

  /** An officer who has always answered for a grid. */
  public static void assign(Store store, String officer, String role, String theme, String grid) {
    assign(store, new Assignment(officer, theme, grid, role, null, null));
  }

  public static void assign(Store store, Assignment assignment) {
    String id = assignment.officer();
    store.roster().putOfficers(List.of(new Officer(id, "Officer " + id, null)));
    store.roster().assign(List.of(assignment));
  }
}
