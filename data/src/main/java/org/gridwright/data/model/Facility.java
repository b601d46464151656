package org.gridwright.data.model;

import org.gridwright.core.lattice.LatticePoint;

/**
 * A point asset: {@code kind} such as {@code hydrant}, {@code service-centre} or {@code shelter}.
 */
public record Facility(String id, String kind, String name, LatticePoint place) {}
