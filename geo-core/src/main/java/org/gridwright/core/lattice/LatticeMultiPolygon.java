package org.gridwright.core.lattice;

import java.util.List;
import java.util.function.Consumer;
import org.gridwright.core.message.Message;

/**
 * One or more polygons that together form one unit. At least one polygon; the order is kept as
 * given.
 */
public record LatticeMultiPolygon(List<LatticePolygon> polygons) {

  public LatticeMultiPolygon {
    polygons = List.copyOf(polygons);
    if (polygons.isEmpty()) {
      throw new LatticeException(Message.core("lattice.area-empty"));
    }
  }

  public static LatticeMultiPolygon of(LatticePolygon... polygons) {
    return new LatticeMultiPolygon(List.of(polygons));
  }

  public LatticeEnvelope envelope() {
    LatticeEnvelope all = LatticeEnvelope.EMPTY;
    for (LatticePolygon polygon : polygons) {
      all = all.union(polygon.shell().envelope());
    }
    return all;
  }

  /** Visits every ring, each shell before its holes. */
  public void forEachRing(Consumer<LatticeRing> visitor) {
    for (LatticePolygon polygon : polygons) {
      visitor.accept(polygon.shell());
      polygon.holes().forEach(visitor);
    }
  }
}
