/**
 * Finds addresses by text as people type it.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>Case, accents, width and apostrophes do not matter; Chinese is matched by pairs of
 *       characters.
 *   <li>Words may have typing errors (one from four letters on, two from eight on, the first letter
 *       right); house numbers count only when they are exactly right, and the last word or number
 *       may be unfinished.
 *   <li>The same index answers the same query in the same order: by score, then shorter addresses
 *       first, then by id.
 *   <li>The index lies in a temporary folder outside the heap and is rebuilt, beside the old one,
 *       when the addresses change.
 * </ol>
 *
 * <p>Open {@link org.gridwright.data.search.AddressSearch} first.
 */
@NullMarked
package org.gridwright.data.search;

import org.jspecify.annotations.NullMarked;
