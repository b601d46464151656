package org.gridwright.core.repair;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.gridwright.core.arrangement.Arrangement;
import org.jspecify.annotations.Nullable;

/**
 * Gives each face to one owner. In this order: what one unit covers is its own; ground that is most
 * of what a unit has (it was drawn over another one) stays its own; other overlaps go by choice;
 * then gaps and inlets go by choice, those next to settled ground first; then slivers that came
 * loose from their unit go to a neighbour. A unit that would be left with nothing keeps all it
 * covers.
 */
final class Allocation {

  /** Not decided yet. */
  private static final int OPEN = -2;

  /** Nobody owns the face: outside, a declared void, or a gap that stays. */
  static final int NOBODY = -3;

  /** The face stays as it is, with all its owners. */
  static final int LEFT = -4;

  private final RepairArrangement ground;
  private final Arrangement arrangement;
  private final FaceMeasures measures;
  private final Choices choices;
  private final CodeIndex codes;
  private final RepairOptions options;
  private final int units;
  private final int[] owner;
  private final Mend.Reason[] reasons;
  private final double[] squareMetres;
  private final BitSet slivers = new BitSet();

  /** Finds a unit's index by its code. */
  @FunctionalInterface
  interface CodeIndex {
    int of(String code);
  }

  Allocation(RepairArrangement ground, Choices choices, CodeIndex codes, RepairOptions options) {
    this.ground = ground;
    this.arrangement = ground.arrangement();
    this.measures = ground.measures();
    this.choices = choices;
    this.codes = codes;
    this.options = options;
    this.units = ground.units().areas().size();
    this.owner = new int[arrangement.faceCount()];
    this.reasons = new Mend.Reason[owner.length];
    this.squareMetres = new double[units];
    Arrays.fill(owner, OPEN);
    owner[Arrangement.OUTSIDE] = NOBODY;
    settleSoundFaces();
    keepWhatIsMostOfAUnit();
    settle(face -> owners(face).length > 1);
    settle(face -> owners(face).length == 0);
    new Slivers(arrangement, measures, owner, squareMetres, options.snapMetres()).giveAway(slivers);
    keepUnits();
  }

  /** The unit that is given a face, {@link Arrangement#SOUND}, {@link #NOBODY} or {@link #LEFT}. */
  int owner(int face) {
    return owner[face];
  }

  /** Why a face stays as it is; null where it has an owner. */
  Mend.@Nullable Reason reason(int face) {
    return owner[face] == NOBODY || owner[face] == LEFT ? reasons[face] : null;
  }

  /** Whether a face is a sliver that came loose from the unit that covers it. */
  boolean isSliver(int face) {
    return slivers.get(face);
  }

  /** The units over a face, without parts of open ground. */
  int[] owners(int face) {
    return ground.owners(face);
  }

  /** The faces that a unit has in the end, ascending. */
  int[] facesOf(int unit) {
    return arrangement
        .boundedFaces()
        .filter(
            face -> owner[face] == unit || (owner[face] == LEFT && arrangement.covers(unit, face)))
        .toArray();
  }

  private void settleSoundFaces() {
    for (int face = 1; face < owner.length; face++) {
      ground.checkpoint();
      int[] owners = owners(face);
      if (owners.length == 1) {
        owner[face] = owners[0];
      }
      for (int unit : owners) {
        if (unit != Arrangement.SOUND) {
          squareMetres[unit] += measures.squareMetres(face);
        }
      }
    }
  }

  private void keepWhatIsMostOfAUnit() {
    double[] alone = new double[units];
    for (int face = 1; face < owner.length; face++) {
      if (owner[face] >= 0) {
        alone[owner[face]] += measures.squareMetres(face);
      }
    }
    for (int face = 1; face < owner.length; face++) {
      ground.checkpoint();
      int[] drawnOver =
          IntStream.of(owners(face))
              .filter(unit -> unit >= 0 && alone[unit] < squareMetres[unit] / 2)
              .toArray();
      if (owner[face] == OPEN
          && drawnOver.length > 0
          && choices.single(ground, face).isEmpty()
          && choices.of(ground, face).rule() != Choice.By.LEAVE) {
        owner[face] =
            drawnOver.length == 1 ? drawnOver[0] : stays(face, LEFT, Mend.Reason.LAST_GROUND);
      }
    }
  }

  /** Settles open faces in rounds, so that the order of faces does not matter. */
  private void settle(IntPredicate kind) {
    int[] open =
        arrangement.boundedFaces().filter(face -> owner[face] == OPEN && kind.test(face)).toArray();
    while (open.length > 0) {
      int[] decided = IntStream.of(open).map(this::decide).toArray();
      boolean none = Arrays.stream(decided).allMatch(it -> it == OPEN);
      for (int i = 0; i < open.length; i++) {
        owner[open[i]] = none ? fallback(open[i]) : decided[i];
      }
      open = IntStream.of(open).filter(face -> owner[face] == OPEN).toArray();
    }
  }

  private int decide(int face) {
    ground.checkpoint();
    if (ground.is(RepairArrangement.Role.VOID, face)) {
      return NOBODY;
    }
    Choice choice = choices.of(ground, face);
    boolean gap = owners(face).length == 0;
    int unsettled = gap ? NOBODY : LEFT;
    if (choice.rule() == Choice.By.LEAVE) {
      return stays(face, unsettled, Mend.Reason.CHOSEN);
    }
    if (gap && !isToBeFilled(face)) {
      return stays(face, NOBODY, Mend.Reason.WIDE);
    }
    Map<Integer, Double> candidates = candidates(face, gap);
    if (choice.rule() == Choice.By.NAMED) {
      int unit = codes.of(choice.code() == null ? "" : choice.code());
      return candidates.containsKey(unit)
          ? unit
          : stays(face, unsettled, Mend.Reason.NOT_CONCERNED);
    }
    int receiver = ground.receiver(face);
    if (receiver != ClaimedRing.NOBODY && (gap || candidates.containsKey(receiver))) {
      return receiver;
    }
    int best = OPEN;
    double most = 0;
    for (Map.Entry<Integer, Double> candidate : candidates.entrySet()) {
      double weight =
          switch (choice.rule()) {
            case LARGEST -> squareMetres[candidate.getKey()];
            case SMALLEST -> 1 / squareMetres[candidate.getKey()];
            default -> candidate.getValue();
          };
      if (weight > most) {
        most = weight;
        best = candidate.getKey();
      }
    }
    return best;
  }

  private int stays(int face, int how, Mend.Reason reason) {
    reasons[face] = reason;
    return how;
  }

  private boolean isToBeFilled(int face) {
    return ground.isPart(face)
        || choices.single(ground, face).isPresent()
        || measures.widthMetres(face) < options.gapWidthMetres();
  }

  /** The units that may be given a face, each with the length of settled border it has to it. */
  private Map<Integer, Double> candidates(int face, boolean gap) {
    Map<Integer, Double> candidates = new TreeMap<>();
    if (!gap) {
      for (int unit : owners(face)) {
        if (unit >= 0) {
          candidates.put(unit, 0.0);
        }
      }
    }
    arrangement
        .borders(face)
        .forEach(
            (beside, metres) -> {
              int unit = owner[beside];
              if (unit >= 0 && (gap || candidates.containsKey(unit))) {
                candidates.merge(unit, metres, Double::sum);
              }
            });
    return candidates;
  }

  /** For a face that nothing settled lies next to: its smallest unit; a gap stays. */
  private int fallback(int face) {
    return IntStream.of(owners(face))
        .filter(unit -> unit >= 0)
        .boxed()
        .min((a, b) -> Double.compare(squareMetres[a], squareMetres[b]))
        .orElseGet(
            () -> stays(face, owners(face).length == 0 ? NOBODY : LEFT, Mend.Reason.NO_NEIGHBOUR));
  }

  private void keepUnits() {
    BitSet keeping = new BitSet();
    for (int face = 1; face < owner.length; face++) {
      if (owner[face] >= 0) {
        keeping.set(owner[face]);
      } else if (owner[face] == LEFT) {
        IntStream.of(owners(face)).filter(unit -> unit >= 0).forEach(keeping::set);
      }
    }
    for (int face = 1; face < owner.length; face++) {
      if (IntStream.of(owners(face)).anyMatch(unit -> unit >= 0 && !keeping.get(unit))) {
        owner[face] = stays(face, LEFT, Mend.Reason.LAST_GROUND);
      }
    }
  }
}
