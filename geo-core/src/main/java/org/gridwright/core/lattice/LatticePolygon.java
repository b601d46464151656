package org.gridwright.core.lattice;

import java.util.List;

/**
 * A shell with holes. The constructor turns the shell counter-clockwise and the holes clockwise; it
 * does not check that rings are simple or nested, which the coverage package does. Polygons are
 * equal when their rings are, in whatever order the holes are given.
 */
public record LatticePolygon(LatticeRing shell, List<LatticeRing> holes) {

  public LatticePolygon {
    shell = shell.directed(true);
    holes = holes.stream().map(hole -> hole.directed(false)).toList();
  }

  public static LatticePolygon of(LatticeRing shell) {
    return new LatticePolygon(shell, List.of());
  }

  /** The same polygon with normalised rings and sorted holes. */
  public LatticePolygon normalized() {
    return new LatticePolygon(
        shell.normalized(),
        holes.stream().map(LatticeRing::normalized).sorted(LatticeRing::compare).toList());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LatticePolygon that
        && shell.equals(that.shell)
        && holes.size() == that.holes.size()
        && (holes.equals(that.holes) || sorted(holes).equals(sorted(that.holes)));
  }

  @Override
  public int hashCode() {
    return 31 * shell.hashCode() + holes.size();
  }

  private static List<LatticeRing> sorted(List<LatticeRing> rings) {
    return rings.stream().sorted(LatticeRing::compare).toList();
  }
}
