package org.gridwright.crs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.gridwright.core.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * The way from a horizontal system to longitude and latitude of WGS 84, with what is to be told of
 * it. Immutable and thread-safe.
 */
final class DatumWay {

  /** Metres of a degree along a meridian, to judge how far two shifts lie apart. */
  private static final double METRES_PER_DEGREE = 111_320;

  private final HorizontalSystem system;
  private final MathTransform transform;
  private final @Nullable GridShift grid;
  private final @Nullable Message remark;
  private final boolean settled;

  private DatumWay(
      HorizontalSystem system,
      MathTransform transform,
      @Nullable GridShift grid,
      @Nullable Message remark,
      boolean settled) {
    this.system = system;
    this.transform = transform;
    this.grid = grid;
    this.remark = remark;
    this.settled = settled;
  }

  /**
   * By parameters, of those that the registry publishes or the definition states.
   *
   * @throws CrsException when none are known
   */
  static DatumWay published(HorizontalSystem system) {
    try {
      return new DatumWay(system, system.toWgs84(), null, null, system.isModern());
    } catch (FactoryException e) {
      throw unusable(system, e);
    }
  }

  /**
   * By a grid that takes longitudes and latitudes of the system's datum to WGS 84, or to a datum
   * that agrees with it.
   *
   * @throws CrsException when the file is no such grid
   */
  static DatumWay gridded(HorizontalSystem system, Path file) {
    try {
      GridShift grid = GridShift.of(file);
      Message told = CrsMessages.of("crs.note-grid", system.label(), grid.name());
      return new DatumWay(system, system.toOwnDatum(), grid, told, true);
    } catch (FactoryException e) {
      throw unusable(system, e);
    }
  }

  /** What to tell of the way; null where there is nothing. */
  @Nullable Message remark() {
    return remark;
  }

  void toWgs84(double x, double y, double[] outLonLat) throws TransformException {
    outLonLat[0] = x;
    outLonLat[1] = y;
    transform.transform(outLonLat, 0, outLonLat, 0, 1);
    if (grid != null) {
      grid.apply(outLonLat);
    }
  }

  /**
   * The way for data around a position. Where the registry has a shift for the place, and the
   * library's own choice lies farther from it than it is accurate, it is taken; otherwise the
   * library's choice stays. Itself where that is settled.
   */
  DatumWay settledAt(double x, double y) {
    if (settled) {
      return this;
    }
    List<PublishedShift> shifts = List.of();
    try {
      double[] usual = {x, y};
      transform.transform(usual, 0, usual, 0, 1);
      shifts = shifts();
      Optional<PublishedShift> here = PublishedShift.at(shifts, usual[0], usual[1]);
      if (here.isPresent()) {
        return by(here.get(), x, y, usual);
      }
    } catch (TransformException | FactoryException e) {
      return new DatumWay(system, transform, null, elsewhere(shifts), true);
    }
    return new DatumWay(system, transform, null, elsewhere(shifts), true);
  }

  private DatumWay by(PublishedShift shift, double x, double y, double[] usual)
      throws FactoryException, TransformException {
    MathTransform local = system.by(shift);
    double[] placed = {x, y};
    local.transform(placed, 0, placed, 0, 1);
    boolean agree = metres(usual, placed) <= shift.accuracyMetres();
    return new DatumWay(system, agree ? transform : local, null, told(shift), true);
  }

  private List<PublishedShift> shifts() throws FactoryException {
    Optional<String> code = system.baseCode();
    return code.isEmpty() ? List.of() : PublishedShift.of(code.get());
  }

  private Message told(PublishedShift shift) {
    return CrsMessages.of(
        "crs.note-shift",
        system.label(),
        system.baseName(),
        Math.max(1, Math.round(shift.accuracyMetres())),
        shift.area());
  }

  private Message elsewhere(List<PublishedShift> shifts) {
    String datum = system.baseName();
    return shifts.isEmpty()
        ? CrsMessages.of("crs.note-shift-unstated", system.label(), datum)
        : CrsMessages.of("crs.note-shift-elsewhere", system.label(), datum);
  }

  private static double metres(double[] a, double[] b) {
    double east = (a[0] - b[0]) * Math.cos(Math.toRadians(a[1]));
    return Math.hypot(east, a[1] - b[1]) * METRES_PER_DEGREE;
  }

  private static CrsException unusable(HorizontalSystem system, FactoryException e) {
    return new CrsException(
        CrsMessages.of("crs.code-unusable", system.label(), String.valueOf(e.getMessage())), e);
  }
}
