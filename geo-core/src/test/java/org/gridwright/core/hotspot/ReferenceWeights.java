package org.gridwright.core.hotspot;

import java.util.stream.IntStream;
import org.gridwright.core.hotspot.weights.SpatialWeights;
import org.gridwright.core.hotspot.weights.WeightStyle;

/** Weights of the reference values, from their links. */
public final class ReferenceWeights {

  private ReferenceWeights() {}

  /** The weights of a set such as {@code lattice7_queen_W}, without self, in the style it names. */
  public static SpatialWeights of(String set, int places) {
    return read("weights_" + set, places, false).in(style(set));
  }

  /** The weights of a set with self, made from its links and standardised here. */
  public static SpatialWeights star(String set, int places) {
    return read("gistar_" + set + "_weights", places, true).in(style(set));
  }

  private static WeightStyle style(String set) {
    return set.endsWith("_W") ? WeightStyle.ROW_STANDARDISED : WeightStyle.BINARY;
  }

  /** Only who is linked is read: the weights must come out by themselves. */
  private static SpatialWeights read(String name, int places, boolean self) {
    ReferenceTable links = ReferenceTable.of(name);
    double[] ones = IntStream.range(0, links.size()).mapToDouble(i -> 1).toArray();
    SpatialWeights weights =
        SpatialWeights.ofPairs(places, links.positions("i"), links.positions("j"), ones);
    return self ? weights.withoutSelf().withSelf() : weights;
  }
}
