/**
 * Compares stored plans, with the addresses and open incidents of the store, and writes what came
 * of it.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>A draft is compared with the plan it is based on by what its history says of its units, and
 *       only otherwise by their outlines.
 *   <li>Addresses and incidents count where they are; households are an attribute of whole units,
 *       and are not apportioned.
 *   <li>Nothing is kept: a comparison is made when it is asked for.
 * </ol>
 *
 * <p>Open {@link org.gridwright.data.compare.PlanComparer} first.
 */
@NullMarked
package org.gridwright.data.compare;

import org.jspecify.annotations.NullMarked;
