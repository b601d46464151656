package org.gridwright.core.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.gridwright.core.ground.GroundSize;
import org.gridwright.core.measure.EqualArea;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanException;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.gridwright.core.work.Steps;

/**
 * Two plans compared at one level of each; see the package. Units are named by their index in
 * {@link #from()} and {@link #to()}. Immutable and safe to read from any thread.
 */
public final class Comparison {

  private final Plan fromPlan;
  private final Plan toPlan;
  private final Kinship.Ends ends;
  private final double[] areaFrom;
  private final double[] areaTo;
  private final List<Overlap> overlaps;
  private final Succession succession;
  private final Family[] familyOfFrom;
  private final Family[] familyOfTo;

  private Comparison(
      Plan fromPlan, Plan toPlan, Kinship.Ends ends, CompareOptions options, Progress progress) {
    this.fromPlan = fromPlan;
    this.toPlan = toPlan;
    this.ends = ends;
    int[] equal = EqualUnits.match(from(), to(), progress);
    this.areaFrom = measured(from(), new double[from().size()], progress.part(0, 0.1));
    this.areaTo = measured(to(), known(equal), progress.part(0.1, 0.2));
    this.overlaps = overlaps(equal, options.sliverWidthMetres(), progress.part(0.2, 1));
    progress.checkpoint();
    Kinship kinship = new Kinship(fromPlan, toPlan, ends, options);
    this.succession =
        new Succession(
            from(), to(), options.codes(), kinship.links(overlaps, areaFrom, areaTo), overlaps);
    this.familyOfFrom = new Family[areaFrom.length];
    this.familyOfTo = new Family[areaTo.length];
    for (Family family : succession.families()) {
      family.from().forEach(unit -> familyOfFrom[unit] = family);
      family.to().forEach(unit -> familyOfTo[unit] = family);
    }
  }

  /** As {@link #of(Plan, int, Plan, int, CompareOptions, Progress)}, unwatched. */
  public static Comparison of(
      Plan from, int fromDepth, Plan to, int toDepth, CompareOptions options) {
    return of(from, fromDepth, to, toDepth, options, Progress.NONE);
  }

  /**
   * Compares two plans. Takes one pass over the vertices, and an overlay of the units that do not
   * have the same rings in both.
   *
   * @throws PlanException when the plans are 90 degrees or more apart
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static Comparison of(
      Plan from, int fromDepth, Plan to, int toDepth, CompareOptions options, Progress progress) {
    if (from.envelope().union(to.envelope()).exceedsSpan()) {
      throw new PlanException(Message.core("compare.span"));
    }
    return new Comparison(from, to, new Kinship.Ends(fromDepth, toDepth), options, progress);
  }

  /** Earlier units in code order. */
  public List<Unit> from() {
    return fromPlan.units(ends.from());
  }

  /** Later units in code order. */
  public List<Unit> to() {
    return toPlan.units(ends.to());
  }

  public Plan fromPlan() {
    return fromPlan;
  }

  public Plan toPlan() {
    return toPlan;
  }

  /** Depth of the level of the earlier units. */
  public int fromDepth() {
    return ends.from();
  }

  /** Depth of the level of the later units. */
  public int toDepth() {
    return ends.to();
  }

  /** Each unit is in one; in order of the earlier units, new ones last. */
  public List<Family> families() {
    return succession.families();
  }

  /** The family of an earlier unit. */
  public Family familyOfFrom(int unit) {
    return familyOfFrom[unit];
  }

  /** The family of a later unit. */
  public Family familyOfTo(int unit) {
    return familyOfTo[unit];
  }

  /** How many families have which fate; those that none has are 0. */
  public Map<Fate, Integer> counts() {
    Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
    for (Fate fate : Fate.values()) {
      counts.put(fate, 0);
    }
    families().forEach(family -> counts.merge(family.fate(), 1, Integer::sum));
    return counts;
  }

  /** The later unit that goes on as an earlier one, or {@link Overlap#NOBODY}. */
  public int successor(int unit) {
    return succession.successor()[unit];
  }

  /** For each later unit the earlier one that it goes on as, or {@link Overlap#NOBODY}. */
  public int[] predecessors() {
    int[] predecessors = new int[areaTo.length];
    Arrays.fill(predecessors, Overlap.NOBODY);
    for (int i = 0; i < areaFrom.length; i++) {
      if (successor(i) != Overlap.NOBODY) {
        predecessors[successor(i)] = i;
      }
    }
    return predecessors;
  }

  /** Whether what was in one unit, or nobody's, and is in the other changed hands. */
  public boolean isMove(int from, int to) {
    return from == Overlap.NOBODY ? to != Overlap.NOBODY : successor(from) != to || to < 0;
  }

  /**
   * Common ground of an earlier unit and the one that goes on as it, as a share of the ground of
   * either: from 0, also where none goes on, to 1.
   */
  public double similarity(int unit) {
    int later = successor(unit);
    if (later == Overlap.NOBODY) {
      return 0;
    }
    int at = Collections.binarySearch(overlaps, new Overlap(unit, later, 0, false), Overlay.ORDER);
    double common = at < 0 ? 0 : overlaps.get(at).squareMetres();
    double either = areaFrom[unit] + areaTo[later] - common;
    return either <= 0 ? 0 : Math.min(1, common / either);
  }

  /** Common ground, border noise included, by earlier and then later unit; nobody comes first. */
  public List<Overlap> overlaps() {
    return overlaps;
  }

  /** Area of an earlier unit, 0 for one that was not drawn; see {@link EqualArea}. */
  public double squareMetresFrom(int unit) {
    return areaFrom[unit];
  }

  /** Area of a later unit, as above. */
  public double squareMetresTo(int unit) {
    return areaTo[unit];
  }

  /** Areas of all earlier units. */
  public double[] squareMetresFrom() {
    return areaFrom.clone();
  }

  /** Areas of all later units. */
  public double[] squareMetresTo() {
    return areaTo.clone();
  }

  /** Ground that went from one unit to another which does not go on as the first. */
  public double movedSquareMetres() {
    return sum(it -> it.isShared() && !it.noise() && successor(it.from()) != it.to());
  }

  /** Ground that was nobody's. */
  public double addedSquareMetres() {
    return sum(it -> it.from() == Overlap.NOBODY && !it.noise());
  }

  /** Ground that is nobody's any more. */
  public double droppedSquareMetres() {
    return sum(it -> it.to() == Overlap.NOBODY && !it.noise());
  }

  /** Border noise. */
  public double noiseSquareMetres() {
    return sum(Overlap::noise);
  }

  /** Ground that has one code in both plans. */
  public double sameCodeSquareMetres() {
    return sum(
        it -> it.isShared() && from().get(it.from()).code().equals(to().get(it.to()).code()));
  }

  /** Ground of all earlier units. */
  public double totalSquareMetresFrom() {
    return Arrays.stream(areaFrom).sum();
  }

  /** Ground of all later units. */
  public double totalSquareMetresTo() {
    return Arrays.stream(areaTo).sum();
  }

  private double sum(Predicate<Overlap> which) {
    return overlaps.stream().filter(which).mapToDouble(Overlap::squareMetres).sum();
  }

  /** Areas of later units that have the same rings as an earlier one; 0 for the others. */
  private double[] known(int[] equal) {
    double[] areas = new double[to().size()];
    for (int i = 0; i < equal.length; i++) {
      if (equal[i] != Overlap.NOBODY) {
        areas[equal[i]] = areaFrom[i];
      }
    }
    return areas;
  }

  private static double[] measured(List<Unit> units, double[] known, Progress progress) {
    Steps steps = progress.steps(known.length);
    return IntStream.range(0, known.length)
        .parallel()
        .mapToDouble(
            unit -> {
              steps.done();
              return known[unit] > 0 ? known[unit] : squareMetres(units.get(unit));
            })
        .toArray();
  }

  private static double squareMetres(Unit unit) {
    return unit.area() == null ? 0 : GroundSize.equalAreaSquareMetres(unit.area());
  }

  private List<Overlap> overlaps(int[] equal, double widthMetres, Progress progress) {
    List<Overlap> all = new ArrayList<>();
    boolean[] taken = new boolean[areaTo.length];
    for (int i = 0; i < equal.length; i++) {
      if (equal[i] != Overlap.NOBODY) {
        taken[equal[i]] = true;
        all.add(new Overlap(i, equal[i], areaFrom[i], false));
      }
    }
    int[] openFrom = open(from(), i -> equal[i] != Overlap.NOBODY);
    int[] openTo = open(to(), j -> taken[j]);
    all.addAll(
        new Overlay(widthMetres, progress)
            .of(
                new Overlay.Side(from(), areaFrom, openFrom),
                new Overlay.Side(to(), areaTo, openTo)));
    all.sort(Overlay.ORDER);
    return List.copyOf(all);
  }

  private static int[] open(List<Unit> units, Predicate<Integer> done) {
    return IntStream.range(0, units.size())
        .filter(unit -> units.get(unit).area() != null && !done.test(unit))
        .toArray();
  }
}
