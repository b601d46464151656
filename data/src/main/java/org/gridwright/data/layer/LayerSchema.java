package org.gridwright.data.layer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridwright.core.message.Message;
import org.gridwright.data.message.DataMessages;

/**
 * What a layer's rows look like. Immutable.
 *
 * @param name stable, for programs, such as {@code incidents}
 * @param shape what rows carry beside their fields
 * @param fields in the order in which they are shown
 * @param key a required field that identifies a row
 * @param order in which rows come unless asked otherwise; the key decides what it leaves open
 */
public record LayerSchema(
    String name, Shape shape, List<Field> fields, String key, List<SortKey> order) {

  /** What the rows of a layer carry beside their fields. */
  public enum Shape {
    AREA,
    POINT,
    NONE
  }

  public LayerSchema {
    fields = List.copyOf(fields);
    order = List.copyOf(order);
    Set<String> names = new HashSet<>();
    for (Field field : fields) {
      if (!names.add(field.name())) {
        throw new IllegalArgumentException(name + " has two fields " + field.name());
      }
    }
    if (!names.contains(key)) {
      throw new IllegalArgumentException(name + " has no field " + key + " to identify rows by");
    }
  }

  /** What people call the layer. */
  public Message title() {
    return DataMessages.of("layer." + name);
  }

  public List<String> fieldNames() {
    return fields.stream().map(Field::name).toList();
  }

  public Optional<Field> find(String field) {
    return fields.stream().filter(each -> each.name().equals(field)).findFirst();
  }

  /**
   * The field of a name.
   *
   * @throws LayerException when there is none
   */
  public Field field(String field) {
    return find(field)
        .orElseThrow(
            () ->
                new LayerException(
                    DataMessages.of(
                        "layer.field-unknown", name, field, String.join(", ", fieldNames()))));
  }

  /** The schema with further fields; those whose name is taken are left out. */
  public LayerSchema with(List<Field> further) {
    List<Field> all = new ArrayList<>(fields);
    further.stream().filter(field -> find(field.name()).isEmpty()).forEach(all::add);
    return new LayerSchema(name, shape, all, key, order);
  }
}
