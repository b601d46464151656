package org.gridwright.data.layer;

import java.time.LocalDateTime;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates a checked filter on one row. Answers true, false, or null for unknown. For rows that
 * have all fields of the filter.
 */
@SuppressWarnings("NullAway") // null is unknown, as in SQL; the check does not read type arguments
public final class FilterEvaluation implements Filter.Visitor<@Nullable Boolean> {

  private final LayerSchema schema;
  private final LayerRow row;

  private FilterEvaluation(LayerSchema schema, LayerRow row) {
    this.schema = schema;
    this.row = row;
  }

  /** Whether the filter holds for the row; unknown is no. */
  public static boolean holds(Filter filter, LayerSchema schema, LayerRow row) {
    return Boolean.TRUE.equals(filter.accept(new FilterEvaluation(schema, row)));
  }

  /** Whether the rectangle of the row's geometry meets the box; not so without a geometry. */
  static boolean meets(LayerRow row, LatticeEnvelope box) {
    return row.area() != null
        ? row.area().envelope().intersects(box)
        : row.point() != null && box.contains(row.point().x(), row.point().y());
  }

  @Override
  public @Nullable Boolean and(Filter.And and) {
    return any(and.filters(), false);
  }

  @Override
  public @Nullable Boolean or(Filter.Or or) {
    return any(or.filters(), true);
  }

  @Override
  public @Nullable Boolean not(Filter.Not not) {
    Boolean inner = not.filter().accept(this);
    return inner == null ? null : !inner;
  }

  @Override
  public @Nullable Boolean compared(Filter.Compared it) {
    return compared(
        it.field(),
        it.value(),
        sign ->
            switch (it.operator()) {
              case EQUAL -> sign == 0;
              case NOT_EQUAL -> sign != 0;
              case LESS -> sign < 0;
              case LESS_OR_EQUAL -> sign <= 0;
              case GREATER -> sign > 0;
              case GREATER_OR_EQUAL -> sign >= 0;
            });
  }

  @Override
  public @Nullable Boolean between(Filter.Between it) {
    Object value = row.value(it.field());
    FieldType type = schema.field(it.field()).type();
    return value == null
        ? null
        : Boolean.valueOf(
            type.compare(value, it.low()) >= 0 && type.compare(value, it.high()) <= 0);
  }

  @Override
  public @Nullable Boolean in(Filter.In it) {
    Object value = row.value(it.field());
    return value == null ? null : Boolean.valueOf(it.values().contains(value));
  }

  @Override
  public @Nullable Boolean like(Filter.Like it) {
    Object value = row.value(it.field());
    return value == null
        ? null
        : Boolean.valueOf(pattern(it.pattern()).matcher((String) value).matches());
  }

  @Override
  public Boolean isNull(Filter.IsNull it) {
    return row.value(it.field()) == null;
  }

  @Override
  public @Nullable Boolean during(Filter.During it) {
    Object value = row.value(it.field());
    FieldType type = schema.field(it.field()).type();
    return value == null
        ? null
        : Boolean.valueOf(
            (it.from() == null || type.compare(value, it.from()) >= 0)
                && (it.to() == null || type.compare(value, it.to()) < 0));
  }

  @Override
  public @Nullable Boolean inWeek(Filter.InWeek it) {
    Object value = row.value(it.field());
    return value == null ? null : Boolean.valueOf(it.times().contains((LocalDateTime) value));
  }

  @Override
  public @Nullable Boolean meetsBox(Filter.MeetsBox it) {
    return placed() ? Boolean.valueOf(meets(row, it.box())) : null;
  }

  @Override
  public @Nullable Boolean intersects(Filter.Intersects it) {
    return placed() ? Boolean.valueOf(LatticeTouch.touches(row, it.area())) : null;
  }

  private boolean placed() {
    return row.area() != null || row.point() != null;
  }

  private @Nullable Boolean compared(String field, Object literal, IntPredicate holds) {
    Object value = row.value(field);
    return value == null
        ? null
        : Boolean.valueOf(holds.test(schema.field(field).type().compare(value, literal)));
  }

  /** {@code wanted} as soon as one is; else unknown if one is; else the opposite. */
  private @Nullable Boolean any(List<Filter> filters, boolean wanted) {
    boolean unknown = false;
    for (Filter filter : filters) {
      Boolean each = filter.accept(this);
      if (each != null && each == wanted) {
        return wanted;
      }
      unknown |= each == null;
    }
    return unknown ? null : Boolean.valueOf(!wanted);
  }

  private static Pattern pattern(String like) {
    StringBuilder regex = new StringBuilder();
    boolean escaped = false;
    for (int point : like.codePoints().toArray()) {
      String character = Character.toString(point);
      if (!escaped && point == '\\') {
        escaped = true;
        continue;
      }
      boolean plain = escaped || (point != '%' && point != '_');
      regex.append(plain ? Pattern.quote(character) : point == '%' ? ".*" : ".");
      escaped = false;
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }
}
