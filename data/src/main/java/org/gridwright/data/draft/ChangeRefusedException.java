package org.gridwright.data.draft;

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

  /**
   * @param code a stable word for programs, such as {@code line-does-not-cross}
   * @param place where, in degrees, longitude first; null where it is nowhere in particular
   */
  public ChangeRefusedException(String code, Message told, @Nullable Geometry place) {
    super(told.toString());
    this.code = code;
    this.told = told;
    this.place = place;
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
