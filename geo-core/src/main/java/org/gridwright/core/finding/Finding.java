package org.gridwright.core.finding;

import java.util.List;
import java.util.Locale;
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

  /** The kinds of findings. */
  public enum Kind {
    INVALID_RING,
    DUPLICATE_UNIT,
    OVERLAP,
    GAP,
    INLET,
    OVER_VOID,
    GAP_IN_JURISDICTION,
    SPILL,
    GAP_IN_OUTLINE,
    SPILL_FROM_OUTLINE,
    MISMATCHED_EDGE,
    CODE_FAULT,
    CODE_ORDER,
    HIERARCHY_FAULT,
    DISCONNECTED_UNIT,
    NARROW_NECK,
    SIZE_OUTLIER,
    SLIVER,
    ADDRESS_OUTSIDE,
    INCIDENT_OUTSIDE,
    GRID_WITHOUT_OFFICER,
    HOUSEHOLD_RANGE,
    FACILITY_REACH;

    /** The name used in files and APIs, such as {@code invalid-ring}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
