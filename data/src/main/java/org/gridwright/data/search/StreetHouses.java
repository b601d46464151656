package org.gridwright.data.search;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.LatticePoint;
import org.jspecify.annotations.Nullable;

/** A street of an index that is being made: what its houses are numbered, and where they are. */
final class StreetHouses {

  private static final int MOST_OF_RANGE = 100;

  private final int street;
  private final Set<String> cells = new HashSet<>(4);
  private int[] numbers = new int[4];
  private int size;

  /**
   * @param street its number in the index
   */
  StreetHouses(int street) {
    this.street = street;
  }

  /** Its number in the index. */
  int street() {
    return street;
  }

  /** What it is called in the index. */
  String id() {
    return Integer.toString(street, Character.MAX_RADIX);
  }

  void take(@Nullable HouseNumber number, LatticePoint place) {
    cells.add(StreetTerms.cell(place, 0, 0));
    numbers(number).forEach(this::add);
  }

  /** The numbers that a house answers for: those of a range that are of its parity. */
  static IntStream numbers(@Nullable HouseNumber number) {
    return number == null
        ? IntStream.empty()
        : IntStream.rangeClosed(0, Math.min(number.last() - number.first(), MOST_OF_RANGE) / 2)
            .map(step -> number.first() + 2 * step);
  }

  private void add(int number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * size);
    }
    numbers[size++] = number;
  }

  /** The numbers of its houses, each once. */
  IntStream numbers() {
    return Arrays.stream(numbers, 0, size).distinct();
  }

  /** Squares of ground that it has houses in. */
  Set<String> cells() {
    return cells;
  }
}
