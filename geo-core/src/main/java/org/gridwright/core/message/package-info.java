/**
 * Text for people, in catalogues and not in code.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>Each module has one resource bundle, {@code org/gridwright/<module>/messages.properties} in
 *       English and {@code messages_zh_CN.properties} in Simplified Chinese, UTF-8, with the same
 *       keys and the same placeholders.
 *   <li>A {@link org.gridwright.core.message.Message} is chosen where the fact is known and worded
 *       where the reader is: only the command line and the HTTP edge pick a language.
 *   <li>Placeholders are {@code {0}}, {@code {1}}…, filled with text; an apostrophe in a catalogue
 *       is written twice.
 * </ol>
 */
@NullMarked
package org.gridwright.core.message;

import org.jspecify.annotations.NullMarked;
