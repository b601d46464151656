/**
 * Bringing files into a store: zones as plans, addresses, incidents; and publishing.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>An import is one transaction: when it fails, is refused, is stopped or is killed, the store
 *       is as it was before. It comes to a checkpoint at every record that it reads or writes.
 *   <li>A record that cannot be used stops the import, with the first such record and how many
 *       there are, unless the caller chose to leave such records out; then they are counted and
 *       listed.
 *   <li>Reference system and datum are what the file or the caller says, WGS 84 where neither does;
 *       nothing is guessed. Coordinates that cannot be meant, such as a likely swap, are refused
 *       and the likely cause is named.
 *   <li>Only the fields that the caller names are taken from addresses and incidents. A reporter's
 *       name or contact in another column never reaches the store.
 *   <li>A plan with blocking findings is published only with a reason.
 * </ol>
 *
 * <p>Open {@link org.gridwright.data.intake.ZoneImport} first.
 */
@NullMarked
package org.gridwright.data.intake;

import org.jspecify.annotations.NullMarked;
