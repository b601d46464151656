/**
 * What the two stores share: SQL that both databases understand, and how connections are used.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>Every statement is written once; what differs between the databases goes through {@link
 *       org.gridwright.data.store.sql.Dialect}.
 *   <li>Reading and writing use different connections: a reader sees one consistent state from its
 *       first statement on, a writer commits all or nothing.
 *   <li>A unit's rows are its history: the row of published revision r is the one with {@code
 *       from_revision <= r < to_revision}. Rows of a draft lie over those of its base revision.
 *   <li>What streams has connections of its own, and a {@link org.gridwright.data.store.sql.Guard}
 *       stands before every use of any.
 *   <li>Every {@code java.sql.SQLException} leaves as a {@link
 *       org.gridwright.data.store.StoreException}.
 * </ol>
 *
 * <p>Open {@link org.gridwright.data.store.sql.SqlStore} first, then {@link
 * org.gridwright.data.store.sql.Sessions}.
 */
@NullMarked
package org.gridwright.data.store.sql;

import org.jspecify.annotations.NullMarked;
