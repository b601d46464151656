package org.gridwright.core.plan;

import java.util.Locale;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.message.Message;

/**
 * Ground inside the city that no grid is meant to own, so that it is no gap.
 *
 * @param name what people call it; unique within a plan
 * @param area where it lies; a gap counts as declared as far as this area covers it
 */
public record DeclaredVoid(String name, Kind kind, LatticeMultiPolygon area) {

  /** Why nobody owns the ground. */
  public enum Kind {
    /** A lake or a river. */
    WATER,
    /** Ground of another city or authority. */
    ENCLAVE,
    /** Anything else, as the name says. */
    OTHER;

    /** The name used in files and APIs, such as {@code water}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public DeclaredVoid {
    if (name.isBlank() || name.length() > 128 || name.chars().anyMatch(Character::isISOControl)) {
      throw new PlanException(Message.core("plan.void-name", name));
    }
  }
}
