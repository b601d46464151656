/**
 * Hotspots of any file, without a store: its places, who is a neighbour of whom, and the table that
 * comes out; and what other methods take from a file, or give of a file or a plan.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>Where places are tested a record is a place, named by its code, which occurs once; in a
 *       scan over time once in each moment. Places are numbered in the order of their codes and
 *       written in the order of the file.
 *   <li>Where steps of time are looked at a record is an incident, or how many there were; those of
 *       a place and step are added up, and where there is no record there were none.
 *   <li>An empty field is no value and is told as such; a text that is no number is refused with
 *       its place in the file.
 *   <li>Coordinates are degrees that are brought to WGS 84, or metres of a plane where that is
 *       told. Nothing is guessed.
 *   <li>Numbers are written with 17 significant digits, which give back the same double.
 * </ol>
 *
 * <p>Open {@link org.gridwright.data.hotspot.FilePlaces} first; {@link
 * org.gridwright.data.hotspot.ScanFile} for scans, {@link
 * org.gridwright.data.hotspot.DensityAnalysis} for densities, {@link
 * org.gridwright.data.hotspot.ScoreFile} for scores, and for what is asked about time {@link
 * org.gridwright.data.hotspot.IncidentFile}, whose answers leave as a {@link
 * org.gridwright.data.hotspot.FigureSheet}.
 */
@NullMarked
package org.gridwright.data.hotspot;

import org.jspecify.annotations.NullMarked;
