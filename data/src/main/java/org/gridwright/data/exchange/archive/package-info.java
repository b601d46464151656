/**
 * Files of many tiles: PMTiles and MBTiles.
 *
 * <p>Conditions: a file that was finished has every tile that was added, and says which zooms,
 * which ground and which layers it holds; the same tiles in the same order give the same PMTiles
 * file.
 */
@NullMarked
package org.gridwright.data.exchange.archive;

import org.jspecify.annotations.NullMarked;
