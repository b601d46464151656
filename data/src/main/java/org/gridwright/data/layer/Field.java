package org.gridwright.data.layer;

import org.gridwright.core.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * A field of a layer.
 *
 * @param name unique within the layer; stable, for programs
 * @param required whether every row has a value
 * @param unit of a measure, after UCUM, such as {@code m}; null where it is none
 * @param title what people call it
 */
public record Field(
    String name, FieldType type, boolean required, @Nullable String unit, Message title) {}
