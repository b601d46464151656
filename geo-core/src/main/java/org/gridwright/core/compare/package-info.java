/**
 * What became of the units of one plan in another: of a draft and its base, of two vintages, or of
 * two themes over one city.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>The common ground of every unit of one plan with every unit of the other, and with nobody,
 *       is measured on the faces of both plans' outlines. Units with the same rings are not looked
 *       into: their ground is taken to be theirs alone in both plans.
 *   <li>Common ground that is nowhere as wide as the sliver width is border noise: it is measured,
 *       and decides nothing. Ground that makes up half of either unit never is noise.
 *   <li>Two units are <em>linked</em> when the later one holds more than half of the earlier one's
 *       ground, or got more than half of its own from it; when they have one code and each, or
 *       either, is where most of the other is; or when a lineage says so, which overrules geometry
 *       for the units that it names. Units that are linked, directly or through others, are a
 *       {@link org.gridwright.core.compare.Family}, and its {@link
 *       org.gridwright.core.compare.Fate} is that of its units.
 *   <li>At most one later unit <em>goes on as</em> an earlier one: in each family those with one
 *       code first, then those with most ground in common. Ground and points move when they are in
 *       a unit other than the one that goes on as theirs.
 *   <li>Only whole units carry their attributes. What they have, such as households, is divided by
 *       their addresses, by ground only where there are none, and called an estimate.
 *   <li>The same plans give the same comparison, whatever the number of threads.
 * </ol>
 *
 * <p>Open {@link org.gridwright.core.compare.Comparison} first.
 */
@NullMarked
package org.gridwright.core.compare;

import org.jspecify.annotations.NullMarked;
