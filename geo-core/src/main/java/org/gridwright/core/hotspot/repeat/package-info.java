/**
 * The same places again: how often, after how many days, and how unevenly incidents lie over all
 * places.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>A place is what the caller calls one: an address, a corner, a grid. Two incidents are at
 *       the same place when they have the same name of it.
 *   <li>Places without incidents count in shares and in the Gini coefficient; whoever asks says how
 *       many places there are.
 * </ol>
 *
 * <p>Open {@link org.gridwright.core.hotspot.repeat.RepeatPlaces} for the same address again,
 * {@link org.gridwright.core.hotspot.repeat.Unevenness} for shares.
 */
@NullMarked
package org.gridwright.core.hotspot.repeat;

import org.jspecify.annotations.NullMarked;
