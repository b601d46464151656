/**
 * The records that the stores keep beside plans: addresses, incidents, officers, departments,
 * facilities, who does something, and what is known about a plan without its units.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>Places are lattice points; times of incidents are the city's local time without an offset.
 *   <li>Nothing here describes a resident: an incident carries no name, contact or track of who
 *       reported it, and officer contacts are work contacts.
 *   <li>Values are immutable.
 * </ol>
 */
@NullMarked
package org.gridwright.data.model;

import org.jspecify.annotations.NullMarked;
