/**
 * {@code /api/v1/hotspots}: which units stand out, tested against chance.
 *
 * <p>Conditions: raw p, adjusted p and class are members of their own; what is not defined is null
 * with a note that says why; an answer has the whole question in it, defaults filled in, so that it
 * can be asked again.
 */
@NullMarked
package org.gridwright.api.http.hotspots;

import org.jspecify.annotations.NullMarked;
