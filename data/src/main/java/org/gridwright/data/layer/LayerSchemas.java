package org.gridwright.data.layer;

import static org.gridwright.data.layer.FieldType.INTEGER;
import static org.gridwright.data.layer.FieldType.TEXT;
import static org.gridwright.data.layer.FieldType.TIMESTAMP;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.gridwright.data.layer.LayerSchema.Shape;
import org.gridwright.data.message.DataMessages;

/**
 * The layers there are. Titles are the messages {@code layer.<layer>} and {@code
 * layer.<layer>.<field>}.
 */
public final class LayerSchemas {

  /** Units of one level of a plan; their attributes are further fields, see {@link #units}. */
  public static final LayerSchema UNITS =
      schema("units", Shape.AREA, "code")
          .required("level", TEXT)
          .required("code", TEXT)
          .required("name", TEXT)
          .optional("parent", TEXT)
          .build();

  /** Ground that no grid of a plan is meant to own. */
  public static final LayerSchema VOIDS =
      schema("voids", Shape.AREA, "name").required("name", TEXT).required("kind", TEXT).build();

  public static final LayerSchema ADDRESSES =
      schema("addresses", Shape.POINT, "id")
          .required("id", TEXT)
          .required("text", TEXT)
          .required("weight", INTEGER)
          .build();

  /** Incidents, newest first. */
  public static final LayerSchema INCIDENTS =
      schema("incidents", Shape.POINT, "id")
          .required("id", TEXT)
          .required("occurred", TIMESTAMP)
          .required("category", TEXT)
          .required("channel", TEXT)
          .required("status", TEXT)
          .optional("reported_theme", TEXT)
          .optional("reported_level", TEXT)
          .optional("reported_zone", TEXT)
          .optional("given_theme", TEXT)
          .optional("given_plan", INTEGER)
          .optional("given_grid", TEXT)
          .build(SortKey.down("occurred"));

  public static final LayerSchema FACILITIES =
      schema("facilities", Shape.POINT, "id")
          .required("id", TEXT)
          .required("kind", TEXT)
          .required("name", TEXT)
          .build();

  /** The roster of one theme: officers by the grid that they answer for, and when. */
  public static final LayerSchema OFFICERS =
      schema("officers", Shape.NONE, "assignment")
          .required("id", TEXT)
          .required("name", TEXT)
          .optional("contact", TEXT)
          .required("role", TEXT)
          .required("theme", TEXT)
          .required("grid", TEXT)
          .optional("from", TEXT)
          .optional("to", TEXT)
          .required("assignment", INTEGER)
          .build(SortKey.up("grid"));

  private LayerSchemas() {}

  /** All layers, as they are listed. */
  public static List<LayerSchema> all() {
    return List.of(UNITS, VOIDS, ADDRESSES, INCIDENTS, FACILITIES, OFFICERS);
  }

  /** The layer of units whose attributes have these keys, in that order. */
  public static LayerSchema units(Collection<String> attributes) {
    return UNITS.with(
        attributes.stream()
            .map(
                key ->
                    new Field(
                        key, TEXT, false, null, DataMessages.of("layer.units.attribute", key)))
            .toList());
  }

  private static Builder schema(String name, Shape shape, String key) {
    return new Builder(name, shape, key, List.of());
  }

  /** A schema in the making. Immutable. */
  private record Builder(String name, Shape shape, String key, List<Field> fields) {

    Builder required(String field, FieldType type) {
      return with(field, type, true);
    }

    Builder optional(String field, FieldType type) {
      return with(field, type, false);
    }

    LayerSchema build(SortKey... order) {
      return new LayerSchema(name, shape, fields, key, List.of(order));
    }

    private Builder with(String field, FieldType type, boolean required) {
      Field added =
          new Field(field, type, required, null, DataMessages.of("layer." + name + "." + field));
      return new Builder(
          name, shape, key, Stream.concat(fields.stream(), Stream.of(added)).toList());
    }
  }
}
