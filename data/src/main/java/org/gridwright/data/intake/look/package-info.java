/**
 * What a file that somebody brings may be: its format, fields and place, and proposals for how to
 * import it.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>A look reads by the same readers and places by the same georeference as an import. What an
 *       import refuses because of the file as a whole, a look tells.
 *   <li>A look is bounded: so many records are looked at, so many shapes drawn; whether that was
 *       all of them is said.
 *   <li>A proposal is only that: nothing is imported by it unless somebody chose it. What the file
 *       cannot tell, such as the datum of a map of China, is not proposed.
 * </ol>
 *
 * <p>Open {@link org.gridwright.data.intake.look.FileLook} first.
 */
@NullMarked
package org.gridwright.data.intake.look;

import org.jspecify.annotations.NullMarked;
