/**
 * {@code GET /api/v1/themes}: the themes, their levels and the plan of each in force today.
 *
 * <p>Condition: the answer needs no store; it is read off the snapshots.
 */
@NullMarked
package org.gridwright.api.http.themes;

import org.jspecify.annotations.NullMarked;
