package org.gridwright.data.draft;

import java.util.List;
import java.util.Optional;
import org.gridwright.core.message.Message;
import org.gridwright.core.message.Told;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** A change of a draft was understood and is not made; the draft is as it was. */
public final class ChangeRefusedException extends RuntimeException implements Told {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final Message told;
  private final transient @Nullable Geometry place;
  private final transient List<String> units;

  /**
   * @param code a stable word for programs, such as {@code line-does-not-cross}
   * @param place where, in degrees, longitude first; null where it is nowhere in particular
   */
  public ChangeRefusedException(String code, Message told, @Nullable Geometry place) {
    this(code, told, place, List.of());
  }

  /**
   * As above, of a sentence that has codes of units as plain texts.
   *
   * @param units these codes
   */
  ChangeRefusedException(String code, Message told, @Nullable Geometry place, List<String> units) {
    super(told.toString());
    this.code = code;
    this.told = told;
    this.place = place;
    this.units = List.copyOf(units);
  }

  /** Codes of units that the sentence has as plain texts. */
  public List<String> units() {
    return units;
  }

  public String code() {
    return code;
  }

  /** Where, in degrees, longitude first. */
  public Optional<Geometry> place() {
    return Optional.ofNullable(place);
  }

  @Override
  public Message told() {
    return told;
  }
}
