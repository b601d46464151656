package org.gridwright.core.arrangement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Lists of names that are edited, against the same edits on plain lists. */
class RenumberingTest {

  private int made;

  /** Drops some names, marking which, and puts new ones in, marking where they stand. */
  private List<Integer> edited(List<Integer> names, Random random, BitSet gone, BitSet fresh) {
    List<Integer> after = new ArrayList<>();
    for (int i = 0; i <= names.size(); i++) {
      while (random.nextInt(4) == 0) {
        fresh.set(after.size());
        after.add(made++);
      }
      if (i < names.size()) {
        if (random.nextInt(5) == 0) {
          gone.set(i);
        } else {
          after.add(names.get(i));
        }
      }
    }
    return after;
  }

  private static void assertLeads(Renumbering renumbering, List<Integer> from, List<Integer> to) {
    assertThat(renumbering.size()).isEqualTo(to.size());
    for (int i = 0; i < from.size(); i++) {
      assertThat(renumbering.after(i)).isEqualTo(to.indexOf(from.get(i)));
    }
    for (int i = 0; i < to.size(); i++) {
      assertThat(renumbering.before(i)).isEqualTo(from.indexOf(to.get(i)));
    }
    Integer[] copied = new Integer[to.size()];
    renumbering.copy(from.toArray(Integer[]::new), copied);
    for (int i = 0; i < copied.length; i++) {
      assertThat(copied[i]).isEqualTo(from.contains(to.get(i)) ? to.get(i) : null);
    }
  }

  @Test
  void whatStaysKeepsItsPlaceInTheOrder() {
    Random random = new Random(1);
    for (int round = 0; round < 300; round++) {
      List<Integer> names = new ArrayList<>();
      int size = random.nextInt(12);
      while (names.size() < size) {
        names.add(made++);
      }
      BitSet gone = new BitSet();
      BitSet fresh = new BitSet();
      List<Integer> once = edited(names, random, gone, fresh);
      Renumbering first = Renumbering.of(names.size(), gone, once.size(), fresh);
      assertLeads(first, names, once);
      BitSet goneNext = new BitSet();
      BitSet freshNext = new BitSet();
      List<Integer> twice = edited(once, random, goneNext, freshNext);
      Renumbering second = Renumbering.of(once.size(), goneNext, twice.size(), freshNext);
      assertLeads(first.then(second), names, twice);
    }
  }

  @Test
  void whatDoesNotAddUpIsRefused() {
    BitSet first = new BitSet();
    first.set(0);
    assertThatThrownBy(() -> Renumbering.of(3, first, 3, new BitSet()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Renumbering.of(0, first, 0, first))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
