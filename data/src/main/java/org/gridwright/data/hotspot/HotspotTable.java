package org.gridwright.data.hotspot;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.gridwright.core.hotspot.LocalMethod;
import org.gridwright.core.hotspot.LocalTest;
import org.gridwright.core.hotspot.PlaceClass;
import org.gridwright.core.hotspot.inference.Adjustment;
import org.gridwright.core.hotspot.inference.NotDefined;
import org.gridwright.core.hotspot.inference.PlaceFigures;
import org.gridwright.core.hotspot.local.Quadrant;
import org.gridwright.core.hotspot.rates.CountsAtRisk;
import org.gridwright.data.exchange.CsvOutput;
import org.gridwright.data.exchange.CsvRecordWriter;
import org.gridwright.data.exchange.GeoJsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * A tested file place by place, in its order: code, statistic, expectation, variance, z, p, p_bh
 * and class, and then what explains them. A figure that is not defined is empty, and {@code note}
 * says why.
 */
public final class HotspotTable {

  private static final MathContext DIGITS = new MathContext(17);

  private final HotspotAnalysis analysis;
  private final PlaceFigures classified;
  private final Map<String, PlaceFigures> figures = new LinkedHashMap<>();
  private final Map<String, PlaceFigures> further = new LinkedHashMap<>();

  /**
   * A table.
   *
   * @param adjustments with columns of their own, beside Benjamini–Hochberg's
   * @param raw whether classes are of raw p, instead of p_bh
   */
  public HotspotTable(HotspotAnalysis analysis, List<Adjustment> adjustments, boolean raw) {
    this.analysis = analysis;
    LocalTest test = analysis.test();
    PlaceFigures p = test.p();
    PlaceFigures bh = Adjustment.BH.adjusted(p);
    classified = raw ? p : bh;
    figures.put("statistic", test.statistic());
    figures.put("expectation", test.expectation());
    figures.put("variance", test.variance());
    figures.put("z", test.z());
    figures.put("p", p);
    figures.put("p_bh", bh);
    for (Adjustment adjustment : adjustments) {
      if (adjustment != Adjustment.BH) {
        further.put("p_" + adjustment.id(), adjustment.adjusted(p));
      }
    }
    further.put("value", analysis.values());
    analysis.counts().ifPresent(this::addCounts);
  }

  private void addCounts(CountsAtRisk counts) {
    further.put("count", analysis.places().values());
    further.put("at_risk", analysis.places().atRisk());
    further.put("expected", counts.expected());
  }

  /** The class of a place. */
  public PlaceClass classOf(int place) {
    return analysis.test().classOf(place, classified);
  }

  /** The fields of a place by column; numbers, texts, or null. */
  private Map<String, @Nullable Object> fields(int place) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("code", analysis.places().code(place));
    figures.forEach((column, figure) -> fields.put(column, number(figure.at(place))));
    fields.put("class", classOf(place).id());
    if (analysis.test().options().method() == LocalMethod.MORAN) {
      fields.put("quadrant", analysis.test().quadrant(place).map(Quadrant::letters).orElse(null));
    }
    further.forEach((column, figure) -> fields.put(column, number(figure.at(place))));
    fields.put("neighbours", analysis.test().neighbours(place));
    fields.put("note", analysis.reason(place).map(NotDefined::id).orElse(null));
    return fields;
  }

  private static @Nullable BigDecimal number(OptionalDouble figure) {
    return figure.isEmpty() ? null : new BigDecimal(figure.getAsDouble()).round(DIGITS);
  }

  /** Writes a CSV; leaves the stream open. */
  public void writeCsv(OutputStream out, CsvOutput output) {
    try (CsvRecordWriter csv = new CsvRecordWriter(out, output)) {
      boolean[] begun = new boolean[1];
      analysis
          .places()
          .inFileOrder()
          .forEach(
              place -> {
                Map<String, @Nullable Object> fields = fields(place);
                if (!begun[0]) {
                  csv.write(fields.keySet());
                  begun[0] = true;
                }
                List<String> cells = new ArrayList<>();
                fields.values().forEach(value -> cells.add(value == null ? "" : value.toString()));
                csv.write(cells);
              });
    }
  }

  /**
   * Writes one FeatureCollection with the places' geometries; leaves the stream open.
   *
   * @throws HotspotInputException when coordinates are metres, which GeoJSON cannot hold
   */
  public void writeGeoJson(OutputStream out) {
    if (analysis.places().isPlanar()) {
      throw HotspotInputException.of("hotspot.planar-geojson");
    }
    try (GeoJsonWriter json = new GeoJsonWriter(out)) {
      analysis
          .places()
          .inFileOrder()
          .forEach(place -> json.write(null, fields(place), analysis.places().shape(place)));
    }
  }
}
