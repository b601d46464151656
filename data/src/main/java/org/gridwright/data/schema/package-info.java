/**
 * The schema of the stores: which version a database has, and bringing it to this one.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>Migrations lie in {@code org/gridwright/data/schema/<dialect>}, one folder per dialect; one
 *       that was released is never edited.
 *   <li>A database made by a newer version is left alone.
 * </ol>
 */
@NullMarked
package org.gridwright.data.schema;

import org.jspecify.annotations.NullMarked;
