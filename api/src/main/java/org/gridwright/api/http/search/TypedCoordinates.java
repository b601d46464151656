package org.gridwright.api.http.search;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.crs.Datum;
import org.jspecify.annotations.Nullable;

/**
 * A pair of coordinates as it was typed: longitude first unless letters say otherwise or only the
 * other order lies where the plan is; in WGS 84 unless "GCJ-02" or "BD-09" stands beside it.
 */
final class TypedCoordinates {

  private static final String NUMBER =
      "([NSEW北南东西])?\\s*([+-]?\\d{1,3}(?:\\.\\d{1,12})?)\\s*°?\\s*([NSEW北南东西])?";
  private static final Pattern PAIR =
      Pattern.compile(NUMBER + "\\s*[,;，、\\s]\\s*" + NUMBER, Pattern.CASE_INSENSITIVE);
  private static final Pattern DATUM =
      Pattern.compile("\\b(gcj-?02|bd-?09|wgs-?84)\\b", Pattern.CASE_INSENSITIVE);
  private static final int MARGIN = 10_000_000;

  private TypedCoordinates() {}

  /**
   * The place that a text states.
   *
   * @param bounds where places are to be expected; null where nobody knows
   */
  static Optional<LatticePoint> of(String text, @Nullable LatticeEnvelope bounds) {
    Matcher named = DATUM.matcher(text);
    Datum datum = Datum.WGS84;
    String pair = text;
    if (named.find()) {
      String word = named.group(1).toLowerCase(Locale.ROOT);
      datum = word.startsWith("gcj") ? Datum.GCJ02 : word.startsWith("bd") ? Datum.BD09 : datum;
      pair = text.substring(0, named.start()) + text.substring(named.end());
    }
    Matcher matcher = PAIR.matcher(pair.strip().replaceAll("^[,:：]|[,:：]$", "").strip());
    return matcher.matches() ? place(matcher, datum, bounds) : Optional.empty();
  }

  private static Optional<LatticePoint> place(
      Matcher matcher, Datum datum, @Nullable LatticeEnvelope bounds) {
    String one = letter(matcher.group(1), matcher.group(3));
    String other = letter(matcher.group(4), matcher.group(6));
    double first = Double.parseDouble(matcher.group(2)) * sign(one);
    double second = Double.parseDouble(matcher.group(5)) * sign(other);
    boolean firstIsLat = isLat(one) || (!other.isEmpty() && !isLat(other));
    if (!one.isEmpty() && !other.isEmpty() && isLat(one) == isLat(other)) {
      return Optional.empty();
    }
    Optional<LatticePoint> lonLat = at(first, second, datum);
    Optional<LatticePoint> latLon = at(second, first, datum);
    if (!one.isEmpty() || !other.isEmpty()) {
      return firstIsLat ? latLon : lonLat;
    }
    boolean swapped =
        bounds != null
            && latLon.filter(place -> isNear(place, bounds)).isPresent()
            && lonLat.filter(place -> isNear(place, bounds)).isEmpty();
    return swapped || lonLat.isEmpty() ? latLon : lonLat;
  }

  private static String letter(@Nullable String before, @Nullable String behind) {
    String letter = before == null ? behind : before;
    return letter == null ? "" : letter.toUpperCase(Locale.ROOT);
  }

  private static boolean isLat(String letter) {
    return !letter.isEmpty() && "NS北南".contains(letter);
  }

  private static int sign(String letter) {
    return !letter.isEmpty() && "SW南西".contains(letter) ? -1 : 1;
  }

  private static Optional<LatticePoint> at(double lon, double lat, Datum datum) {
    if (Math.abs(lon) > 180 || Math.abs(lat) > 90) {
      return Optional.empty();
    }
    double[] wgs84 = datum.toWgs84(lon, lat);
    return Optional.of(LatticePoint.ofDegrees(wgs84[0], wgs84[1]));
  }

  private static boolean isNear(LatticePoint place, LatticeEnvelope bounds) {
    return !bounds.isEmpty()
        && place.x() >= (long) bounds.minX() - MARGIN
        && place.x() <= (long) bounds.maxX() + MARGIN
        && place.y() >= (long) bounds.minY() - MARGIN
        && place.y() <= (long) bounds.maxY() + MARGIN;
  }
}
