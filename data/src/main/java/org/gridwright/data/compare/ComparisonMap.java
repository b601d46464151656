package org.gridwright.data.compare;

import java.io.OutputStream;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gridwright.core.compare.Alteration;
import org.gridwright.core.compare.Comparison;
import org.gridwright.core.compare.Family;
import org.gridwright.core.compare.Fate;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.exchange.GeoJsonWriter;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** The outlines of all units that did not stay the same, before and after, as GeoJSON. */
public final class ComparisonMap {

  private ComparisonMap() {}

  /**
   * Which outlines are wanted.
   *
   * @param box that they meet; null for all
   * @param limit how many at most; where there are more, the collection ends with a member {@code
   *     truncated}
   */
  public record Part(@Nullable LatticeEnvelope box, int limit) {

    public static final Part ALL = new Part(null, Integer.MAX_VALUE);

    private boolean wants(Unit unit) {
      return box == null || (unit.area() != null && unit.area().envelope().intersects(box));
    }
  }

  /** One outline. */
  private record Drawn(String side, Unit unit, Family family) {}

  /**
   * Features with the id {@code from:CODE} and {@code to:CODE}, those of one family together.
   * Leaves the stream open.
   */
  public static void write(ComparedPlans compared, Part part, OutputStream out) {
    Comparison comparison = compared.comparison();
    Iterator<Drawn> wanted =
        comparison.families().stream()
            .filter(family -> family.fate() != Fate.KEPT)
            .flatMap(family -> drawn(comparison, family))
            .filter(drawn -> part.wants(drawn.unit()))
            .iterator();
    try (GeoJsonWriter json = new GeoJsonWriter(out)) {
      for (int k = 0; k < part.limit() && wanted.hasNext(); k++) {
        Drawn next = wanted.next();
        Family family = next.family();
        write(
            json,
            next.side(),
            next.unit(),
            family,
            next.side().equals("from")
                ? codes(comparison.to(), family.to())
                : codes(comparison.from(), family.from()));
      }
      if (wanted.hasNext()) {
        json.member("truncated", true);
      }
    }
  }

  private static Stream<Drawn> drawn(Comparison comparison, Family family) {
    return Stream.concat(
        family.from().stream().map(unit -> new Drawn("from", comparison.from().get(unit), family)),
        family.to().stream().map(unit -> new Drawn("to", comparison.to().get(unit), family)));
  }

  private static void write(
      GeoJsonWriter json, String side, Unit unit, Family family, List<String> others) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("side", side);
    properties.put("code", unit.code());
    properties.put("name", unit.name());
    properties.put("fate", family.fate().id());
    properties.put("alterations", family.alterations().stream().map(Alteration::id).toList());
    properties.put("others", others);
    String id = side + ":" + unit.code();
    @Nullable LatticeMultiPolygon area = unit.area();
    if (area == null) {
      json.write(id, properties, (@Nullable Geometry) null);
    } else {
      json.write(id, properties, area);
    }
  }

  private static List<String> codes(List<Unit> units, List<Integer> indexes) {
    return indexes.stream().map(index -> units.get(index).code()).toList();
  }
}
