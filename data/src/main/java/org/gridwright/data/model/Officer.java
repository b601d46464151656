package org.gridwright.data.model;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who answers for grids; for which, {@link Assignment}s say.
 *
 * @param contact work contact; null where none is known
 */
public record Officer(String id, String name, @Nullable String contact) {}
