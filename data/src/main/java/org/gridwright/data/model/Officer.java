package org.gridwright.data.model;

import org.jspecify.annotations.Nullable;

/**
 * Who answers for a grid.
 *
 * @param role {@code full-time}, {@code professional}, {@code part-time} or {@code building-lead}
 * @param contact work contact; null where none is known
 * @param gridCode the grid answered for, at the finest level of the theme
 */
public record Officer(
    String id, String name, String role, @Nullable String contact, String theme, String gridCode) {}
