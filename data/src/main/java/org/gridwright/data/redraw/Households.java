package org.gridwright.data.redraw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gridwright.core.divide.WeightedPoints;
import org.gridwright.core.fact.Counted;
import org.gridwright.core.fact.CountedGround;
import org.gridwright.core.fact.Held;
import org.gridwright.core.fact.WeighedPlaces;
import org.gridwright.core.flow.PlanFacts;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.locate.GridOwners;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;

/**
 * Households as points: where those of a grid are taken to live, so that grids that are balanced by
 * the points are balanced by what they are told in the end. They live at the addresses of the
 * ground on which they were counted, by the weights of these; where it has none, all over the grid.
 * For one use.
 */
final class Households {

  /** Points for all grids together that have no addresses; each gets 16 to 1,024 of them. */
  private static final int SPREAD = 200_000;

  private static final int LEAST_SIDE = 4;
  private static final int MOST_SIDE = 32;

  private final PlanFacts facts;
  private final GridOwners owners;
  private final Progress progress;
  private final Map<String, List<Living>> living = new HashMap<>();

  private Households(List<Unit> grids, PlanFacts facts, Progress progress) {
    this.facts = facts;
    this.owners = GridOwners.of(grids);
    this.progress = progress;
  }

  /** How much of what a grid has is at a place, compared with its other ones. */
  private record Living(int x, int y, double weight) {}

  /**
   * The households of some grids; those of which nobody knows how many they have weigh nothing.
   *
   * @param addresses all that lie in the grids, and perhaps others
   */
  static WeightedPoints of(
      List<Unit> grids, PlanFacts facts, WeighedPlaces addresses, Progress progress) {
    Households households = new Households(grids, facts, progress);
    households.addAddresses(addresses);
    households.owners.grids().forEach(households::addCountedGround);
    return households.points();
  }

  private void addAddresses(WeighedPlaces addresses) {
    for (int i = 0; i < addresses.size(); i++) {
      progress.checkpoint();
      long place = addresses.place(i);
      double weight = addresses.weight(i);
      owner(place)
          .filter(grid -> grid.facts().isNone())
          .ifPresent(grid -> add(grid, place, weight));
    }
  }

  private void addCountedGround(Unit grid) {
    for (Held held : grid.facts().held()) {
      progress.checkpoint();
      CountedGround ground = held.ground();
      double count =
          ground
              .counts()
              .getOrDefault(Unit.HOUSEHOLDS, Counted.UNKNOWN)
              .value()
              .map(Number::doubleValue)
              .orElse(0.0);
      WeighedPlaces places = ground.places();
      for (int i = 0; i < places.size() && ground.hasWeight(); i++) {
        long place = places.place(i);
        double weight = count * places.weight(i) / ground.whole().weight();
        owner(place)
            .filter(owner -> owner.code().equals(grid.code()))
            .ifPresent(owner -> add(owner, place, weight));
      }
    }
  }

  private Optional<Unit> owner(long place) {
    return owners.owner(Packed.x(place), Packed.y(place));
  }

  private void add(Unit grid, long place, double weight) {
    if (weight > 0) {
      living
          .computeIfAbsent(grid.code(), it -> new ArrayList<>())
          .add(new Living(Packed.x(place), Packed.y(place), weight));
    }
  }

  private WeightedPoints points() {
    List<Living> points = new ArrayList<>();
    for (Unit grid : owners.grids()) {
      progress.checkpoint();
      count(grid)
          .ifPresent(
              count -> {
                List<Living> found = living.get(grid.code());
                List<Living> own = found == null ? spread(grid) : found;
                double total = own.stream().mapToDouble(Living::weight).sum();
                own.forEach(it -> points.add(new Living(it.x, it.y, count * it.weight / total)));
              });
    }
    return WeightedPoints.of(
        points.stream().mapToInt(Living::x).toArray(),
        points.stream().mapToInt(Living::y).toArray(),
        points.stream().mapToDouble(Living::weight).toArray());
  }

  private OptionalDouble count(Unit grid) {
    return facts
        .value(grid, Unit.HOUSEHOLDS)
        .filter(told -> told.signum() >= 0)
        .map(told -> OptionalDouble.of(told.doubleValue()))
        .orElseGet(() -> grid.amount(Unit.HOUSEHOLDS));
  }

  /** Points all over a grid, as many to each piece of it as it has ground. */
  private List<Living> spread(Unit grid) {
    LatticeEnvelope box = grid.drawnArea().envelope();
    double side = Math.sqrt((double) SPREAD / owners.grids().size());
    int steps = (int) Math.max(LEAST_SIDE, Math.min(MOST_SIDE, side));
    List<Living> all = new ArrayList<>();
    for (int row = 0; row < steps; row++) {
      int y = between(box.minY(), box.maxY(), row, steps);
      for (int column = 0; column < steps; column++) {
        int x = between(box.minX(), box.maxX(), column, steps);
        if (owners.owner(x, y).filter(it -> it.code().equals(grid.code())).isPresent()) {
          all.add(new Living(x, y, 1));
        }
      }
    }
    if (all.isEmpty()) {
      LatticePoint inside = LatticeJts.inside(grid.drawnArea());
      all.add(new Living(inside.x(), inside.y(), 1));
    }
    return all;
  }

  private static int between(int low, int high, int step, int steps) {
    return (int) Math.round(low + ((double) high - low) * (2 * step + 1) / (2 * steps));
  }
}
