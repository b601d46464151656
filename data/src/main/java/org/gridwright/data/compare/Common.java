package org.gridwright.data.compare;

import org.gridwright.core.compare.Crosswalk.Amount;
import org.gridwright.core.compare.Overlap;
import org.jspecify.annotations.Nullable;

/**
 * What an earlier and a later unit have in common, each amount with its share of either.
 *
 * @param from index of the earlier unit, or {@link Overlap#NOBODY}
 * @param to index of the later unit, or {@link Overlap#NOBODY}
 * @param squareMetres 0 where there is no common ground but border noise
 * @param households an estimate; null where no unit says how many it has
 */
public record Common(
    int from,
    int to,
    Amount squareMetres,
    Amount addresses,
    Amount openIncidents,
    @Nullable Amount households) {}
