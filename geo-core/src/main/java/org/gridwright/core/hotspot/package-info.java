/**
 * Where, and since when, there is more than chance explains, at which scale, compared with what,
 * and how sure: a claim about each place, tested together with those about all others.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>A result is a value: the method with all its parameters, and for each place the statistic,
 *       its expectation and variance, z, p, adjusted p and class, each in a field of its own.
 *   <li>A place is neither hot nor cold unless its chance says so; what has no chance has the class
 *       {@code not-defined} and a {@link org.gridwright.core.hotspot.inference.NotDefined reason}.
 *       Inputs of which nothing could be computed are refused with a {@link
 *       org.gridwright.core.hotspot.HotspotException}.
 *   <li>Places without a value are no neighbours either; all sums are over the others.
 *   <li>The same inputs and seed give the same bytes on any number of processors. Nothing here
 *       reads a file, a clock, or a random source without a seed. Lengths are metres.
 * </ol>
 *
 * <p>Open {@link org.gridwright.core.hotspot.LocalTest} first. The rooms below: {@code weights},
 * who is a neighbour; {@code local} and {@code global}, the statistics; {@code inference}, the
 * chances; {@code rates}, what counts are compared with; {@code scan}, where exactly; {@code time},
 * since when; {@code density}, surfaces; {@code repeat} and {@code score}, what comes again.
 */
@NullMarked
package org.gridwright.core.hotspot;

import org.jspecify.annotations.NullMarked;
