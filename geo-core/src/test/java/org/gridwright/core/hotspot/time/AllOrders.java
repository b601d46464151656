package org.gridwright.core.hotspot.time;

import java.util.ArrayList;
import java.util.List;

/** All orders of a few values, equal values told apart. */
final class AllOrders {

  private AllOrders() {}

  static List<double[]> of(double... values) {
    List<double[]> orders = new ArrayList<>();
    add(values.clone(), 0, orders);
    return orders;
  }

  private static void add(double[] values, int from, List<double[]> orders) {
    if (from == values.length) {
      orders.add(values.clone());
    }
    for (int i = from; i < values.length; i++) {
      double kept = values[from];
      values[from] = values[i];
      values[i] = kept;
      add(values, from + 1, orders);
      values[i] = values[from];
      values[from] = kept;
    }
  }
}
