package org.gridwright.data.compare;

import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridwright.core.compare.Alteration;
import org.gridwright.core.compare.Comparison;
import org.gridwright.core.compare.Family;
import org.gridwright.core.compare.Fate;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.exchange.GeoJsonWriter;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** The outlines of all units that did not stay the same, before and after, as GeoJSON. */
public final class ComparisonMap {

  private ComparisonMap() {}

  /**
   * Features with the id {@code from:CODE} and {@code to:CODE}, those of one family together.
   * Leaves the stream open.
   */
  public static void write(ComparedPlans compared, OutputStream out) {
    Comparison comparison = compared.comparison();
    try (GeoJsonWriter json = new GeoJsonWriter(out)) {
      for (Family family : comparison.families()) {
        if (family.fate() != Fate.KEPT) {
          List<String> earlier = codes(comparison.from(), family.from());
          List<String> later = codes(comparison.to(), family.to());
          for (int unit : family.from()) {
            write(json, "from", comparison.from().get(unit), family, later);
          }
          for (int unit : family.to()) {
            write(json, "to", comparison.to().get(unit), family, earlier);
          }
        }
      }
    }
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
