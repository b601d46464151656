package org.gridwright.data.store;

import java.util.Iterator;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.model.Address;

/** Generated addresses {@code a000000}, {@code a000001}, … along a line. */
public final class Numbered {

  private Numbered() {}

  /** So many addresses; fails at the one of index {@code failAt}, never where it is negative. */
  public static Iterator<Address> addresses(int count, int failAt) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              if (i == failAt) {
                throw new IllegalStateException("broken at " + i);
              }
              return new Address(
                  "a%06d".formatted(i),
                  i + " 人民路, Main Street",
                  new LatticePoint(1_143_000_000 + 100 * i, 300_000_000));
            })
        .iterator();
  }
}
