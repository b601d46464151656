/**
 * Hotspots of any file, without a store: its places, who is a neighbour of whom, and the table that
 * comes out; and what other methods take from a file, or give of a file or a plan.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>A record is a place, named by its code, which occurs once; where it has a time, once in
 *       each moment. Places are written in the order of the file.
 *   <li>An empty field is no value and is told as such; a text that is no number is refused with
 *       its place in the file.
 *   <li>Coordinates are degrees that are brought to WGS 84, or metres of a plane where that is
 *       told. Nothing is guessed.
 *   <li>Numbers are written with 17 significant digits, which give back the same double.
 * </ol>
 *
 * <p>Open {@link org.gridwright.data.hotspot.FilePlaces} first; {@link
 * org.gridwright.data.hotspot.ScanFile} for scans, {@link
 * org.gridwright.data.hotspot.DensityAnalysis} for densities and {@link
 * org.gridwright.data.hotspot.ScoreFile} for scores.
 */
@NullMarked
package org.gridwright.data.hotspot;

import org.jspecify.annotations.NullMarked;
