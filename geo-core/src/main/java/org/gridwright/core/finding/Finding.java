package org.gridwright.core.finding;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gridwright.core.message.Message;
import org.locationtech.jts.geom.Geometry;

/**
 * Something wrong or doubtful in a plan.
 *
 * @param id the same for the same defect next time: {@code <kind>-<16 hex digits>}
 * @param kind what it is
 * @param severity whether it blocks publishing
 * @param place polygon, line or point in degrees, longitude first; an empty point only for a fault
 *     of a plan that has no area at all
 * @param areaSquareMetres area of a polygonal place, otherwise 0
 * @param widthMetres greatest width of a polygonal place, or greatest distance of what lies apart
 *     from where it should be; 0 where not measured
 * @param units codes of the units concerned, in code order; empty where none is
 * @param message one sentence that names the units and measures
 */
public record Finding(
    String id,
    Kind kind,
    Severity severity,
    Geometry place,
    double areaSquareMetres,
    double widthMetres,
    List<String> units,
    Message message) {

  public Finding {
    units = List.copyOf(units);
  }

  /** The same finding, said in other words. */
  public Finding withMessage(Message other) {
    return new Finding(id, kind, severity, place, areaSquareMetres, widthMetres, units, other);
  }

  /**
   * The kinds of findings. Each owns the keys of its sentences in the core catalogue: {@code
   * finding.<id>}, and one more for each variant.
   */
  public enum Kind {
    INVALID_RING,
    DUPLICATE_UNIT,
    /** Of a file: its ground is known, and read without it. So are the two after it. */
    DUPLICATE_ROW,
    PARTS_OVERLAP("holes"),
    STRAY_HOLE,
    OVERLAP,
    GAP("wide"),
    INLET,
    OVER_VOID,
    GAP_IN_JURISDICTION,
    SPILL,
    GAP_IN_OUTLINE,
    SPILL_FROM_OUTLINE,
    MISMATCHED_EDGE,
    /** Says what the code scheme says, in the scheme's own sentences. */
    CODE_FAULT,
    CODE_ORDER,
    HIERARCHY_FAULT,
    DISCONNECTED_UNIT,
    NARROW_NECK,
    SIZE_OUTLIER,
    SLIVER,
    ADDRESS_OUTSIDE("of-all"),
    INCIDENT_OUTSIDE("of-all"),
    GRID_WITHOUT_OFFICER,
    HOUSEHOLD_RANGE("many"),
    TOTAL_MISMATCH,
    FACILITY_REACH("none"),
    /** Says whether a grid has more or less than the mean, or than the target. */
    BALANCE("less", "more-than-target", "less-than-target");

    @SuppressWarnings("ImmutableEnumChecker") // a copy
    private final List<String> variants;

    Kind(String... variants) {
      this.variants = List.of(variants);
    }

    /** The name used in files and APIs, such as {@code invalid-ring}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The keys of all its sentences in the core catalogue. */
    public List<String> sentences() {
      return this == CODE_FAULT
          ? List.of()
          : Stream.concat(Stream.of(""), variants.stream()).map(this::key).toList();
    }

    /** Its sentence. */
    public Message says(Object... arguments) {
      return Message.core(key(""), arguments);
    }

    /**
     * One of its sentences.
     *
     * @param variant empty for the plain one
     * @throws IllegalArgumentException when the kind has no such variant
     */
    public Message saysOf(String variant, Object... arguments) {
      if (!variant.isEmpty() && !variants.contains(variant)) {
        throw new IllegalArgumentException(id() + " has no sentence \"" + variant + "\"");
      }
      return Message.core(key(variant), arguments);
    }

    private String key(String variant) {
      return "finding." + id() + (variant.isEmpty() ? "" : "." + variant);
    }
  }
}
