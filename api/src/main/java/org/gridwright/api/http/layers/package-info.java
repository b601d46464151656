/**
 * {@code /api/v1/layers}: what {@link org.gridwright.data.layer} describes, as GeoJSON.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>A layer is read in pages: memory does not grow with the number of features, and no
 *       connection is held while a client reads.
 *   <li>The ETag depends on everything that the features depend on, so that an unchanged layer
 *       costs no read.
 *   <li>A collection that ends properly is complete, or says {@code "truncated":true}; after a
 *       failure in the middle the connection breaks off.
 * </ol>
 *
 * <p>Open {@link org.gridwright.api.http.layers.OfferedLayer} first.
 */
@NullMarked
package org.gridwright.api.http.layers;

import org.jspecify.annotations.NullMarked;
