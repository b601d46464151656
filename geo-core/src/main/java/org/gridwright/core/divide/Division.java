package org.gridwright.core.divide;

import java.util.ArrayList;
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
import org.gridwright.core.message.UnitCodes;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.gridwright.core.work.Steps;
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
  private final Progress progress;

  Division(
      Plan plan,
      DivideOptions options,
      List<Unit> units,
      DivisionGround ground,
      BorderStops stops,
      List<UnitCut> cuts,
      Progress progress) {
    this.plan = plan;
    this.options = options;
    this.units = units;
    this.ground = ground;
    this.stops = stops;
    this.cuts = cuts;
    this.gridBefore = ground.gridBefore(options.weights(), progress);
    this.progress = progress;
  }

  Redraw redraw() {
    Set<Long> used = new HashSet<>();
    cuts.forEach(cut -> used.addAll(cut.usedStops(stops.points())));
    BorderStops kept =
        stops.keep(used, cuts.stream().map(UnitCut::mosaic).toList(), ground.obstacles(), progress);
    Set<Long> gone = new HashSet<>(stops.points());
    gone.removeAll(kept.points());
    Steps steps = progress.part(0, 0.5).steps(cuts.size());
    List<List<NewGrid>> grids =
        IntStream.range(0, cuts.size()).parallel().mapToObj(i -> grids(i, gone, steps)).toList();
    List<NewGrid> all = grids.stream().flatMap(List::stream).toList();
    Measures measures = new Measures(all, options.weights(), gridBefore, progress.part(0.5, 0.9));
    Map<Integer, String> names = new TreeMap<>();
    for (int i = 0; i < units.size(); i++) {
      names.put(i, units.get(i).code());
      progress.checkpoint();
      addNotes(i, measures);
    }
    List<String> codes = new Codes(plan, ground.removed()).of(all);
    RedrawReport report = measures.report(basis(), options.tolerance(), codes, names, borders());
    return new Assembly(plan, ground.grids(), kept, progress.part(0.9, 1))
        .redraw(all, codes, report);
  }

  private List<NewGrid> grids(int unit, Set<Long> gone, Steps steps) {
    UnitCut cut = cuts.get(unit);
    Unit source = units.get(unit);
    boolean upper = source.depth() < plan.theme().gridLevel().depth();
    List<NewGrid> grids = new ArrayList<>();
    for (int part = 0; part < cut.mosaic().partCount(); part++) {
      progress.checkpoint();
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
    steps.done();
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
      measures.note(Message.core("divide.note-area", UnitCodes.of(units.get(unit).code())));
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
            weight ->
                measures.note(
                    Message.core("divide.note-place", UnitCodes.of(units.get(unit).code()))));
  }

  private Measures.Borders borders() {
    return cuts.stream()
        .map(UnitCut::borders)
        .reduce(Measures.Borders.NONE, Measures.Borders::plus);
  }
}
