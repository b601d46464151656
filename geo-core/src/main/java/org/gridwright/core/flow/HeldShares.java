package org.gridwright.core.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gridwright.core.fact.CountedGround;
import org.gridwright.core.fact.FactSchema;
import org.gridwright.core.fact.Held;
import org.gridwright.core.fact.Replaced;
import org.gridwright.core.fact.Share;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;

/** How much of counted grounds lies in each grid after a change. For one thread. */
final class HeldShares {

  private final GroundOwners before;
  private final GroundOwners after;
  private final Set<String> others = new TreeSet<>(Plan.CODE_ORDER);

  HeldShares(GroundOwners before, GroundOwners after) {
    this.before = before;
    this.after = after;
  }

  /** Codes of grids that get something though their own ground stays; look at them too. */
  Set<String> others() {
    return others;
  }

  /** What is held after the change, by code of the grid. */
  Map<String, List<Held>> of(
      Map<String, CountedGround> grounds, MovedGround moved, FactSchema schema, Progress progress) {
    Map<String, List<Held>> held = new TreeMap<>(Plan.CODE_ORDER);
    Map<String, List<CountedGround>> later = later(grounds.values());
    for (CountedGround ground : grounds.values()) {
      progress.checkpoint();
      shares(ground, later.getOrDefault(ground.id(), List.of()), moved, schema)
          .forEach(
              (code, parts) -> {
                Held each = parts.held(ground);
                if (!each.share().isNone() || parts.touched) {
                  held.computeIfAbsent(code, it -> new ArrayList<>()).add(each);
                }
              });
    }
    return held;
  }

  /** Of each ground, by id, those whose counts replaced some of its. */
  private static Map<String, List<CountedGround>> later(Collection<CountedGround> grounds) {
    Map<String, List<CountedGround>> later = new HashMap<>();
    for (CountedGround ground : grounds) {
      for (String older : ground.replaced().keySet()) {
        later.computeIfAbsent(older, it -> new ArrayList<>()).add(ground);
      }
    }
    return later;
  }

  /** What one grid holds of one ground. */
  private static final class Parts {

    private Share share = Share.NONE;
    private final Map<String, Share> replaced = new TreeMap<>();

    /** Whether a place that the ground's counts replaced lies in the grid. */
    private boolean touched;

    void add(Share more) {
      share = share.plus(more);
    }

    void replace(String attribute, Share more) {
      if (!more.isNone()) {
        replaced.merge(attribute, more, Share::plus);
      }
    }

    Held held(CountedGround ground) {
      return new Held(ground, share, replaced);
    }
  }

  private Map<String, Parts> shares(
      CountedGround ground, List<CountedGround> later, MovedGround moved, FactSchema schema) {
    Map<String, Parts> parts = new TreeMap<>(Plan.CODE_ORDER);
    addPlaces(ground, later, moved, parts);
    if (!ground.hasWeight() || schema.weighsByArea()) {
      addAreas(ground, later, moved, parts);
    }
    for (Replaced older : ground.replaced().values()) {
      for (long place : older.places()) {
        if (isWithin(place, before, moved.was())) {
          after.of(place).ifPresent(code -> part(parts, code).touched = true);
        }
      }
    }
    parts.keySet().stream().filter(code -> !moved.is().containsKey(code)).forEach(others::add);
    return parts;
  }

  private static Parts part(Map<String, Parts> parts, String code) {
    return parts.computeIfAbsent(code, it -> new Parts());
  }

  private static boolean isWithin(long place, GroundOwners owners, Map<String, Unit> units) {
    return owners.of(place).filter(units::containsKey).isPresent();
  }

  private void addPlaces(
      CountedGround ground,
      List<CountedGround> later,
      MovedGround moved,
      Map<String, Parts> parts) {
    Map<String, Set<Long>> replaced = new TreeMap<>();
    for (CountedGround each : later) {
      Set<Long> places =
          new HashSet<>(Objects.requireNonNull(each.replaced().get(ground.id())).places());
      each.counts()
          .keySet()
          .forEach(it -> replaced.computeIfAbsent(it, key -> new HashSet<>()).addAll(places));
    }
    for (int i = 0; i < ground.places().size(); i++) {
      long place = ground.places().place(i);
      if (isWithin(place, before, moved.was())) {
        Share share = new Share(ground.places().weight(i), 0);
        after
            .of(place)
            .map(code -> part(parts, code))
            .ifPresent(
                part -> {
                  part.add(share);
                  replaced.forEach(
                      (attribute, places) -> {
                        if (places.contains(place)) {
                          part.replace(attribute, share);
                        }
                      });
                });
      }
    }
  }

  private void addAreas(
      CountedGround ground,
      List<CountedGround> later,
      MovedGround moved,
      Map<String, Parts> parts) {
    long all = 0;
    for (Unit unit : moved.isNear(ground.area().envelope())) {
      long common = GroundAreas.common(ground.area(), unit.drawnArea());
      if (common > 0) {
        all += common;
        Parts part = part(parts, unit.code());
        part.add(new Share(0, common));
        for (CountedGround each : later) {
          Share again =
              new Share(0, GroundAreas.common(ground.area(), unit.drawnArea(), each.area()));
          each.counts().keySet().forEach(attribute -> part.replace(attribute, again));
        }
      }
    }
    if (all == 0) {
      Share lost = new Share(0, heldBefore(ground, moved));
      if (!lost.isNone()) {
        after.of(middle(ground)).ifPresent(code -> part(parts, code).add(lost));
      }
    }
  }

  /**
   * How much of a ground's area the grids of the change held before it: of ground that was nobody's
   * by then as well, what the nearest one held.
   */
  private long heldBefore(CountedGround ground, MovedGround moved) {
    return moved.was().values().stream()
        .mapToLong(
            unit ->
                unit.facts().isNone()
                    ? GroundAreas.common(ground.area(), unit.drawnArea())
                    : held(ground, unit))
        .sum();
  }

  private static long held(CountedGround ground, Unit unit) {
    return unit.facts().held().stream()
        .filter(held -> held.ground().equals(ground))
        .mapToLong(held -> held.share().squareMillimetres())
        .sum();
  }

  private static long middle(CountedGround ground) {
    LatticePoint inside = LatticeJts.inside(ground.area());
    return Packed.of(inside.x(), inside.y());
  }
}
