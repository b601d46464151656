package org.gridwright.core.lattice;

import java.util.List;
import java.util.function.Consumer;
import org.gridwright.core.message.Message;

/**
 * One or more polygons that together form one unit. At least one polygon; the order is kept as
 * given. Areas are equal when their polygons are, in whatever order.
 *
 * <p>What an area encloses is read by even–odd over all its rings. Parts that may lie over each
 * other, and holes that may lie outside their shells, pass the room {@code ground} first, after
 * which that is the union of the parts.
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
    if (polygons.size() == 1) {
      return polygons.get(0).shell().envelope();
    }
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

  /** The same area with normalised polygons, sorted: equal areas become the same numbers. */
  public LatticeMultiPolygon normalized() {
    return new LatticeMultiPolygon(
        sorted(polygons).stream().map(LatticePolygon::normalized).toList());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LatticeMultiPolygon that
        && polygons.size() == that.polygons.size()
        && (polygons.equals(that.polygons) || sorted(polygons).equals(sorted(that.polygons)));
  }

  @Override
  public int hashCode() {
    return 31 * polygons.size() + envelope().hashCode();
  }

  private static List<LatticePolygon> sorted(List<LatticePolygon> polygons) {
    return polygons.size() == 1
        ? polygons
        : polygons.stream().sorted((a, b) -> LatticeRing.compare(a.shell(), b.shell())).toList();
  }
}
