package org.gridwright.data.disagreement;

import org.gridwright.data.model.Incident;
import org.jspecify.annotations.Nullable;

/**
 * An incident whose place is not in the zone it was reported in.
 *
 * @param computed code of the unit that its place is in; null where nobody owns the place
 * @param metres distance from the place to the closed area of the reported unit; 0 where it touches
 */
public record Disagreement(
    Incident incident, String reported, @Nullable String computed, double metres) {}
