package org.gridwright.core.edit;

import org.gridwright.core.lattice.LatticeMultiPolygon;

/**
 * A piece of ground, and the grid that is to have it. Immutable.
 *
 * @param block code of the piece, for sentences about it
 * @param grid code of a grid of the plan, or of a new one
 * @param area valid
 */
public record AssignedBlock(String block, String grid, LatticeMultiPolygon area) {}
