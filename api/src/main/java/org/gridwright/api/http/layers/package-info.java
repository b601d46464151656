/**
 * {@code /api/v1/layers}: what can be drawn or taken away, as GeoJSON.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>A layer is streamed: memory does not grow with the number of features.
 *   <li>The ETag depends on everything that the features depend on, so that an unchanged layer
 *       costs no read.
 *   <li>A collection that ends properly is complete, or says {@code "truncated":true}; after a
 *       failure in the middle the connection breaks off.
 * </ol>
 *
 * <p>Open {@link org.gridwright.api.http.layers.Layer} first.
 */
@NullMarked
package org.gridwright.api.http.layers;

import org.jspecify.annotations.NullMarked;
