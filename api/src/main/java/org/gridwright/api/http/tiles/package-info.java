/**
 * Tiles over HTTP: {@code /tiles/{layer}/{z}/{x}/{y}.mvt} and {@code .ids}, and the documents that
 * tell programs of them.
 *
 * <p>Conditions: an address without {@code v} always answers with what is so now, and has to be
 * asked again; one with {@code v} answers with that version for ever, or with a 410 that names the
 * right one, which nobody may keep. What belongs to a draft is kept by its reader alone.
 */
@NullMarked
package org.gridwright.api.http.tiles;

import org.jspecify.annotations.NullMarked;
