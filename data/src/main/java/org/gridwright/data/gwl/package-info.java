/**
 * Files of plans ({@code .gwl}) on disk; what stands in them is {@link org.gridwright.core.gwl}.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>A file is written beside its name and renamed, so that whoever reads has a whole one, old
 *       or new, and one that is open stays what it was.
 *   <li>Blocks are read by position and never mapped: what was checked is what is used, and a disk
 *       that fails is an exception of the reader.
 *   <li>A file that cannot be used is an {@link org.gridwright.data.exchange.InputException} that
 *       names it.
 *   <li>What a server keeps of its plans ({@link org.gridwright.data.gwl.BesidePlans}) is a copy
 *       that may go at any time: one that fails is removed and made anew.
 * </ol>
 *
 * <p>Open {@link org.gridwright.data.gwl.PlansInFile}.
 */
@NullMarked
package org.gridwright.data.gwl;

import org.jspecify.annotations.NullMarked;
