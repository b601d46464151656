package org.gridwright.core.hotspot.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.gridwright.core.work.Progress;
import org.junit.jupiter.api.Test;

class SpatialWeightsTest {

  /** 0 – 1 – 2 – 3 in a line, 4 alone. */
  private static final SpatialWeights LINE =
      SpatialWeights.ofPairs(
          5,
          new int[] {2, 1, 0, 1, 3, 2},
          new int[] {3, 2, 1, 0, 2, 1},
          new double[] {1, 1, 1, 1, 1, 1});

  private static int[] row(SpatialWeights weights, int place) {
    return IntStream.range(weights.start(place), weights.end(place))
        .map(weights::neighbour)
        .toArray();
  }

  @Test
  void pairsInAnyOrderBecomeAscendingRows() {
    assertThat(row(LINE, 0)).containsExactly(1);
    assertThat(row(LINE, 1)).containsExactly(0, 2);
    assertThat(row(LINE, 2)).containsExactly(1, 3);
    assertThat(row(LINE, 4)).isEmpty();
    assertThat(LINE.islands()).containsExactly(4);
    assertThat(LINE.isSelfIncluded()).isFalse();
    assertThat(LINE)
        .isEqualTo(
            SpatialWeights.ofRows(new int[] {0, 1, 3, 5, 6, 6}, new int[] {1, 0, 2, 1, 3, 2}));
  }

  @Test
  void selfComesBeforeRowsAreStandardised() {
    SpatialWeights standardised = LINE.withSelf().rowStandardised();
    assertThat(row(standardised, 1)).containsExactly(0, 1, 2);
    assertThat(standardised.between(1, 1)).isEqualTo(1 / 3.0);
    assertThat(standardised.between(4, 4)).as("an island with itself").isEqualTo(1);
    assertThat(standardised.degree(1)).as("itself is no neighbour").isEqualTo(2);
    assertThat(standardised.islands()).containsExactly(4);
    assertThat(standardised.sum(0)).isEqualTo(1);
    assertThatThrownBy(() -> LINE.rowStandardised().withSelf())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("standardise last");
    assertThatThrownBy(standardised::withoutSelf).isInstanceOf(IllegalStateException.class);
    assertThat(LINE.withSelf().withoutSelf()).isEqualTo(LINE);
  }

  @Test
  void selfWeighsAsMuchAsTheLinksOfItsRowOrMustBeGiven() {
    SpatialWeights halves =
        SpatialWeights.ofPairs(
            3, new int[] {0, 0, 1}, new int[] {1, 2, 0}, new double[] {.5, .5, 2});
    assertThat(halves.canTellSelf()).isTrue();
    assertThat(halves.withSelf().between(0, 0)).isEqualTo(.5);
    assertThat(halves.withSelf().between(1, 1)).isEqualTo(2);
    assertThat(halves.withSelf().between(2, 2)).isEqualTo(1);
    SpatialWeights unequal =
        SpatialWeights.ofPairs(2, new int[] {0, 0}, new int[] {0, 1}, new double[] {1, 2});
    assertThat(unequal.withSelf().between(0, 0)).as("was given").isEqualTo(1);
    SpatialWeights unknown =
        SpatialWeights.ofPairs(3, new int[] {0, 0}, new int[] {1, 2}, new double[] {1, 2});
    assertThat(unknown.canTellSelf()).isFalse();
    assertThatThrownBy(unknown::withSelf).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aWeightOfZeroIsNoLink() {
    SpatialWeights weights =
        SpatialWeights.ofPairs(2, new int[] {0, 1}, new int[] {1, 0}, new double[] {0, 3});
    assertThat(weights.linkCount()).isEqualTo(1);
    assertThat(weights.islands()).containsExactly(0);
  }

  @Test
  void unsoundPairsAreRefused() {
    assertThatThrownBy(
            () ->
                SpatialWeights.ofPairs(2, new int[] {0, 0}, new int[] {1, 1}, new double[] {1, 1}))
        .hasMessageContaining("strictly ascending");
    for (double weight : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(
              () -> SpatialWeights.ofPairs(2, new int[] {0}, new int[] {1}, new double[] {weight}))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(
            () -> SpatialWeights.ofPairs(2, new int[] {0}, new int[] {2}, new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SpatialWeights.ofRows(new int[] {0, 2}, new int[] {0}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void sumsAreThoseOfTheDenseMatrix() {
    Random random = new Random(7);
    int n = 30;
    double[][] dense = new double[n][n];
    int[] from = new int[200];
    int[] to = new int[200];
    double[] weights = new double[200];
    for (int k = 0; k < 200; ) {
      int i = random.nextInt(n);
      int j = random.nextInt(n);
      if (dense[i][j] == 0) {
        dense[i][j] = 1 + random.nextInt(5);
        from[k] = i;
        to[k] = j;
        weights[k++] = dense[i][j];
      }
    }
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    for (int i = 0; i < n; i++) {
      double both = 0;
      for (int j = 0; j < n; j++) {
        s0 += dense[i][j];
        s1 += (dense[i][j] + dense[j][i]) * (dense[i][j] + dense[j][i]) / 2;
        both += dense[i][j] + dense[j][i];
      }
      s2 += both * both;
    }
    WeightSums sums = WeightSums.of(SpatialWeights.ofPairs(n, from, to, weights));
    assertThat(sums.s0()).isCloseTo(s0, within(1e-9));
    assertThat(sums.s1()).isCloseTo(s1, within(1e-9));
    assertThat(sums.s2()).isCloseTo(s2, within(1e-9));
  }

  @Test
  void componentsFollowLinksInBothDirections() {
    SpatialWeights oneWay =
        SpatialWeights.ofPairs(5, new int[] {3, 2}, new int[] {0, 3}, new double[] {1, 1});
    Components components = Components.of(oneWay);
    assertThat(components.count()).isEqualTo(3);
    assertThat(IntStream.range(0, 5).map(components::of)).containsExactly(0, 1, 0, 0, 2);
  }

  @Test
  void higherOrdersAreReachedByThatManyLinks() {
    SpatialWeights second = HigherOrder.exactly(LINE, 2, Progress.NONE);
    assertThat(row(second, 0)).containsExactly(2);
    assertThat(row(second, 1)).containsExactly(3);
    assertThat(row(second, 4)).isEmpty();
    SpatialWeights third = HigherOrder.upTo(LINE.withSelf(), 3, Progress.NONE);
    assertThat(row(third, 0)).as("never itself").containsExactly(1, 2, 3);
    assertThat(HigherOrder.upTo(LINE, 1, Progress.NONE)).isEqualTo(LINE);
  }
}
