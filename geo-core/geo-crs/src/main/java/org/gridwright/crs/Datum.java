package org.gridwright.crs;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What longitudes and latitudes are measured against. Maps published in China are usually shifted:
 * GCJ-02 by 100 to 700 metres, BD-09 by about a kilometre. Coordinates are {@code {longitude,
 * latitude}} in degrees. Pure and thread-safe.
 *
 * <p>The inverse directions are fixed-point iterations x ← x + (target − forward(x)). Both shifts
 * change by less than 3 % of the distance moved, so each step gains at least one and a half
 * decimals; they stop at a residual of 1e-12 degree.
 */
public enum Datum {
  /** WGS 84, and datums that agree with it within centimetres such as CGCS2000. */
  WGS84 {
    @Override
    public double[] toWgs84(double lon, double lat) {
      return new double[] {lon, lat};
    }

    @Override
    public double[] fromWgs84(double lon, double lat) {
      return new double[] {lon, lat};
    }
  },

  /**
   * The shifted datum of Chinese web maps (AMap, Tencent).
   *
   * <p>The formula applies inside the rectangle of {@link ChineseShifts#inChina}, and outside there
   * is no shift. The rectangle is the publicly known rule and not the border: it includes parts of
   * neighbouring countries. The test is made on the coordinate that is given, in both directions;
   * along the rectangle's edge the shift jumps, and in a strip as wide as the shift (below 1 km)
   * the two directions do not undo each other.
   */
  GCJ02 {
    @Override
    public double[] toWgs84(double lon, double lat) {
      return ChineseShifts.inChina(lon, lat)
          ? ChineseShifts.invert(ChineseShifts::gcj02, lon, lat)
          : new double[] {lon, lat};
    }

    @Override
    public double[] fromWgs84(double lon, double lat) {
      return ChineseShifts.inChina(lon, lat)
          ? ChineseShifts.gcj02(lon, lat)
          : new double[] {lon, lat};
    }
  },

  /** The datum of Baidu maps: GCJ-02 moved once more, everywhere, by about 0.0065 degree. */
  BD09 {
    @Override
    public double[] toWgs84(double lon, double lat) {
      double[] gcj = ChineseShifts.invert(ChineseShifts::bd09, lon, lat);
      return GCJ02.toWgs84(gcj[0], gcj[1]);
    }

    @Override
    public double[] fromWgs84(double lon, double lat) {
      double[] gcj = GCJ02.fromWgs84(lon, lat);
      return ChineseShifts.bd09(gcj[0], gcj[1]);
    }
  };

  /** Longitude and latitude of WGS 84 for a position in this datum. */
  public abstract double[] toWgs84(double lon, double lat);

  /** Longitude and latitude in this datum for a position in WGS 84. */
  public abstract double[] fromWgs84(double lon, double lat);

  /**
   * Whether maps of a place are commonly published in one of the shifted datums, so that one has to
   * ask; degrees, longitude first.
   */
  public static boolean isDoubtfulAt(double lon, double lat) {
    return ChinaOutline.holds(lon, lat);
  }

  /** The name used in commands and files: {@code wgs84}, {@code gcj02}, {@code bd09}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The datum of that name; case, hyphens and blanks do not matter.
   *
   * @throws CrsException for an unknown name, listing the known ones
   */
  public static Datum of(String id) {
    String wanted = id.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    Optional<Datum> found =
        Arrays.stream(values()).filter(datum -> datum.id().equals(wanted)).findFirst();
    return found.orElseThrow(
        () ->
            new CrsException(
                CrsMessages.of(
                    "crs.datum-unknown",
                    id,
                    Arrays.stream(values()).map(Datum::id).collect(Collectors.joining(", ")))));
  }
}
