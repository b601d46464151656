package org.gridwright.api.http.answer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.DeclaredVoid;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;

/** A GeoJSON FeatureCollection as a member of another answer; layers are streamed instead. */
public record FeatureCollection(String type, List<Item> features) {

  private static final String TYPE = "FeatureCollection";

  /**
   * A feature of it.
   *
   * @param geometry null for an upper unit that was not drawn
   */
  public record Item(
      String type, String id, Map<String, ?> properties, @Nullable LatticeMultiPolygon geometry) {}

  /** Units of any levels, as in the layer {@code units}. */
  public static FeatureCollection ofUnits(Theme theme, Collection<Unit> units) {
    return of(
        units,
        unit ->
            new Item(
                "Feature",
                unit.code(),
                Properties.of(unit, theme.levels().get(unit.depth())),
                unit.area()));
  }

  /** Declared voids, as in the layer {@code voids}. */
  public static FeatureCollection ofVoids(Collection<DeclaredVoid> voids) {
    return of(voids, each -> new Item("Feature", each.name(), Properties.of(each), each.area()));
  }

  public static FeatureCollection of(List<Item> features) {
    return new FeatureCollection(TYPE, List.copyOf(features));
  }

  private static <T> FeatureCollection of(Collection<T> all, Function<T, Item> feature) {
    return new FeatureCollection(TYPE, all.stream().map(feature).toList());
  }
}
