package org.gridwright.data.layer;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.DeclaredVoid;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;

/** The layers that are read off plans in memory: units, through the plan's index, and voids. */
public final class PlanLayers {

  private PlanLayers() {}

  /**
   * Finds the plan of a day, today where it is null; throws what its owner likes where there is
   * none.
   */
  @FunctionalInterface
  public interface PlanOn {
    Edition on(@Nullable LocalDate day);
  }

  /**
   * A plan and what tells it from others.
   *
   * @param version changes whenever the plan does
   */
  public record Edition(Plan plan, String version) {}

  /** The units of one level. */
  public static Layer units(PlanOn plans, Level level) {
    return new OfPlans(LayerSchemas.UNITS, plans, edition -> units(edition, level));
  }

  /** Declared voids, which are few. */
  public static Layer voids(PlanOn plans) {
    return new OfPlans(LayerSchemas.VOIDS, plans, PlanLayers::voids);
  }

  private static Layer units(Edition edition, Level level) {
    Plan plan = edition.plan();
    LayerSchema schema = LayerSchemas.units(plan.attributeKeys(level.depth()));
    return new MemoryLayer<>(
        schema,
        (key, box) -> units(plan, level.depth(), key, box),
        unit -> row(unit, level, schema),
        edition.version());
  }

  private static Stream<Unit> units(
      Plan plan, int depth, @Nullable String key, @Nullable LatticeEnvelope box) {
    List<Unit> units = plan.units(depth);
    int first = key == null ? 0 : plan.firstBehind(depth, key);
    IntStream indexes =
        box == null
            ? IntStream.range(first, units.size())
            : Arrays.stream(plan.meeting(depth, box)).dropWhile(index -> index < first);
    return indexes.mapToObj(units::get);
  }

  private static LayerRow row(Unit unit, Level level, LayerSchema schema) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    schema.fields().forEach(field -> values.put(field.name(), unit.attributes().get(field.name())));
    values.put("level", level.name());
    values.put("code", unit.code());
    values.put("name", unit.name());
    values.put("parent", unit.parentCode());
    return new LayerRow(unit.code(), values, unit.area(), null);
  }

  private static Layer voids(Edition edition) {
    List<DeclaredVoid> voids = edition.plan().voids();
    return new MemoryLayer<>(
        LayerSchemas.VOIDS,
        (key, box) ->
            voids.stream()
                .filter(each -> key == null || Plan.CODE_ORDER.compare(each.name(), key) > 0)
                .filter(each -> box == null || each.area().envelope().intersects(box)),
        each ->
            new LayerRow(
                each.name(),
                Map.of("name", each.name(), "kind", each.kind().id()),
                each.area(),
                null),
        edition.version());
  }

  /** A layer of the plan that a query's date means. */
  private record OfPlans(LayerSchema schema, PlanOn plans, Function<Edition, Layer> of)
      implements Layer {

    @Override
    public Layer pinned(LayerQuery query) {
      return of.apply(plans.on(query.asOf()));
    }

    @Override
    public LayerPage read(LayerQuery query) {
      return pinned(query).read(query);
    }

    @Override
    public long count(LayerQuery query) {
      return pinned(query).count(query);
    }

    @Override
    public String version(LayerQuery query) {
      return plans.on(query.asOf()).version();
    }
  }
}
