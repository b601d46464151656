package org.gridwright.core.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.measure.Geodesy;
import org.junit.jupiter.api.Test;

class VicinityTest {

  /** Whole degrees of latitude, sixteen azimuths, one metre to twenty kilometres. */
  @Test
  void distancesAreGeodesicToTheMicrometre() {
    Vicinity vicinity = new Vicinity();
    int measured = 0;
    for (int lat = -89; lat <= 89; lat++) {
      vicinity.moveTo(Lattice.longitude(7.5), Lattice.latitude(lat));
      for (int azimuth = 0; azimuth < 16; azimuth++) {
        for (double metres = 1; metres < 20_000; metres *= 2.4) {
          if (metres > vicinity.flatLimit) {
            continue;
          }
          GeodesicData to = Geodesic.WGS84.Direct(lat, 7.5, azimuth * 22.5, metres);
          int x = Lattice.longitude(to.lon2);
          int y = Lattice.latitude(to.lat2);
          assertThat(metresToPlace(vicinity, x, y))
              .as("from latitude %d at azimuth %s", lat, azimuth * 22.5)
              .isCloseTo(
                  Geodesy.metres(Lattice.longitude(7.5), Lattice.latitude(lat), x, y),
                  within(1e-6));
          measured++;
        }
      }
    }
    assertThat(measured).isGreaterThan(30_000);
  }

  /** The edge runs on from the place, away from the centre: the place is the nearest of it. */
  private static double metresToPlace(Vicinity vicinity, int x, int y) {
    int awayX = (int) Math.signum(x - vicinity.x());
    int awayY = (int) Math.signum(y - vicinity.y());
    return vicinity.metres(x, y, x + awayX, y + awayY);
  }

  @Test
  void thePlaneIsWrongByNoMoreThanItSays() {
    Random random = new Random(2);
    Vicinity vicinity = new Vicinity();
    for (int i = 0; i < 20_000; i++) {
      int y = (int) ((random.nextDouble() * 1.796 - 0.898) * 1e9);
      vicinity.moveTo(0, y);
      double metres = vicinity.flatLimit * random.nextDouble();
      double degrees = y / 1e7;
      GeodesicData to = Geodesic.WGS84.Direct(degrees, 0, 360 * random.nextDouble(), metres);
      int toX = Lattice.longitude(to.lon2);
      int toY = Lattice.latitude(to.lat2);
      double flat = Math.sqrt(vicinity.flatSquare(toX, toY, toX, toY + 1));
      double exact = Geodesy.metres(0, y, toX, toY);
      assertThat(flat).isCloseTo(exact, within(0.025 * exact * exact / vicinity.flatLimit + 0.02));
    }
  }

  @Test
  void theNearestPlaceOfALongEdgeIsFound() {
    Random random = new Random(3);
    Vicinity vicinity = new Vicinity();
    for (int i = 0; i < 200; i++) {
      int y = (int) ((random.nextDouble() * 1.6 - 0.8) * 1e9);
      vicinity.moveTo(0, y);
      int span = 1 << (10 + random.nextInt(8));
      int ax = random.nextInt(span) - span / 2;
      int ay = y + random.nextInt(span) - span / 2;
      int bx = random.nextInt(span) - span / 2;
      int by = y + 1 + random.nextInt(span);
      double found = vicinity.metres(ax, ay, bx, by);
      double least = Double.POSITIVE_INFINITY;
      for (int k = 0; k <= 2_000; k++) {
        double t = k / 2_000.0;
        double lon = (ax + t * ((double) bx - ax)) / 1e7;
        double lat = (ay + t * ((double) by - ay)) / 1e7;
        least = Math.min(least, Geodesy.metresBetween(0, y / 1e7, lon, lat));
      }
      assertThat(found).isLessThanOrEqualTo(least + 1e-6);
      double step = span * 0.025 / 2_000;
      assertThat(found).isGreaterThanOrEqualTo(least - step);
    }
  }
}
