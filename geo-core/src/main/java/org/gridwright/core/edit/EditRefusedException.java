package org.gridwright.core.edit;

import java.util.Optional;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.message.Message;
import org.gridwright.core.message.Told;
import org.gridwright.core.message.UnitCodes;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** An edit was understood and is not made; the plan is as it was. */
public final class EditRefusedException extends RuntimeException implements Told {

  private static final long serialVersionUID = 1L;

  private final Refusal reason;
  private final Message told;
  private final transient @Nullable Geometry place;

  private EditRefusedException(Refusal reason, @Nullable Geometry place, Object... arguments) {
    this(reason, place, Message.core("edit." + reason.id(), named(reason, arguments)));
  }

  private EditRefusedException(Refusal reason, @Nullable Geometry place, Message told) {
    super(told.toString());
    this.reason = reason;
    this.told = told;
    this.place = place;
  }

  private static Object[] named(Refusal reason, Object... arguments) {
    Object[] named = arguments.clone();
    for (int i = 0; i < reason.units(); i++) {
      named[i] = UnitCodes.of(named[i].toString());
    }
    return named;
  }

  /**
   * @param arguments what the sentence {@code edit.<reason>} of the catalogue needs
   */
  static EditRefusedException of(Refusal reason, Object... arguments) {
    return new EditRefusedException(reason, null, arguments);
  }

  static EditRefusedException at(LatticePoint place, Refusal reason, Object... arguments) {
    return new EditRefusedException(reason, LatticeJts.toDegrees(place), arguments);
  }

  static EditRefusedException at(LatticeMultiPolygon place, Refusal reason, Object... arguments) {
    return new EditRefusedException(reason, LatticeJts.toDegrees(place), arguments);
  }

  /**
   * @param told another sentence than that of the reason
   */
  static EditRefusedException telling(LatticeMultiPolygon place, Refusal reason, Message told) {
    return new EditRefusedException(reason, LatticeJts.toDegrees(place), told);
  }

  public Refusal reason() {
    return reason;
  }

  /** Where, in degrees, longitude first; empty where it is nowhere in particular. */
  public Optional<Geometry> place() {
    return Optional.ofNullable(place);
  }

  @Override
  public Message told() {
    return told;
  }
}
