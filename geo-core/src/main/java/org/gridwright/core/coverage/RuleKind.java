package org.gridwright.core.coverage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The rules that a city can switch and tune. What breaks the seam (overlaps, gaps, invalid rings,
 * edges that do not meet, codes and parents that do not fit) is found whatever the rules say.
 */
public enum RuleKind {
  /** Enclosed gaps as wide as this, or wider, only warn. Off: every enclosed gap blocks. */
  WIDE_GAP(false, new Parameter("metres", 0, 100_000, 30)),
  /** Overlaps and gaps with less area are reported as mismatched edges. Off: none is too small. */
  SMALLEST_AREA(
      true, new Parameter("squareMetres", 0, 100, CoverageRules.LATTICE_CELL_SQUARE_METRES)),
  /** Bays of the outside between units that are narrower than this. */
  INLET(true, new Parameter("metres", 0.01, 1_000, 5)),
  DISCONNECTED_UNIT(true),
  /** Units that fall apart when made narrower by this. */
  NARROW_NECK(false, new Parameter("metres", 0.01, 10_000, 10)),
  /** Units larger than the median area times this, or smaller than the median divided by it. */
  SIZE_OUTLIER(false, new Parameter("factor", 1.01, 1_000_000, 10)),
  /** Units whose 4πA/P² is below this. */
  SLIVER(false, new Parameter("roundness", 0, 1, 0.1)),
  /** Sequences of scheme cn15 that do not run west to east and north to south. */
  CODE_ORDER(true),
  /** Differences from official outlines of upper units that are as wide as this, or wider. */
  OUTLINE(true, new Parameter("metres", 0, 10_000, 1)),
  ADDRESS_OUTSIDE(true),
  INCIDENT_OUTSIDE(true),
  GRID_WITHOUT_OFFICER(true),
  /** Grids with fewer households than the least, or more than the most. */
  HOUSEHOLD_RANGE(
      true, new Parameter("least", 0, 1_000_000, 200), new Parameter("most", 0, 1_000_000, 400)),
  /** Grids from which the nearest facility of a kind is farther away than this. */
  FACILITY_REACH(false, new Parameter("metres", 1, 1_000_000, 500));

  /**
   * A number that tunes a rule.
   *
   * @param least smallest value allowed
   * @param most largest value allowed
   * @param usual the value where none is given
   */
  public record Parameter(String name, double least, double most, double usual) {

    boolean allows(double value) {
      return value >= least && value <= most;
    }
  }

  private final boolean usuallyOn;
  private final List<Parameter> parameters;

  RuleKind(boolean usuallyOn, Parameter... parameters) {
    this.usuallyOn = usuallyOn;
    this.parameters = List.of(parameters);
  }

  /** The name used in files and APIs, such as {@code narrow-neck}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the rule is on where nothing else is said. */
  public boolean usuallyOn() {
    return usuallyOn;
  }

  public List<Parameter> parameters() {
    return parameters;
  }

  /** Whether there is one rule for each subject, such as a kind of facility, instead of one. */
  public boolean hasSubject() {
    return this == FACILITY_REACH;
  }

  Optional<Parameter> parameter(String name) {
    return parameters.stream().filter(it -> it.name().equals(name)).findFirst();
  }

  static Optional<RuleKind> named(String id) {
    return Arrays.stream(values()).filter(it -> it.id().equals(id)).findFirst();
  }
}
