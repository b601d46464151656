package org.gridwright.data.hotspot.plan;

import org.gridwright.core.hotspot.LocalOptions;
import org.gridwright.core.hotspot.inference.Adjustment;
import org.gridwright.data.store.IncidentStore;

/**
 * Which units stand out.
 *
 * @param depth of the level whose units are tested
 * @param incidents which are counted
 * @param neighbours whose values are taken together
 * @param over what is at risk
 * @param value what is tested; with nothing at risk only counts can be
 * @param options how it is tested
 * @param adjustment by which the class of a unit is told
 */
public record HotspotQuestion(
    int depth,
    IncidentStore.Query incidents,
    NeighbourChoice neighbours,
    Denominator over,
    TestedValue value,
    LocalOptions options,
    Adjustment adjustment) {}
