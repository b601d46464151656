package org.gridwright.core.coverage.rules;

import org.gridwright.core.lattice.LatticeMultiPolygon;

/**
 * The outline of an upper unit as an authority published it; what its grids cover is compared with
 * it, never replaced by it.
 *
 * @param depth depth of the unit's level, above the finest
 */
public record OfficialOutline(int depth, String code, LatticeMultiPolygon area) {}
