package org.gridwright.data.hotspot;

import org.jspecify.annotations.Nullable;

/**
 * Which fields of a file say what.
 *
 * @param code of a place
 * @param value what is looked at
 * @param atRisk what it is compared with; null for none
 */
public record PlaceColumns(String code, String value, @Nullable String atRisk) {}
