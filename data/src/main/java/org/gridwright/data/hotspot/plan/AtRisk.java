package org.gridwright.data.hotspot.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;
import org.gridwright.core.fact.Counted;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.hotspot.inference.PlaceFigures;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.snapshot.GridCounts;
import org.gridwright.data.snapshot.PlanSnapshot;

/** What is at risk in the units of plans. Thread-safe. */
record AtRisk(GridCounts counts) {

  private static final double SQUARE_METRES = 1e6;

  /**
   * What is at risk in each unit of a level, at least 0; a unit without the number has none.
   *
   * @throws HotspotException when a number is below 0, or no unit has the attribute
   */
  PlaceFigures of(PlanSnapshot snapshot, int depth, Denominator over) {
    List<Unit> units = snapshot.plan().units(depth);
    return switch (over.kind()) {
      case NONE -> PlaceFigures.of(units.size(), unit -> false, unit -> 0);
      case ADDRESSES ->
          PlaceFigures.ofAll(
              LongStream.of(counts.addresses(snapshot).byUnit(depth)).asDoubleStream().toArray());
      case AREA -> PlaceFigures.ofAll(snapshot.squareMetres(depth)).map(it -> it / SQUARE_METRES);
      case ATTRIBUTE -> told(snapshot, units, over.attribute());
    };
  }

  private static PlaceFigures told(PlanSnapshot snapshot, List<Unit> units, String attribute) {
    BigDecimal[] numbers = new BigDecimal[units.size()];
    boolean any = false;
    for (int i = 0; i < numbers.length; i++) {
      BigDecimal number = Counted.number(units.get(i).attributes().get(attribute)).orElse(null);
      if (number != null && number.signum() < 0) {
        throw new HotspotException(
            DataMessages.of("hotspot.negative", attribute, number, units.get(i).code()));
      }
      numbers[i] = number;
      any |= number != null;
    }
    if (!any) {
      throw new HotspotException(
          DataMessages.of("hotspot.no-attribute", attribute, snapshot.theme().id(), units.size()));
    }
    return PlaceFigures.of(
        numbers.length, unit -> numbers[unit] != null, unit -> numbers[unit].doubleValue());
  }
}
