package org.gridwright.data.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.gridwright.core.edit.EditablePlan;
import org.gridwright.core.flow.Fact;
import org.gridwright.core.flow.PlanFacts;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.gridwright.data.store.DraftStore.Positioned;
import org.jspecify.annotations.Nullable;

/**
 * What one revision of a draft did to the numbers of its grids.
 *
 * @param version of the draft as it was asked
 * @param position of the revision
 * @param kind of the revision
 * @param before the plan that it was made on
 * @param after what it made of that
 * @param grids those that are told something else afterwards, or of other counts, in code order
 */
public record RevisionFacts(
    long version, int position, String kind, Plan before, Plan after, List<GridChange> grids) {

  public RevisionFacts {
    grids = List.copyOf(grids);
  }

  /**
   * What is told of one grid; only what differs.
   *
   * @param before its numbers before, by attribute; null where there was no such grid
   * @param after its numbers afterwards; null where there is no such grid any more
   */
  public record GridChange(String code, @Nullable List<Fact> before, @Nullable List<Fact> after) {}

  static RevisionFacts of(
      DraftState draft, Positioned revision, EditablePlan before, EditablePlan after) {
    int depth = draft.plan().theme().gridLevel().depth();
    List<UnitChange> grids =
        revision.change().units().stream().filter(unit -> unit.depth() == depth).toList();
    SortedSet<String> codes = new TreeSet<>(Plan.CODE_ORDER);
    codes.addAll(touched(before.facts(), grids, UnitChange::before));
    codes.addAll(touched(after.facts(), grids, UnitChange::after));
    List<GridChange> changes = new ArrayList<>();
    for (String code : codes) {
      change(
              before.facts(),
              before.plan().unit(depth, code).orElse(null),
              after.facts(),
              after.plan().unit(depth, code).orElse(null))
          .ifPresent(changes::add);
    }
    return new RevisionFacts(
        draft.version(),
        revision.position(),
        revision.kind(),
        before.plan(),
        after.plan(),
        changes);
  }

  /** Codes of the grids of one side, and of those that share a count with them there. */
  private static List<String> touched(
      PlanFacts facts, List<UnitChange> grids, Function<UnitChange, @Nullable Unit> side) {
    List<Unit> there = grids.stream().map(side).filter(Objects::nonNull).toList();
    return facts.sharing(there).stream().map(Unit::code).toList();
  }

  private static Optional<GridChange> change(
      PlanFacts factsBefore, @Nullable Unit was, PlanFacts factsAfter, @Nullable Unit is) {
    List<Fact> before = new ArrayList<>();
    List<Fact> after = new ArrayList<>();
    SortedSet<String> attributes = new TreeSet<>(factsBefore.schema().counted());
    attributes.addAll(factsAfter.schema().counted());
    for (String attribute : attributes) {
      Optional<Fact> then = was == null ? Optional.empty() : factsBefore.fact(was, attribute);
      Optional<Fact> now = is == null ? Optional.empty() : factsAfter.fact(is, attribute);
      if (!then.equals(now)) {
        then.ifPresent(before::add);
        now.ifPresent(after::add);
      }
    }
    String code = Objects.requireNonNull(was == null ? is : was).code();
    return before.isEmpty() && after.isEmpty()
        ? Optional.empty()
        : Optional.of(new GridChange(code, was == null ? null : before, is == null ? null : after));
  }
}
