package org.gridwright.core.balance;

import org.jspecify.annotations.Nullable;

/**
 * How many units lie in a range of deviations.
 *
 * @param from least deviation, inclusive, as a part of the mean or target; null for all below
 * @param to exclusive; null for all above
 */
public record DeviationBin(@Nullable Double from, @Nullable Double to, int units) {}
