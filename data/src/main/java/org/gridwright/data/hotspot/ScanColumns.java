package org.gridwright.data.hotspot;

import org.jspecify.annotations.Nullable;

/**
 * Which fields of a file a scan takes.
 *
 * @param code of a place, which may have several rows
 * @param cases how many a row has; null where each row is one
 * @param population at risk; null for none
 * @param controls how many a row has; null for none
 * @param time of a row; null where there is none
 */
public record ScanColumns(
    String code,
    @Nullable String cases,
    @Nullable String population,
    @Nullable String controls,
    @Nullable String time) {}
