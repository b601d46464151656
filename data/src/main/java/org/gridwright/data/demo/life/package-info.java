/**
 * What goes on in the demo city: names, addresses, incidents, and who deals with them.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>Nobody here exists: names of people are drawn from lists, contacts end in {@code .example},
 *       and there are no residents.
 *   <li>Everything follows from the ground and the seed, on every JVM.
 *   <li>Large tables are kept in columns and read as streams of records.
 * </ol>
 *
 * <p>Open {@link org.gridwright.data.demo.life.Category} and {@link
 * org.gridwright.data.demo.life.IncidentTable} first.
 */
@NullMarked
package org.gridwright.data.demo.life;

import org.jspecify.annotations.NullMarked;
