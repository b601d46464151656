/**
 * What is not data: health, metrics, configuration for the map application, and the application's
 * own files.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>{@code /health} answers within milliseconds, also while plans are loading.
 *   <li>Files whose name carries a content hash are cached for a year, all others are asked for
 *       again each time and answered with 304 when unchanged.
 * </ol>
 */
@NullMarked
package org.gridwright.api.http.site;

import org.jspecify.annotations.NullMarked;
