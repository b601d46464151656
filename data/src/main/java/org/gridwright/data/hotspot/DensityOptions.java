package org.gridwright.data.hotspot;

import org.gridwright.core.hotspot.density.DensityKernel;
import org.gridwright.core.hotspot.density.EdgeCorrection;

/**
 * How a density is made.
 *
 * @param cellMetres side of a cell; 0 where it is chosen
 */
public record DensityOptions(
    DensityKernel kernel, BandwidthChoice bandwidth, double cellMetres, EdgeCorrection edge) {}
