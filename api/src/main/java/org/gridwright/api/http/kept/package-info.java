/**
 * Files that the server keeps for whoever brought or asked for them, outside of the store.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>Each lies in a folder of its own, below one that only the owner of this process reads; its
 *       id cannot be guessed.
 *   <li>Nothing that goes on with a file loses it: it is deleted when that is over.
 *   <li>Nothing stays for ever: neither what nobody asks for, nor what a killed process left.
 * </ol>
 *
 * <p>Open {@link org.gridwright.api.http.kept.KeptFiles} first.
 */
@NullMarked
package org.gridwright.api.http.kept;

import org.jspecify.annotations.NullMarked;
