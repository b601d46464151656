package org.gridwright.core.fact;

/**
 * How much of counted ground lies somewhere.
 *
 * @param weight sum of the weights of its places; 0 or more
 * @param squareMillimetres its area; 0 where nothing is weighed by area
 */
public record Share(long weight, long squareMillimetres) {

  public static final Share NONE = new Share(0, 0);

  public Share plus(Share other) {
    return new Share(weight + other.weight, squareMillimetres + other.squareMillimetres);
  }

  public boolean isNone() {
    return weight == 0 && squareMillimetres == 0;
  }
}
