package org.gridwright.api.http.counts;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.core.cells.HexGrid;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.measure.LocalFrame;
import org.gridwright.data.exchange.GeoJsonWriter;
import org.gridwright.data.hotspot.plan.BinChoice;
import org.gridwright.data.model.Incident;
import org.gridwright.data.store.IncidentStore;

/**
 * Counts per hexagon. The hexagons are laid out around the centre of the first theme's plan, so
 * that they stay in place while the period or category changes; where there is no plan, around
 * longitude and latitude rounded to whole degrees of the first incident.
 */
final class HexCounts {

  static final int MIN_METRES = 50;
  static final int MAX_METRES = 50_000;

  private static final Comparator<HexGrid.Hex> NORTHWARD =
      Comparator.comparingInt(HexGrid.Hex::r).thenComparingInt(HexGrid.Hex::q);
  private static final double SQUARE_METRES_PER_SQUARE_KILOMETRE = 1e6;
  private static final int STEPS = 10_000_000;

  private final IncidentStore incidents;
  private final PlanLookup plans;

  HexCounts(IncidentStore incidents, PlanLookup plans) {
    this.incidents = incidents;
    this.plans = plans;
  }

  /** The collection of hexagons with at least one incident, from south to north. */
  record Hexagons(HexGrid grid, int metres, TreeMap<HexGrid.Hex, Integer> counts) {

    void write(OutputStream target) throws IOException {
      OutputStream out = new BufferedOutputStream(target, 1 << 16);
      GeoJsonWriter writer = new GeoJsonWriter(out);
      counts.forEach(
          (hex, count) -> {
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("count", count);
            properties.put(
                "perSquareKilometre",
                LevelCounts.rate(count, grid.squareMetres() / SQUARE_METRES_PER_SQUARE_KILOMETRE));
            writer.write(hex.q() + "," + hex.r(), properties, grid.outline(hex));
          });
      writer.member("hexMetres", metres);
      writer.close();
      out.flush();
    }
  }

  Hexagons count(int metres, IncidentStore.Query query) {
    HexGrid grid = new HexGrid(LocalFrame.at(origin()), metres);
    Map<HexGrid.Hex, Integer> counts = new HashMap<>();
    incidents.places(query, place -> counts.merge(grid.at(place), 1, Integer::sum));
    TreeMap<HexGrid.Hex, Integer> sorted = new TreeMap<>(NORTHWARD);
    sorted.putAll(counts);
    return new Hexagons(grid, metres, sorted);
  }

  private LatticePoint origin() {
    return plans
        .byDefault()
        .map(snapshot -> snapshot.plan().envelope())
        .filter(box -> !box.isEmpty())
        .map(BinChoice::origin)
        .orElseGet(this::nearFirstIncident);
  }

  private LatticePoint nearFirstIncident() {
    try (Stream<Incident> all = incidents.stream(IncidentStore.Query.ALL)) {
      return all.findFirst()
          .map(Incident::place)
          .map(
              place ->
                  new LatticePoint(
                      Math.round((float) place.x() / STEPS) * STEPS,
                      Math.round((float) place.y() / STEPS) * STEPS))
          .orElse(new LatticePoint(0, 0));
    }
  }
}
