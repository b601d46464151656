/**
 * The store in a PostgreSQL database with PostGIS.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>Everything lies in the schema that the connection names first ({@code currentSchema},
 *       {@code public} by default); layers are views {@code <theme>_<level>} of typed
 *       multipolygons.
 *   <li>Many rows go in by binary {@code COPY}, a piece at a time, so that whoever supplies rows
 *       may read the store between pieces.
 *   <li>Texts are sent untyped ({@code stringtype=unspecified}); the server gives them the type of
 *       the column, so that dates and JSON are bound as in the other dialect.
 * </ol>
 *
 * <p>Open {@link org.gridwright.data.store.postgis.PostgisStores} first.
 */
@NullMarked
package org.gridwright.data.store.postgis;

import org.jspecify.annotations.NullMarked;
