package org.gridwright.core.hotspot.density;

import java.util.OptionalDouble;
import org.gridwright.core.lattice.LatticeMultiPolygon;

/**
 * The ground on which a surface is between two levels. Immutable.
 *
 * @param from the lower level, by square metre; absent for what is below all levels
 * @param to the upper level; absent for what is above all
 * @param area on the lattice
 */
public record DensityBand(OptionalDouble from, OptionalDouble to, LatticeMultiPolygon area) {}
