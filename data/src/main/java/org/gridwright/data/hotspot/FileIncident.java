package org.gridwright.data.hotspot;

import java.time.LocalDateTime;
import java.util.Objects;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.exchange.Feature;
import org.gridwright.data.exchange.InputException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** One record of a file of incidents, to be asked while it is handed over. */
public final class FileIncident {

  private final Feature feature;
  private final IncidentFields fields;
  private final @Nullable FigureField value;
  private final FileGround ground;
  private final FileDays days;

  FileIncident(
      Feature feature,
      IncidentFields fields,
      @Nullable FigureField value,
      FileGround ground,
      FileDays days) {
    this.feature = feature;
    this.fields = fields;
    this.value = value;
    this.ground = ground;
    this.days = days;
  }

  /**
   * The code of its place.
   *
   * @throws InputException when it has none
   */
  public String code() {
    return feature.required(Objects.requireNonNull(fields.code()));
  }

  /**
   * How many it stands for; 1 where there is no such field.
   *
   * @throws InputException when the field is empty or no number
   */
  public double value() {
    return value == null ? 1 : value.required(feature);
  }

  /**
   * When it was.
   *
   * @throws InputException when that cannot be read, or in two ways
   */
  public LocalDateTime moment() {
    return days.moment(feature);
  }

  /**
   * When it was in days from any moment, where the file numbers them or has dates.
   *
   * @throws InputException when that cannot be read
   */
  public double days() {
    return days.days(feature);
  }

  /**
   * The number of its step, where the file numbers them.
   *
   * @throws InputException when it is no whole number
   */
  long step() {
    return days.step(feature);
  }

  /** Its geometry, in degrees or metres of a plane; null for none. */
  @Nullable Geometry shape() {
    return ground.shape(feature);
  }

  /**
   * Its point; not of a plane.
   *
   * @throws InputException when it has none, or one that cannot be meant
   */
  public LatticePoint point() {
    return ground.point(feature);
  }

  /**
   * Its point in a plane, metres east and north.
   *
   * @throws InputException when it has none
   */
  public Coordinate metres() {
    return ground.metres(feature);
  }
}
