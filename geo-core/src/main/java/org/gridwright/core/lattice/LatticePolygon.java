package org.gridwright.core.lattice;

import java.util.List;

/**
 * A shell with holes. The constructor turns the shell counter-clockwise and the holes clockwise; it
 * does not check that rings are simple or nested, which the coverage package does.
 */
public record LatticePolygon(LatticeRing shell, List<LatticeRing> holes) {

  public LatticePolygon {
    shell = shell.directed(true);
    holes = holes.stream().map(hole -> hole.directed(false)).toList();
  }

  public static LatticePolygon of(LatticeRing shell) {
    return new LatticePolygon(shell, List.of());
  }
}
