package org.gridwright.api.http;

import java.util.function.BiFunction;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.message.Message;

/** Turns degrees from outside into lattice points, and says so when they look swapped. */
public final class DegreePoints {

  private DegreePoints() {}

  /**
   * The lattice point at a longitude and latitude in degrees.
   *
   * @param refusal makes the problem from the parameter's name and the sentence
   * @throws ProblemException when an ordinate is not a number or out of range; where exchanging
   *     both would be in range, the sentence says so
   */
  public static LatticePoint of(
      double lon, double lat, BiFunction<String, Message, ProblemException> refusal) {
    if (Double.isNaN(lon) || Double.isInfinite(lon)) {
      throw refusal.apply("lon", ApiMessages.of("http.parameter-ordinate", "lon", lon));
    }
    if (Double.isNaN(lat) || Double.isInfinite(lat)) {
      throw refusal.apply("lat", ApiMessages.of("http.parameter-ordinate", "lat", lat));
    }
    if (Math.abs(lat) > 90) {
      throw refusal.apply(
          "lat",
          Math.abs(lat) <= 180 && Math.abs(lon) <= 90
              ? ApiMessages.of("http.swapped", lon, lat)
              : ApiMessages.of("http.lat-range", lat));
    }
    if (Math.abs(lon) > 180) {
      throw refusal.apply("lon", ApiMessages.of("http.lon-range", lon));
    }
    return LatticePoint.ofDegrees(lon, lat);
  }
}
