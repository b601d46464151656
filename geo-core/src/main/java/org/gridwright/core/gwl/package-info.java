/**
 * Plans as a file, {@code city.gwl}: the arrays of their locators as they lie in memory, with codes
 * and names. docs/format-gwl.md is the specification; this room reads and writes it.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>No input and no output: bytes come from a {@link org.gridwright.core.gwl.GwlSource} and go
 *       to a {@link org.gridwright.core.gwl.GwlTarget}, so that any engine can bring its own.
 *   <li>No byte is used that a checksum does not vouch for. A block is copied first and checked
 *       then; what was checked is what is used, whatever becomes of the file meanwhile.
 *   <li>Only the blocks that an answer needs are read; who takes a whole locator reads and checks
 *       every block of it.
 *   <li>What is not a file of this version, complete and undamaged, is a {@link
 *       org.gridwright.core.gwl.GwlException}: what is wrong, where, and what to do.
 *   <li>A locator that was read gives the answers of the one that was written.
 * </ol>
 *
 * <p>Open {@link org.gridwright.core.gwl.GwlFile} first.
 */
@NullMarked
package org.gridwright.core.gwl;

import org.jspecify.annotations.NullMarked;
