/**
 * Tiles of stored plans and drafts: which units have which number, what a tile shows, and which
 * version of it is the present one.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>A unit has one number for as long as its plan is known, and through all versions of a
 *       draft; a number is never given to another unit of them. 0 is nobody's.
 *   <li>The same {@link org.gridwright.data.tile.TileEdition}, level and tile give the same bytes.
 *   <li>A tile of a draft gets a new version when ground, name or parent of a unit changes that
 *       lies in it, and else keeps it.
 *   <li>Versions name the format too, so that a tile kept from an older program is not taken for
 *       one of this.
 * </ol>
 */
@NullMarked
package org.gridwright.data.tile;

import org.jspecify.annotations.NullMarked;
