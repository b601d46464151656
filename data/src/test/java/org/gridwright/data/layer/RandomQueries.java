package org.gridwright.data.layer;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.data.layer.Filter.Operator;

/** Queries and values by chance, the same for a seed: few of each kind, so that many rows match. */
public final class RandomQueries {

  /** Ground on which everything lies: lattice steps from 0, in both directions. */
  public static final int SPAN = 40;

  private static final LocalDateTime NOON = LocalDateTime.of(2025, 3, 1, 12, 0);
  private static final List<String> TEXTS =
      List.of("a", "A", "b", "ab", "a%b", "a_b", "a*b", "a?b", "[a]", "a\\b", "é", "垃圾", "😀", "");
  private static final List<String> PATTERNS =
      List.of(
          "a%",
          "%b", "_", "a_b", "a\\_b", "a\\%%", "%*%", "%?%", "[%", "%\\\\%", "%", "", "A%", "垃_");

  private final Random random;

  public RandomQueries(long seed) {
    this.random = new Random(seed);
  }

  public String text() {
    return pick(TEXTS);
  }

  /** Moments that differ by microseconds and by hours. */
  public LocalDateTime moment() {
    return NOON.plusHours(random.nextInt(3)).plusNanos(random.nextInt(3) * 1_000L);
  }

  public int below(int bound) {
    return random.nextInt(bound);
  }

  public <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /**
   * A query with a box now and then, a filter, an order and a page size, all fitting the schema.
   */
  public LayerQuery query(LayerSchema schema) {
    boolean placed = schema.shape() != LayerSchema.Shape.NONE;
    SortKey[] sort =
        Stream.generate(() -> new SortKey(field(schema).name(), random.nextBoolean()))
            .limit(random.nextInt(3))
            .toArray(SortKey[]::new);
    return LayerQuery.ALL
        .within(placed && random.nextInt(3) == 0 ? box() : null)
        .where(filter(schema, 3))
        .sortedBy(sort)
        .limit(1 + random.nextInt(20));
  }

  public Filter filter(LayerSchema schema, int depth) {
    if (depth > 0 && random.nextInt(3) > 0) {
      Supplier<Filter> inner = () -> filter(schema, depth - 1);
      return switch (random.nextInt(3)) {
        case 0 -> new Filter.And(Stream.generate(inner).limit(random.nextInt(4)).toList());
        case 1 -> new Filter.Or(Stream.generate(inner).limit(random.nextInt(4)).toList());
        default -> new Filter.Not(inner.get());
      };
    }
    boolean placed = schema.shape() != LayerSchema.Shape.NONE;
    return placed && random.nextInt(4) == 0
        ? random.nextBoolean() ? new Filter.MeetsBox(box()) : new Filter.Intersects(triangle())
        : condition(field(schema));
  }

  private Filter condition(Field field) {
    String name = field.name();
    return switch (random.nextInt(5)) {
      case 0 -> new Filter.Between(name, value(field), value(field));
      case 1 -> new Filter.In(name, List.of(value(field), value(field)));
      case 2 -> new Filter.IsNull(name);
      case 3 ->
          switch (field.type()) {
            case TEXT -> new Filter.Like(name, pick(PATTERNS));
            case TIMESTAMP ->
                random.nextBoolean()
                    ? new Filter.InWeek(
                        name, new WeekTimes(bits(WeekTimes.HOURS), bits(WeekTimes.WEEKDAYS)))
                    : new Filter.During(
                        name,
                        random.nextBoolean() ? moment() : null,
                        random.nextBoolean() ? moment() : null);
            case INTEGER -> Filter.equal(name, value(field));
          };
      default -> new Filter.Compared(name, pick(List.of(Operator.values())), value(field));
    };
  }

  private int bits(int number) {
    return 1 + random.nextInt((1 << number) - 1);
  }

  private Object value(Field field) {
    return switch (field.type()) {
      case TEXT -> text();
      case INTEGER -> (long) random.nextInt(3);
      case TIMESTAMP -> moment().plusNanos(random.nextInt(2) * 500L);
    };
  }

  private Field field(LayerSchema schema) {
    return pick(schema.fields());
  }

  public LatticeEnvelope box() {
    int x = random.nextInt(SPAN);
    int y = random.nextInt(SPAN);
    return new LatticeEnvelope(x, y, x + random.nextInt(SPAN), y + random.nextInt(SPAN));
  }

  /** An area with slanted edges, on which points may lie exactly. */
  private LatticeMultiPolygon triangle() {
    int x = random.nextInt(SPAN);
    int y = random.nextInt(SPAN);
    int side = 1 + random.nextInt(SPAN);
    return LatticeMultiPolygon.of(
        LatticePolygon.of(LatticeRing.of(new int[] {x, y, x + side, y, x, y + side, x, y})));
  }
}
