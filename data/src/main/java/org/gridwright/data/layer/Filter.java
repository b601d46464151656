package org.gridwright.data.layer;

import java.time.LocalDateTime;
import java.util.List;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are kept: a tree of comparisons, what CQL2 can say and this project needs. Immutable.
 * Its logic has three values as that of SQL: what is asked of a missing value is unknown, and rows
 * are kept where the whole is true.
 *
 * <p>Literals are values of the field's {@link FieldType}; {@link LayerQuery#checked} sees to that.
 */
public sealed interface Filter {

  /** Keeps everything. */
  Filter ALL = new And(List.of());

  <R> R accept(Visitor<R> visitor);

  /** One method for each kind of filter, so that a new kind does not compile until all know it. */
  interface Visitor<R> {
    R and(And and);

    R or(Or or);

    R not(Not not);

    R compared(Compared comparison);

    R between(Between between);

    R in(In in);

    R like(Like like);

    R isNull(IsNull isNull);

    R during(During during);

    R inWeek(InWeek inWeek);

    R meetsBox(MeetsBox meetsBox);

    R intersects(Intersects intersects);
  }

  /** All of them hold; true for none. */
  record And(List<Filter> filters) implements Filter {
    public And {
      filters = List.copyOf(filters);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.and(this);
    }
  }

  /** At least one of them holds; false for none. */
  record Or(List<Filter> filters) implements Filter {
    public Or {
      filters = List.copyOf(filters);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.or(this);
    }
  }

  /** It does not hold. */
  record Not(Filter filter) implements Filter {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.not(this);
    }
  }

  /** How two values are compared. */
  enum Operator {
    EQUAL("="),
    NOT_EQUAL("<>"),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">=");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    /** As SQL and CQL2 write it. */
    public String sign() {
      return sign;
    }
  }

  /** The field compared with a value. */
  record Compared(String field, Operator operator, Object value) implements Filter {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.compared(this);
    }
  }

  /** The field lies between two values, both included. */
  record Between(String field, Object low, Object high) implements Filter {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.between(this);
    }
  }

  /** The field is one of some values, at least one. */
  record In(String field, List<Object> values) implements Filter {
    public In {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException(field + " in none");
      }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.in(this);
    }
  }

  /**
   * The text is like a pattern: {@code %} stands for any text, {@code _} for one character, and a
   * backslash takes the character behind it as it is. Upper and lower case differ.
   */
  record Like(String field, String pattern) implements Filter {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.like(this);
    }
  }

  /** The field has no value. Never unknown. */
  record IsNull(String field) implements Filter {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.isNull(this);
    }
  }

  /**
   * The moment lies in a period.
   *
   * @param from first moment, inclusive; null for no beginning
   * @param to last moment, exclusive; null for no end
   */
  record During(String field, @Nullable LocalDateTime from, @Nullable LocalDateTime to)
      implements Filter {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.during(this);
    }
  }

  /** The moment lies in some hours of some weekdays. */
  record InWeek(String field, WeekTimes times) implements Filter {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.inWeek(this);
    }
  }

  /** The rectangle of the row's geometry meets a box, borders included. */
  record MeetsBox(LatticeEnvelope box) implements Filter {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.meetsBox(this);
    }
  }

  /** The row's geometry and an area have a point in common, borders included; exact. */
  record Intersects(LatticeMultiPolygon area) implements Filter {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.intersects(this);
    }
  }

  static Filter equal(String field, Object value) {
    return new Compared(field, Operator.EQUAL, value);
  }
}
