package org.gridwright.core.divide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Makes a proposal of units that were cut. For one use by one thread. */
final class Division {

  private final Plan plan;
  private final DivideOptions options;
  private final List<Unit> units;
  private final DivisionGround ground;
  private final BorderStops stops;
  private final List<UnitCut> cuts;
  private final Map<Integer, String> gridBefore;

  Division(
      Plan plan,
      DivideOptions options,
      List<Unit> units,
      DivisionGround ground,
      BorderStops stops,
      List<UnitCut> cuts) {
    this.plan = plan;
    this.options = options;
    this.units = units;
    this.ground = ground;
    this.stops = stops;
    this.cuts = cuts;
    this.gridBefore = ground.gridBefore(options.weights());
  }

  Redraw redraw() {
    BorderStops kept = keptStops();
    Set<Long> gone = new HashSet<>(stops.points());
    gone.removeAll(kept.points());
    List<List<NewGrid>> grids =
        IntStream.range(0, cuts.size()).parallel().mapToObj(i -> grids(i, gone)).toList();
    List<NewGrid> all = grids.stream().flatMap(List::stream).toList();
    Measures measures = new Measures(all, options.weights(), gridBefore);
    Map<Integer, String> names = new TreeMap<>();
    for (int i = 0; i < units.size(); i++) {
      names.put(i, units.get(i).code());
      addNotes(i, measures);
    }
    List<String> codes = new Codes(plan, ground.removed()).of(all);
    RedrawReport report = measures.report(basis(), options.tolerance(), codes, names, borders());
    return new Assembly(plan, ground.grids(), kept).redraw(all, codes, report);
  }

  private List<NewGrid> grids(int unit, Set<Long> gone) {
    UnitCut cut = cuts.get(unit);
    Unit source = units.get(unit);
    boolean upper = source.depth() < plan.theme().gridLevel().depth();
    List<NewGrid> grids = new ArrayList<>();
    for (int part = 0; part < cut.mosaic().partCount(); part++) {
      LatticeMultiPolygon area = BorderStops.without(cut.area(part), gone);
      int[] points = cut.points(part).stream().toArray();
      grids.add(
          new NewGrid(
              unit,
              upper ? source.code() : source.parentCode(),
              source.code(),
              cut.mosaic().partCount() == 1 && !upper ? source.code() : null,
              area,
              points,
              cut.mosaic().load(part),
              upper ? from(unit, area, points) : List.of(source.code())));
    }
    return grids;
  }

  /** The grids that a new one takes points from; where it has none, those it takes ground from. */
  private List<String> from(int unit, LatticeMultiPolygon area, int[] points) {
    Set<String> codes = new TreeSet<>(Plan.CODE_ORDER);
    for (int i : points) {
      String before = gridBefore.get(i);
      if (before != null) {
        codes.add(before);
      }
    }
    if (codes.isEmpty()) {
      Geometry steps = LatticeJts.toSteps(area);
      for (Unit grid : ground.grids().get(unit)) {
        if (grid.drawnArea().envelope().intersects(area.envelope())
            && LatticeJts.toSteps(grid.drawnArea()).intersection(steps).getArea() > 0) {
          codes.add(grid.code());
        }
      }
    }
    return List.copyOf(codes);
  }

  private RedrawReport.Basis basis() {
    boolean area = cuts.stream().anyMatch(cut -> cut.mosaic().byArea());
    boolean weight = cuts.stream().anyMatch(cut -> !cut.mosaic().byArea());
    return area && weight
        ? RedrawReport.Basis.BOTH
        : area ? RedrawReport.Basis.AREA : RedrawReport.Basis.WEIGHT;
  }

  private void addNotes(int unit, Measures measures) {
    Mosaic mosaic = cuts.get(unit).mosaic();
    if (mosaic.byArea() && options.weights().size() > 0) {
      measures.note(Message.core("divide.note-area", units.get(unit).code()));
    }
    double mean = ground.weight(unit, options.weights()) / mosaic.partCount();
    Map<List<Integer>, Double> places = new HashMap<>();
    for (int i : ground.points(unit)) {
      places.merge(
          List.of(options.weights().x(i), options.weights().y(i)),
          options.weights().weight(i),
          Double::sum);
    }
    places.values().stream()
        .filter(weight -> weight > mean * (1 + options.tolerance()))
        .findFirst()
        .ifPresent(
            weight -> measures.note(Message.core("divide.note-place", units.get(unit).code())));
  }

  /** The stops where cuts end. Others are dropped, except where that would bend a border badly. */
  private BorderStops keptStops() {
    if (stops.isEmpty()) {
      return stops;
    }
    Set<Long> used = new HashSet<>();
    Map<Long, List<Ends>> endsAt = new HashMap<>();
    for (UnitCut cut : cuts) {
      used.addAll(cut.usedStops(stops.points()));
      collectEnds(cut.mosaic(), endsAt);
    }
    Map<Side, long[]> kept = new HashMap<>();
    stops
        .chains()
        .forEach(
            (edge, chain) -> {
              long[] some = Arrays.stream(chain).filter(used::contains).toArray();
              kept.put(
                  edge,
                  some.length == chain.length || isFree(edge, chain, some, endsAt) ? some : chain);
            });
    return BorderStops.ofChains(kept);
  }

  private record Ends(Mosaic mosaic, Face face) {}

  private void collectEnds(Mosaic mosaic, Map<Long, List<Ends>> endsAt) {
    for (int part = 0; part < mosaic.partCount(); part++) {
      for (Face face : mosaic.part(part)) {
        for (long point : face.ring) {
          if (stops.points().contains(point)) {
            endsAt.computeIfAbsent(point, it -> new ArrayList<>()).add(new Ends(mosaic, face));
          }
        }
      }
    }
  }

  /** Whether an edge can lose some of its stops without touching anything else. */
  private boolean isFree(Side edge, long[] chain, long[] kept, Map<Long, List<Ends>> endsAt) {
    if (Arrays.stream(chain).allMatch(point -> BorderStops.isOn(edge, point))) {
      return true;
    }
    if (ground.obstacles().meet(edge, kept)) {
      return false;
    }
    for (long point : chain) {
      for (Ends ends : endsAt.getOrDefault(point, List.of())) {
        for (int i = 0; i < ends.face.ring.length; i++) {
          Face other = ends.mosaic.across(ends.face, i);
          Side side = new Side(ends.face.ring[i], ends.face.ring[ends.face.after(i)]);
          if (other != null && other.part != ends.face.part && Obstacles.meets(side, edge, kept)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private Measures.Borders borders() {
    double metres = 0;
    double streetMetres = 0;
    Set<Integer> streetsCut = new HashSet<>();
    int streetCuts = 0;
    for (UnitCut cut : cuts) {
      Mosaic mosaic = cut.mosaic();
      Map<Integer, Set<Integer>> partsOf = new HashMap<>();
      for (int part = 0; part < mosaic.partCount(); part++) {
        for (Face face : mosaic.part(part)) {
          for (int edge = 0; edge < face.ring.length; edge++) {
            @Nullable Face other = mosaic.across(face, edge);
            int street = other == null ? -1 : mosaic.street(face, edge);
            if (other != null && other.part > part) {
              metres += mosaic.metres(face, edge);
              streetMetres += street >= 0 ? mosaic.metres(face, edge) : 0;
            } else if (other != null && other.part == part && street >= 0) {
              partsOf.computeIfAbsent(street, it -> new HashSet<>()).add(part);
            }
          }
        }
      }
      for (Map.Entry<Integer, Set<Integer>> each : partsOf.entrySet()) {
        if (each.getValue().size() > 1) {
          streetsCut.add(each.getKey());
          streetCuts += each.getValue().size() - 1;
        }
      }
    }
    return new Measures.Borders(metres, streetMetres, streetsCut.size(), streetCuts);
  }
}
