/**
 * {@code /api/v1/plans}: the plans of a theme, and what is wrong with one.
 *
 * <p>Condition: published plans never change, so their findings are computed once and kept.
 */
@NullMarked
package org.gridwright.api.http.plans;

import org.jspecify.annotations.NullMarked;
