package org.gridwright.core.hotspot.weights;

/**
 * The sums over all weights that moments of global statistics need: S0 = Σ_ij w_ij, S1 = ½ Σ_ij
 * (w_ij + w_ji)², S2 = Σ_i (w_i. + w_.i)², with row sums w_i. and column sums w_.i (A. D. Cliff, J.
 * K. Ord, "Spatial Processes", 1981, p. 19).
 */
public record WeightSums(double s0, double s1, double s2) {

  /** The sums. O(links · log row). */
  public static WeightSums of(SpatialWeights weights) {
    double[] both = new double[weights.size()];
    double s0 = 0;
    double s1 = 0;
    for (int i = 0; i < weights.size(); i++) {
      for (int link = weights.start(i); link < weights.end(i); link++) {
        int j = weights.neighbour(link);
        double w = weights.weight(link);
        s0 += w;
        s1 += w * (w + weights.between(j, i));
        both[i] += w;
        both[j] += w;
      }
    }
    double s2 = 0;
    for (double sum : both) {
      s2 += sum * sum;
    }
    return new WeightSums(s0, s1, s2);
  }
}
