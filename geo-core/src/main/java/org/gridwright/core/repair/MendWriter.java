package org.gridwright.core.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.message.Message;

/** Writes down what an allocation means for each place that is not sound. */
final class MendWriter {

  /** From large to small, then by units and place. */
  static final Comparator<Mend> LARGE_FIRST =
      Comparator.comparingDouble(Mend::squareMetres)
          .reversed()
          .thenComparing(mend -> String.join("\n", mend.units()))
          .thenComparing(mend -> mend.place().getCoordinate());

  private final RepairArrangement ground;
  private final Arrangement arrangement;
  private final Allocation allocation;
  private final IntFunction<String> codes;
  private final RepairOptions options;

  /**
   * @param codes of the units of the arrangement, by position
   */
  MendWriter(
      RepairArrangement ground,
      Allocation allocation,
      IntFunction<String> codes,
      RepairOptions options) {
    this.ground = ground;
    this.arrangement = ground.arrangement();
    this.allocation = allocation;
    this.codes = codes;
    this.options = options;
  }

  /**
   * From large to small.
   *
   * @param told which faces are asked about
   */
  List<Mend> mends(IntPredicate told) {
    List<Mend> mends = new ArrayList<>();
    for (int face : arrangement.boundedFaces().toArray()) {
      ground.checkpoint();
      boolean sound = allocation.owners(face).length == 1 && !allocation.isSliver(face);
      if (!sound && told.test(face) && !ground.is(RepairArrangement.Role.VOID, face)) {
        mends.add(mend(face, kind(face)));
      }
    }
    mends.sort(LARGE_FIRST);
    return mends;
  }

  private Mend.Kind kind(int face) {
    return switch (allocation.owners(face).length) {
      case 0 -> ground.is(RepairArrangement.Role.INLET, face) ? Mend.Kind.INLET : Mend.Kind.GAP;
      case 1 -> Mend.Kind.SLIVER;
      default -> Mend.Kind.OVERLAP;
    };
  }

  private Mend mend(int face, Mend.Kind kind) {
    TreeSet<Integer> units = new TreeSet<>();
    IntStream.of(allocation.owners(face)).filter(it -> it >= 0).forEach(units::add);
    if (kind == Mend.Kind.GAP || kind == Mend.Kind.INLET) {
      arrangement
          .borders(face)
          .keySet()
          .forEach(
              beside ->
                  IntStream.of(allocation.owners(beside))
                      .filter(it -> it >= 0)
                      .forEach(units::add));
    }
    List<String> concerned = units.stream().map(codes::apply).toList();
    int owner = allocation.owner(face);
    List<String> receiver = owner >= 0 ? List.of(codes.apply(owner)) : List.of();
    double area = ground.measures().squareMetres(face);
    double width = ground.measures().widthMetres(face);
    Mend.Reason reason = allocation.reason(face);
    return new Mend(
        kind,
        LatticeJts.toDegrees(ground.measures().area(face)),
        area,
        width,
        concerned,
        receiver,
        reason,
        Message.core(
            "repair." + kind.name().toLowerCase(Locale.ROOT) + (owner >= 0 ? "-given" : "-left"),
            String.join(", ", concerned),
            String.format(Locale.ROOT, area < 1 ? "%.3f" : "%.1f", area),
            String.format(Locale.ROOT, "%.2f", width),
            reason == null ? receiver(receiver) : why(reason)));
  }

  private static Object receiver(List<String> receiver) {
    return receiver.isEmpty() ? "" : receiver.get(0);
  }

  private Message why(Mend.Reason reason) {
    return Message.core(
        "repair.why-" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        String.format(Locale.ROOT, "%.2f", options.gapWidthMetres()));
  }
}
