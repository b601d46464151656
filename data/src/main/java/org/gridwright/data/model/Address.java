package org.gridwright.data.model;

import org.gridwright.core.lattice.LatticePoint;

/**
 * A text and a point. {@code id} is unique in the store; importing it again replaces the address.
 */
public record Address(String id, String text, LatticePoint place) {}
