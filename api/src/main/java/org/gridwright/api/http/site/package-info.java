/**
 * What is not data: health, metrics, configuration for the map application, and the application's
 * own files.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>{@code /health} answers within milliseconds, also while plans are loading.
 *   <li>Files that are built in and whose name carries a content hash are cached for a year, all
 *       others are asked for again each time and answered with 304 when unchanged.
 *   <li>Files of a folder given for development are read for each request and kept by nobody.
 * </ol>
 */
@NullMarked
package org.gridwright.api.http.site;

import org.jspecify.annotations.NullMarked;
