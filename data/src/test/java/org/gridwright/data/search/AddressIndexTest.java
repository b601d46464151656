package org.gridwright.data.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.model.Address;
import org.junit.jupiter.api.Test;

class AddressIndexTest {

  private static final int ROUNDS = 60;
  private static final int HOLDERS = 8;

  /** Each lets go at the same moment; whoever comes second finds nothing left to remove. */
  @Test
  void anIndexThatManyLetGoOfAtOnceIsRemovedOnce() throws Exception {
    Queue<Exception> failures = new ConcurrentLinkedQueue<>();
    for (int round = 0; round < ROUNDS; round++) {
      AddressIndex index =
          AddressIndex.build(
              Stream.of(new Address("1", "1 Main Street", new LatticePoint(1, 1))), "1");
      CyclicBarrier together = new CyclicBarrier(HOLDERS);
      List<Thread> holders = new ArrayList<>();
      for (int i = 1; i < HOLDERS; i++) {
        assertThat(index.hold()).isTrue();
      }
      for (int i = 0; i < HOLDERS; i++) {
        Thread holder =
            new Thread(
                () -> {
                  try {
                    together.await();
                    index.release();
                  } catch (Exception failure) {
                    failures.add(failure);
                  }
                });
        holders.add(holder);
        holder.start();
      }
      for (Thread holder : holders) {
        holder.join();
      }
      assertThat(index.hold()).isFalse();
    }
    assertThat(failures).isEmpty();
  }
}
