/**
 * Plans as tiles of a map: areas and borders of a square of the world, at the fineness of a zoom.
 *
 * <p>A zoom has a pixel grid over the whole world. All areas of a level are rounded to it at once,
 * by snap rounding: the <em>hot</em> pixels are those of vertices and of places where an edge
 * crosses a line at which tiles are cut; every edge is led through the middles of the hot pixels
 * that it passes. What follows holds at each zoom, for any plan without crossing edges:
 *
 * <ol>
 *   <li>Rounded edges meet at their ends only, so that areas neither overlap nor leave gaps, and
 *       two neighbours have the same edge, in all tiles that show it.
 *   <li>An area moves by at most half a pixel. Ground that becomes thinner than a line vanishes;
 *       nothing that vanished leaves a spike.
 *   <li>What a tile shows depends on the vertices and edges in it (and its margin) alone: an edit
 *       changes no tile that its ground does not touch.
 *   <li>A unit of which no ground is left in the tile that holds its label point is a point there.
 *   <li>The same areas give the same bytes, on any machine.
 * </ol>
 *
 * <p>Everything inside is integers; x grows eastward and y southward, as tiles are counted.
 * Sources: J. D. Hobby, Practical segment intersection with finite precision output, 1999 (that a
 * rounded edge passes no middle of another hot pixel, and that none cross); Mapbox Vector Tile
 * Specification 2.1; OGC Two Dimensional Tile Matrix Set, WebMercatorQuad.
 */
@NullMarked
package org.gridwright.core.tile;

import org.jspecify.annotations.NullMarked;
