/**
 * Sentences of the server and the command line for people, and the words that they suggest.
 *
 * <p>Conditions: see {@link org.gridwright.core.message}; the catalogue is {@code
 * org/gridwright/api/messages.properties}, one block of keys per package.
 */
@NullMarked
package org.gridwright.api.message;

import org.jspecify.annotations.NullMarked;
