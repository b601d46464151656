/**
 * Finds addresses and corners as people say them.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>A house number is never changed in silence: a hit whose number or suffix is not the one
 *       typed says so, and so does one of which words were corrected, left out or not found.
 *   <li>Streets are found by words, of which some may be mistyped, torn, run together, abbreviated
 *       or missing, in Chinese by characters and how they sound; the number is looked up exactly.
 *   <li>Any text is answered; what is typed is written nowhere.
 *   <li>The same index answers the same question in the same order.
 *   <li>The index lies in a folder outside the heap, carries the mark of the addresses that it was
 *       made of, follows their changes, and is a copy that may go at any time.
 *   <li>Questions are answered by one state of it, whatever becomes of the folder meanwhile.
 * </ol>
 *
 * <p>Open {@link org.gridwright.data.search.AddressSearch} first, then {@code StreetSearch}.
 */
@NullMarked
package org.gridwright.data.search;

import org.jspecify.annotations.NullMarked;
