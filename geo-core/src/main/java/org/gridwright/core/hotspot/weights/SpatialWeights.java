package org.gridwright.core.hotspot.weights;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Which places are neighbours, and how much each counts: a sparse n × n matrix in compressed rows.
 * Row i lists the places j that count for place i, ascending, with weights above 0; row i and
 * column i stand for the same place. Place i itself may be in its row ({@link #isSelfIncluded}).
 * The matrix need not be symmetric.
 *
 * <p>Immutable and safe to read from any thread. Keeps 12 bytes a link and 4 a place.
 */
public final class SpatialWeights implements Serializable {

  private static final long serialVersionUID = 1L;

  private final WeightStyle style;
  private final boolean self;
  private final int[] starts;
  private final int[] neighbours;
  private final double[] weights;

  /** Takes the arrays over, which nobody may change from then on. */
  SpatialWeights(
      WeightStyle style, boolean self, int[] starts, int[] neighbours, double[] weights) {
    this.style = style;
    this.self = self;
    this.starts = starts;
    this.neighbours = neighbours;
    this.weights = weights;
  }

  /**
   * Weights of 1, from rows.
   *
   * @param starts n + 1 positions, from 0, ascending: row i is from {@code starts[i]} to before
   *     {@code starts[i + 1]}
   * @param neighbours places, strictly ascending within a row
   * @throws IllegalArgumentException when they are not so
   */
  public static SpatialWeights ofRows(int[] starts, int[] neighbours) {
    double[] ones = new double[neighbours.length];
    Arrays.fill(ones, 1);
    return ofRows(starts, neighbours, ones);
  }

  /**
   * Weights as given, from rows.
   *
   * @param starts as above
   * @param neighbours as above
   * @param weights finite and above 0, one for each neighbour
   * @throws IllegalArgumentException when they are not so
   */
  public static SpatialWeights ofRows(int[] starts, int[] neighbours, double[] weights) {
    boolean self = WeightRows.requireSound(starts, neighbours, weights);
    return new SpatialWeights(
        WeightStyle.BINARY, self, starts.clone(), neighbours.clone(), weights.clone());
  }

  /**
   * Weights from pairs, in any order. A weight of 0 is no link and is left out. Takes time linear
   * in the number of pairs and places, besides sorting each row.
   *
   * @param places number of places, n
   * @param from the place whose row it is, from 0 to n − 1
   * @param to the neighbour, from 0 to n − 1
   * @param weights finite, at least 0
   * @throws IllegalArgumentException when they are not so, or a pair comes twice
   */
  public static SpatialWeights ofPairs(int places, int[] from, int[] to, double[] weights) {
    return WeightRows.ofPairs(places, from, to, weights);
  }

  /** Number of places, n. */
  public int size() {
    return starts.length - 1;
  }

  /** Number of links, self-links included. */
  public int linkCount() {
    return neighbours.length;
  }

  public WeightStyle style() {
    return style;
  }

  /** Whether any place is in its own row. */
  public boolean isSelfIncluded() {
    return self;
  }

  /** Position of the first link of a place. */
  public int start(int place) {
    return starts[place];
  }

  /** Position after the last link of a place. */
  public int end(int place) {
    return starts[place + 1];
  }

  /** The place that a link leads to. */
  public int neighbour(int link) {
    return neighbours[link];
  }

  /** The weight of a link, above 0. */
  public double weight(int link) {
    return weights[link];
  }

  /** The weight of place j in the row of place i, 0 where they are not linked. O(log row). */
  public double between(int i, int j) {
    int link = Arrays.binarySearch(neighbours, starts[i], starts[i + 1], j);
    return link < 0 ? 0 : weights[link];
  }

  /** Number of links in the row of a place, itself included where it is there. */
  public int rowSize(int place) {
    return starts[place + 1] - starts[place];
  }

  /** Number of neighbours of a place, itself not counted. */
  public int degree(int place) {
    return rowSize(place) - (self && between(place, place) > 0 ? 1 : 0);
  }

  /** Σ_j w_ij of a row, in the order of the row. */
  public double sum(int place) {
    double sum = 0;
    for (int link = starts[place]; link < starts[place + 1]; link++) {
      sum += weights[link];
    }
    return sum;
  }

  /** Σ_j w_ij² of a row, in the order of the row. */
  public double sumOfSquares(int place) {
    double sum = 0;
    for (int link = starts[place]; link < starts[place + 1]; link++) {
      sum += weights[link] * weights[link];
    }
    return sum;
  }

  /** Σ_j w_ij x_j of a row, in the order of the row: the spatial lag. */
  public double lag(int place, double[] values) {
    double sum = 0;
    for (int link = starts[place]; link < starts[place + 1]; link++) {
      sum += weights[link] * values[neighbours[link]];
    }
    return sum;
  }

  /** Places without a neighbour besides themselves, ascending. */
  public int[] islands() {
    return IntStream.range(0, size()).filter(place -> degree(place) == 0).toArray();
  }

  /**
   * The same with every place in its own row. A place that is there keeps its weight. Another gets
   * the weight that all links of its row have, which is 1 without standardisation, and 1 where it
   * has no links.
   *
   * @throws IllegalStateException of row-standardised weights, to which no self can be added
   *     without breaking their sums, and where links of a row without self differ in weight
   */
  public SpatialWeights withSelf() {
    requireRaw();
    return WeightRows.withSelf(this);
  }

  /**
   * Whether {@link #withSelf} can tell the weight of self for each place: no row without self has
   * links that differ in weight.
   */
  public boolean canTellSelf() {
    return IntStream.range(0, size()).allMatch(place -> WeightRows.canTellSelf(this, place));
  }

  /**
   * The same with no place in its own row.
   *
   * @throws IllegalStateException of row-standardised weights
   */
  public SpatialWeights withoutSelf() {
    if (!self) {
      return this;
    }
    requireRaw();
    return WeightRows.filtered(this, (place, neighbour) -> place != neighbour);
  }

  /**
   * The same among some of the places, which are numbered anew in their order.
   *
   * @throws IllegalStateException of row-standardised weights, whose rows would no longer sum to 1
   */
  public SpatialWeights among(BitSet places) {
    requireRaw();
    return places.cardinality() == size() ? this : WeightRows.among(this, places);
  }

  /**
   * The same with each row divided by its sum. A row without links stays without. Standardise last,
   * after self was added or taken away.
   */
  public SpatialWeights rowStandardised() {
    if (style == WeightStyle.ROW_STANDARDISED) {
      return this;
    }
    double[] divided = weights.clone();
    for (int place = 0; place < size(); place++) {
      double sum = sum(place);
      for (int link = starts[place]; link < starts[place + 1]; link++) {
        divided[link] /= sum;
      }
    }
    return new SpatialWeights(WeightStyle.ROW_STANDARDISED, self, starts, neighbours, divided);
  }

  /** The same in a style; as {@link #rowStandardised}, or this. */
  public SpatialWeights in(WeightStyle wanted) {
    if (wanted == WeightStyle.ROW_STANDARDISED) {
      return rowStandardised();
    }
    requireRaw();
    return this;
  }

  private void requireRaw() {
    if (style != WeightStyle.BINARY) {
      throw new IllegalStateException("the weights are row-standardised already; standardise last");
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SpatialWeights that
        && style == that.style
        && Arrays.equals(starts, that.starts)
        && Arrays.equals(neighbours, that.neighbours)
        && Arrays.equals(weights, that.weights);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(neighbours) + Arrays.hashCode(weights);
  }

  @Override
  public String toString() {
    return "SpatialWeights[places=" + size() + ", links=" + linkCount() + ", style=" + style + "]";
  }
}
