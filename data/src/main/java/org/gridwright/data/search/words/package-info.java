/**
 * Words of addresses, in the languages that people write them in.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>Any text gives tokens: unpaired surrogates, control and direction characters are gaps or
 *       nothing.
 *   <li>Case, accents, width and the two ways to write Chinese do not matter to a token; how it was
 *       written is kept beside it.
 *   <li>What words of a language mean the same, say little, or end a street's name is data, in
 *       {@code words.txt}.
 * </ol>
 *
 * <p>Open {@link org.gridwright.data.search.words.Tokens} first.
 */
@NullMarked
package org.gridwright.data.search.words;

import org.jspecify.annotations.NullMarked;
