package org.gridwright.data.store.sql;

import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.data.layer.FieldType;
import org.gridwright.data.layer.Filter;
import org.gridwright.data.layer.LayerSchema;
import org.jspecify.annotations.Nullable;

/**
 * A checked filter as an SQL condition with bound parameters. It keeps at least the rows that the
 * filter keeps, and just those while it is {@link #exact}: whether geometries have a point in
 * common is decided on the lattice, for which the condition lets through what a rectangle allows.
 * For one filter.
 */
final class FilterSql implements Filter.Visitor<String> {

  private final LayerSchema schema;
  private final LayerTable table;
  private final Dialect dialect;
  private final Binds binds;
  private final Predicate<LatticeEnvelope> many;
  private boolean negated;
  private boolean exact = true;

  /**
   * @param many whether so many rows meet a box that its index is left aside
   */
  FilterSql(
      LayerSchema schema,
      LayerTable table,
      Dialect dialect,
      Binds binds,
      Predicate<LatticeEnvelope> many) {
    this.schema = schema;
    this.table = table;
    this.dialect = dialect;
    this.binds = binds;
    this.many = many;
  }

  /** Whether the conditions so far keep no row that the filter does not. */
  boolean exact() {
    return exact;
  }

  @Override
  public String and(Filter.And and) {
    return joined(and.filters(), " AND ", "1 = 1");
  }

  @Override
  public String or(Filter.Or or) {
    return joined(or.filters(), " OR ", "1 = 0");
  }

  @Override
  public String not(Filter.Not not) {
    negated = !negated;
    String inner = not.filter().accept(this);
    negated = !negated;
    return "NOT (" + inner + ")";
  }

  @Override
  public String compared(Filter.Compared it) {
    return column(it.field()) + " " + it.operator().sign() + " " + binds.add(sent(it.value()));
  }

  @Override
  public String between(Filter.Between it) {
    return "%s BETWEEN %s AND %s"
        .formatted(column(it.field()), binds.add(sent(it.low())), binds.add(sent(it.high())));
  }

  @Override
  public String in(Filter.In it) {
    return it.values().stream()
        .map(value -> binds.add(sent(value)))
        .collect(Collectors.joining(", ", column(it.field()) + " IN (", ")"));
  }

  @Override
  public String like(Filter.Like it) {
    return dialect.like(column(it.field()), binds.add(dialect.likePattern(it.pattern())));
  }

  @Override
  public String isNull(Filter.IsNull it) {
    return table.column(it.field()) + " IS NULL";
  }

  @Override
  public String during(Filter.During it) {
    return "(%s AND %s)"
        .formatted(bound(it.field(), ">=", it.from()), bound(it.field(), "<", it.to()));
  }

  @Override
  public String inWeek(Filter.InWeek it) {
    String column = column(it.field());
    return WeekSql.condition(
        dialect, column, binds.add(it.times().hours()), binds.add(it.times().weekdays()));
  }

  /** A missing geometry makes it unknown, which only matters under a negation. */
  @Override
  public String meetsBox(Filter.MeetsBox it) {
    String box = binds.add(it.box());
    String meets =
        many.test(it.box())
            ? dialect.rectangleMeets(table.alias(), box)
            : dialect.meetsBox(table.name(), table.alias(), box);
    return negated
        ? "(CASE WHEN %s.geom IS NULL THEN NULL ELSE (%s) END)".formatted(table.alias(), meets)
        : "(" + meets + ")";
  }

  @Override
  public String intersects(Filter.Intersects it) {
    exact = false;
    return negated ? "1 = 0" : meetsBox(new Filter.MeetsBox(it.area().envelope()));
  }

  /** The column as its values are compared. */
  private String column(String field) {
    String column = table.column(field);
    return schema.field(field).type() == FieldType.TEXT ? dialect.byCodePoint(column) : column;
  }

  private String bound(String field, String sign, @Nullable LocalDateTime moment) {
    return moment == null
        ? column(field) + " = " + column(field)
        : column(field) + " " + sign + " " + binds.add(sent(moment));
  }

  private String joined(List<Filter> filters, String operator, String none) {
    return filters.isEmpty()
        ? none
        : filters.stream()
            .map(each -> each.accept(this))
            .collect(Collectors.joining(operator, "(", ")"));
  }

  /** The value as the database takes it. */
  static Object sent(Object value) {
    return value instanceof LocalDateTime moment ? TimeText.of(moment) : value;
  }
}
