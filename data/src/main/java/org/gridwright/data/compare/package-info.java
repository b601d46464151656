/**
 * Compares stored plans, with the addresses and open incidents of the store, and writes what came
 * of it.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>A draft is compared with the plan it is based on by what its history says of its units, and
 *       only otherwise by their outlines.
 *   <li>Addresses and incidents count where they are. Households are an attribute of whole units:
 *       those that change hands are an estimate, by the addresses of each.
 *   <li>A comparison is made when it is asked for. A server keeps those asked for last, up to a
 *       weight, and stops one that nobody waits for any more.
 * </ol>
 *
 * <p>Open {@link org.gridwright.data.compare.PlanComparer} first.
 */
@NullMarked
package org.gridwright.data.compare;

import org.jspecify.annotations.NullMarked;
