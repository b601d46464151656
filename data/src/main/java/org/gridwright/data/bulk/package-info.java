/**
 * Streams of points in, the same rows with their grids out: CSV and NDJSON, at the speed of the
 * disk or the network.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>Rows keep their order. What a row brought is copied byte for byte; values are appended.
 *   <li>The input is cut into blocks of whole records. One thread reads and cuts, all cores work on
 *       blocks, one thread writes them in order. Memory is bounded by the number of blocks.
 *   <li>A block is handed on as soon as reading may have to wait, and written as soon as it is
 *       done: who sends a row and waits for its answer gets it.
 *   <li>A run is stopped between two blocks, read or written; what it wrote until then is no whole.
 *   <li>Bytes are read as they are, in any encoding in which the bytes of comma, quote, CR and LF
 *       mean nothing else; {@link org.gridwright.data.bulk.AsciiEncodings} proves it for the one in
 *       hand.
 *   <li>A number is read to the same lattice step as by {@link
 *       org.gridwright.core.lattice.DecimalText} and {@link org.gridwright.core.lattice.Lattice}.
 *   <li>A row whose coordinates cannot be read gets empty values and is counted; it never stops the
 *       rows behind it.
 * </ol>
 *
 * <p>Open {@link org.gridwright.data.bulk.BulkAssigner} first, then {@link
 * org.gridwright.data.bulk.BlockPipeline}.
 */
@NullMarked
package org.gridwright.data.bulk;

import org.jspecify.annotations.NullMarked;
