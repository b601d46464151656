package org.gridwright.data.hotspot;

import org.jspecify.annotations.Nullable;

/**
 * Which fields of a file say how many there were in two periods, a record a place.
 *
 * @param code of the place; null for the number of the record
 * @param before incidents of the earlier period
 * @param after incidents of the later one
 * @param atRiskBefore what was at risk in the earlier one; null for none
 * @param atRiskAfter what was at risk in the later one; null for none
 */
public record ChangeFields(
    @Nullable String code,
    String before,
    String after,
    @Nullable String atRiskBefore,
    @Nullable String atRiskAfter) {}
