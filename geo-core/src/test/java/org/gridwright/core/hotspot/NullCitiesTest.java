package org.gridwright.core.hotspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.gridwright.core.SeededRuns;
import org.gridwright.core.hotspot.inference.Adjustment;
import org.gridwright.core.hotspot.inference.PlaceFigures;
import org.gridwright.core.hotspot.weights.Adjacency;
import org.gridwright.core.hotspot.weights.SpatialWeights;
import org.gridwright.core.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each method on cities where nothing is near anything: the share of cities in which anything is
 * claimed. Prints it. Of so many cities a share of 5 % is found within three standard errors.
 */
class NullCitiesTest {

  private static final int WIDTH = 30;
  private static final int CITIES = SeededRuns.of(40);
  private static final SpatialWeights QUEEN = Boards.of(Adjacency.QUEEN, WIDTH, WIDTH);

  private static double[] values(String kind, Random random) {
    return switch (kind) {
      case "thin" -> Boards.poisson(WIDTH * WIDTH, 0.5, random);
      case "overdispersed" -> Boards.overdispersed(WIDTH * WIDTH, 2, random);
      case "normal" -> random.doubles(WIDTH * WIDTH).map(u -> random.nextGaussian()).toArray();
      case "marked" ->
          random.doubles(WIDTH * WIDTH).map(u -> random.nextInt(5) == 0 ? 1 : 0).toArray();
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static double shareOfCitiesWithAClaim(String kind, LocalOptions options) {
    int claimed = 0;
    for (int seed = 0; seed < CITIES; seed++) {
      PlaceFigures values = PlaceFigures.ofAll(values(kind, new Random(1000 + seed)));
      LocalTest test = LocalTest.of(QUEEN, values, options, Progress.NONE);
      double[] p = test.p(Adjustment.BH).defined();
      for (double each : p) {
        if (each <= 0.05) {
          claimed++;
          break;
        }
      }
    }
    double share = (double) claimed / CITIES;
    System.out.printf(
        "%s by %s on %s values: any claim in %.3f of %d cities%n",
        options.method().id(), options.chance().id(), kind, share, CITIES);
    return share;
  }

  private static final double MOST = 0.05 + 3 * Math.sqrt(0.05 * 0.95 / CITIES);

  @ParameterizedTest
  @CsvSource({
    "gistar, exact, thin",
    "gi, exact, overdispersed",
    "moran, exact, thin",
    "join, exact, marked",
    "gistar, skewed, thin",
    "gistar, skewed, overdispersed",
    "geary, skewed, normal",
    "geary, skewed, thin",
    "gistar, normal, normal",
    "gi, normal, normal",
    "moran, normal, normal"
  })
  void nothingIsClaimedWhereThereIsNothing(String method, String chance, String kind) {
    LocalOptions options =
        LocalOptions.of(LocalMethod.of(method).orElseThrow()).with(Chance.of(chance).orElseThrow());
    assertThat(shareOfCitiesWithAClaim(kind, options)).isLessThanOrEqualTo(MOST);
  }

  @Test
  void theNormalTailClaimsTooMuchOfThinCountsAndSaysSo() {
    LocalOptions options = LocalOptions.of(LocalMethod.GISTAR);
    for (String kind : new String[] {"thin", "overdispersed"}) {
      shareOfCitiesWithAClaim(kind, options);
      PlaceFigures values = PlaceFigures.ofAll(values(kind, new Random(1)));
      assertThat(LocalTest.of(QUEEN, values, options, Progress.NONE).warnings())
          .containsExactly(TestWarning.NORMAL_TAIL);
      assertThat(LocalTest.of(QUEEN, values, options.with(Chance.SKEWED), Progress.NONE).warnings())
          .isEmpty();
    }
    PlaceFigures normal = PlaceFigures.ofAll(values("normal", new Random(1)));
    assertThat(LocalTest.of(QUEEN, normal, options, Progress.NONE).warnings()).isEmpty();
  }
}
