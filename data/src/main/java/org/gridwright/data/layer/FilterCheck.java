package org.gridwright.data.layer;

import java.time.LocalDateTime;
import org.gridwright.data.message.DataMessages;
import org.jspecify.annotations.Nullable;

/** Holds a filter against a schema; gives it back with literals as they are compared. */
final class FilterCheck implements Filter.Visitor<Filter> {

  private final LayerSchema schema;

  private FilterCheck(LayerSchema schema) {
    this.schema = schema;
  }

  /**
   * The filter, exact.
   *
   * @throws LayerException when a field is unknown or a literal is not of its type
   */
  static Filter checked(Filter filter, LayerSchema schema) {
    return filter.accept(new FilterCheck(schema));
  }

  @Override
  public Filter and(Filter.And and) {
    return new Filter.And(and.filters().stream().map(each -> each.accept(this)).toList());
  }

  @Override
  public Filter or(Filter.Or or) {
    return new Filter.Or(or.filters().stream().map(each -> each.accept(this)).toList());
  }

  @Override
  public Filter not(Filter.Not not) {
    return new Filter.Not(not.filter().accept(this));
  }

  @Override
  public Filter compared(Filter.Compared it) {
    return new Filter.Compared(it.field(), it.operator(), literal(it.field(), it.value()));
  }

  @Override
  public Filter between(Filter.Between it) {
    return new Filter.Between(
        it.field(), literal(it.field(), it.low()), literal(it.field(), it.high()));
  }

  @Override
  public Filter in(Filter.In it) {
    return new Filter.In(
        it.field(), it.values().stream().map(value -> literal(it.field(), value)).toList());
  }

  @Override
  public Filter like(Filter.Like it) {
    literal(it.field(), it.pattern());
    if (it.pattern().replace("\\\\", "").endsWith("\\")) {
      throw new LayerException(DataMessages.of("layer.like-escape", it.pattern()));
    }
    return it;
  }

  @Override
  public Filter isNull(Filter.IsNull it) {
    schema.field(it.field());
    return it;
  }

  @Override
  public Filter during(Filter.During it) {
    return new Filter.During(
        it.field(), moment(it.field(), it.from()), moment(it.field(), it.to()));
  }

  @Override
  public Filter inWeek(Filter.InWeek it) {
    FieldType type = schema.field(it.field()).type();
    if (type != FieldType.TIMESTAMP) {
      throw new LayerException(
          DataMessages.of("layer.literal", it.field(), type.id(), FieldType.TIMESTAMP.id()));
    }
    return it;
  }

  @Override
  public Filter meetsBox(Filter.MeetsBox it) {
    requireGeometry();
    return it;
  }

  @Override
  public Filter intersects(Filter.Intersects it) {
    requireGeometry();
    return it;
  }

  private Object literal(String name, Object value) {
    FieldType type = schema.field(name).type();
    if (!type.holds(value)) {
      throw new LayerException(DataMessages.of("layer.literal", name, type.id(), value));
    }
    return type.exact(value);
  }

  private @Nullable LocalDateTime moment(String name, @Nullable LocalDateTime value) {
    return value == null ? null : (LocalDateTime) literal(name, value);
  }

  private void requireGeometry() {
    if (schema.shape() == LayerSchema.Shape.NONE) {
      throw new LayerException(DataMessages.of("layer.no-geometry", schema.name()));
    }
  }
}
