package org.gridwright.data.assignments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.gridwright.core.edit.TornUnit;
import org.gridwright.core.lattice.EdgeNumbers;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.message.Message;
import org.gridwright.data.message.DataMessages;

/**
 * Which rows of a file tear which units: those whose ground has an edge of a part that comes off.
 * Takes time linear in the edges of both. For one use by one thread.
 */
final class TornRows {

  /** Lines are named up to this many. */
  private static final int TOLD = 5;

  private final EdgeNumbers edges = new EdgeNumbers(1024);

  /** Positions of the units that an edge is of, by its number. */
  private final List<List<Integer>> unitsOf = new ArrayList<>();

  /** Rows by line, for each unit. */
  private final List<Map<Long, AssignmentRow>> rowsOf = new ArrayList<>();

  private TornRows(List<TornUnit> torn) {
    for (int unit = 0; unit < torn.size(); unit++) {
      int position = unit;
      rowsOf.add(new TreeMap<>());
      List<LatticePolygon> parts = torn.get(unit).parts();
      forEachEdge(
          new LatticeMultiPolygon(parts.subList(1, parts.size())),
          edges,
          edge -> {
            if (edge == unitsOf.size()) {
              unitsOf.add(new ArrayList<>());
            }
            unitsOf.get(edge).add(position);
          });
    }
  }

  /**
   * Refuses what would tear units: each is an issue, in the first of its rows. Where no row has an
   * edge of what comes off, all rows are named.
   *
   * @param torn the units, perhaps none
   * @param moving the ground that each row moves; at least one
   * @throws AssignmentsRefusedException when there are torn units
   */
  static void requireNone(
      List<TornUnit> torn, Map<AssignmentRow, LatticeMultiPolygon> moving, RowsByCode rows) {
    TornRows found = new TornRows(torn);
    moving.forEach(found::look);
    for (int unit = 0; unit < torn.size(); unit++) {
      Map<Long, AssignmentRow> own = found.rowsOf.get(unit);
      if (own.isEmpty()) {
        moving.keySet().forEach(row -> own.put(row.line(), row));
      }
      rows.issue(
          own.values().iterator().next(), sentence(torn.get(unit), List.copyOf(own.keySet())));
    }
    rows.requireSound();
  }

  private void look(AssignmentRow row, LatticeMultiPolygon area) {
    area.forEachRing(
        ring -> {
          for (int i = 1; i < ring.size(); i++) {
            int edge =
                edges.find(
                    Packed.of(ring.x(i - 1), ring.y(i - 1)), Packed.of(ring.x(i), ring.y(i)));
            if (edge >= 0) {
              unitsOf.get(edge).forEach(unit -> rowsOf.get(unit).put(row.line(), row));
            }
          }
        });
  }

  private static void forEachEdge(
      LatticeMultiPolygon area, EdgeNumbers numbers, IntConsumer visitor) {
    area.forEachRing(
        ring -> {
          for (int i = 1; i < ring.size(); i++) {
            visitor.accept(
                numbers.number(
                    Packed.of(ring.x(i - 1), ring.y(i - 1)), Packed.of(ring.x(i), ring.y(i))));
          }
        });
  }

  private static Message sentence(TornUnit unit, List<Long> lines) {
    String named =
        lines.stream().limit(TOLD).map(String::valueOf).collect(Collectors.joining(", "));
    return DataMessages.of(
        lines.size() > TOLD ? "assignments.torn-by-more" : "assignments.torn",
        unit.level().name(),
        unit.words(),
        unit.parts().size(),
        named,
        lines.size() - TOLD);
  }
}
