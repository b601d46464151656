package org.gridwright.data.hotspot;

import org.jspecify.annotations.Nullable;

/**
 * Which fields of a file say what.
 *
 * @param code of a place
 * @param value what is looked at; null where only the places are meant
 * @param atRisk what it is compared with; null for none
 */
public record PlaceColumns(String code, @Nullable String value, @Nullable String atRisk) {}
