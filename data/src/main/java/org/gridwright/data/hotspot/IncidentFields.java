package org.gridwright.data.hotspot;

import java.util.List;
import org.gridwright.data.intake.PointFields;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of a file of incidents say what.
 *
 * @param code of the place; null where it is not asked for
 * @param value how many a record stands for; null where each is one
 * @param place its point
 * @param time when it was, several joined with a blank
 */
public record IncidentFields(
    @Nullable String code, @Nullable String value, PointFields place, List<String> time) {

  public IncidentFields {
    time = List.copyOf(time);
  }
}
