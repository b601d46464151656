package org.gridwright.data.hotspot;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.gridwright.core.message.Message;
import org.gridwright.core.work.Progress;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.hotspot.StepLength.Kind;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Values by place and step out of a file: those of a place in a step are added up, and where there
 * is no record there is nothing, which counts as 0.
 */
public final class CubeFile {

  private final IncidentFile file;
  private final StepLength length;
  private final Days period;
  private final boolean shaped;
  private final Map<String, Map<Long, Double>> values = new HashMap<>();
  private final Map<String, @Nullable Geometry> shapes = new LinkedHashMap<>();
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  private CubeFile(IncidentFile file, StepLength length, Days period, boolean shaped) {
    this.file = file;
    this.length = length;
    this.period = period;
    this.shaped = shaped;
  }

  /**
   * What was read.
   *
   * @param values of a place in a step at place × steps + step
   * @param silent bins without a record
   */
  public record Cube(FilePlaces places, StepAxis steps, double[] values, long silent) {}

  /**
   * Reads a file.
   *
   * @param period which days count
   * @param known all places; null where they are those of the file
   * @param shaped whether the file's places need one geometry each, where they are its own
   * @param tell is handed what a person should know of how the file was read
   * @throws InputException when a record cannot be used
   * @throws HotspotInputException when there are no records, one step, or too many, or a place is
   *     not among those known or has several geometries
   */
  public static Cube read(
      IncidentFile file,
      StepLength length,
      Days period,
      @Nullable FilePlaces known,
      boolean shaped,
      Consumer<Message> tell,
      Progress progress) {
    CubeFile read = new CubeFile(file, length, period, shaped && known == null);
    file.each(tell, progress, read::add);
    return read.cube(known);
  }

  private void add(FileIncident incident) {
    String code = incident.code();
    if (shaped) {
      keepShape(code, incident.shape());
    } else {
      shapes.put(code, null);
    }
    long day =
        length.kind() == Kind.NUMBERED
            ? incident.step()
            : incident.moment().toLocalDate().toEpochDay();
    if (!period.holds(day)) {
      return;
    }
    first = Math.min(first, day);
    last = Math.max(last, day);
    values.computeIfAbsent(code, it -> new HashMap<>()).merge(day, incident.value(), Double::sum);
  }

  private void keepShape(String code, @Nullable Geometry shape) {
    if (!shapes.containsKey(code)) {
      shapes.put(code, shape);
      return;
    }
    Geometry before = shapes.get(code);
    boolean same = before == null ? shape == null : shape != null && before.equalsExact(shape);
    if (!same) {
      throw HotspotInputException.of("hotspot.shapes-differ", file.name(), code);
    }
  }

  private Cube cube(@Nullable FilePlaces known) {
    if (values.isEmpty()) {
      throw HotspotInputException.of("hotspot.no-records-then", file.name());
    }
    StepAxis steps = StepAxis.over(length, period.firstOr(first), period.lastOr(last));
    FilePlaces places =
        known == null ? FilePlaces.found(file.name(), file.planar(), shapes) : known;
    CubeTest.requireBins(places.size(), steps);
    double[] cube = new double[places.size() * steps.size()];
    boolean[] told = new boolean[cube.length];
    values.forEach(
        (code, days) -> {
          int place =
              places
                  .place(code)
                  .orElseThrow(
                      () -> HotspotInputException.of("hotspot.link-code", code, places.file()));
          days.forEach(
              (day, value) -> {
                int bin = place * steps.size() + steps.step(day);
                cube[bin] += value;
                told[bin] = true;
              });
        });
    return new Cube(places, steps, cube, silent(told));
  }

  private static long silent(boolean[] told) {
    long silent = 0;
    for (boolean each : told) {
      silent += each ? 0 : 1;
    }
    return silent;
  }
}
