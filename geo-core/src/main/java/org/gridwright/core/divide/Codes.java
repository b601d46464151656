package org.gridwright.core.divide;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.ReadingOrder;
import org.gridwright.core.plan.Unit;

/**
 * Proposes codes: numbers that are free, in reading order under each parent. With scheme cn15 these
 * are the parent's 12 digits and a sequence of three; otherwise the code of what was cut, a hyphen
 * and the number.
 */
final class Codes {

  private static final int CN15_PREFIX = 12;
  private static final int CN15_MOST = 999;

  private final Plan plan;
  private final Set<String> taken = new HashSet<>();
  private final Set<String> keptParents = new HashSet<>();

  /**
   * @param removed codes of grids that go
   */
  Codes(Plan plan, Set<String> removed) {
    this.plan = plan;
    for (Unit grid : plan.grids()) {
      if (!removed.contains(grid.code())) {
        taken.add(grid.code());
        grid.parent().ifPresent(keptParents::add);
      }
    }
  }

  /**
   * A code for each grid.
   *
   * @throws DivideException when a parent has more grids than its codes can count
   */
  List<String> of(List<NewGrid> grids) {
    String[] codes = new String[grids.size()];
    Map<String, List<Integer>> families = new LinkedHashMap<>();
    for (int i = 0; i < codes.length; i++) {
      NewGrid grid = grids.get(i);
      if (grid.heir() != null && livesOn(grid) && taken.add(grid.heir())) {
        codes[i] = grid.heir();
      } else {
        families.computeIfAbsent(prefix(grid), it -> new ArrayList<>()).add(i);
      }
    }
    families.forEach(
        (prefix, members) -> {
          List<Integer> order =
              ReadingOrder.of(members.stream().map(i -> grids.get(i).area()).toList());
          int number = 0;
          for (int position : order) {
            do {
              number++;
            } while (taken.contains(code(prefix, number)));
            codes[members.get(position)] = code(prefix, number);
          }
        });
    return List.of(codes);
  }

  private boolean isCn15() {
    return plan.theme().codes() == CodeScheme.CN15;
  }

  /** With cn15, a parent that is redrawn as a whole is numbered anew. */
  private boolean livesOn(NewGrid grid) {
    return !isCn15() || grid.parent() == null || keptParents.contains(grid.parent());
  }

  private String prefix(NewGrid grid) {
    if (!isCn15()) {
      return grid.base();
    }
    return grid.parent() != null
        ? grid.parent()
        : grid.base().substring(0, Math.min(CN15_PREFIX, grid.base().length()));
  }

  private String code(String prefix, int number) {
    if (!isCn15()) {
      return prefix + "-" + number;
    }
    if (number > CN15_MOST) {
      throw new DivideException(
          DivideException.Code.COUNT, Message.core("divide.cn15-full", prefix, CN15_MOST));
    }
    return prefix + String.format(Locale.ROOT, "%03d", number);
  }
}
