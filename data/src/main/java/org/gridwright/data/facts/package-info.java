/**
 * The numbers of a store's plans: on what they stand, and as they are told.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>Whoever tells a number of a unit, to people, files or rules, reads it off a plan that comes
 *       from here; whoever edits starts from the plan as it is stored.
 *   <li>Addresses are looked up only when counted ground is divided for the first time.
 * </ol>
 */
@NullMarked
package org.gridwright.data.facts;

import org.jspecify.annotations.NullMarked;
