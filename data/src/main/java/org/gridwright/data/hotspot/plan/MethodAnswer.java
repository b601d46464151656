package org.gridwright.data.hotspot.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gridwright.data.hotspot.DensityRaster;
import org.gridwright.data.hotspot.FigureSheet;
import org.gridwright.data.hotspot.MethodNote;
import org.jspecify.annotations.Nullable;

/**
 * What a method answered: the same figures for a page, an API and files. Immutable.
 *
 * @param outside incidents that no unit owns
 * @param summary what is told of all places together, by name
 * @param classes how many places are in each class; empty where the method has none
 * @param clusters what a scan found, the strongest first; empty for other methods
 * @param notes what a person should know before believing it
 * @param sheet the rows
 * @param beside further tables, by name
 * @param raster of a density; empty for other methods
 * @param weight about how many numbers are held
 */
public record MethodAnswer(
    long outside,
    Map<String, @Nullable Object> summary,
    SortedMap<String, Integer> classes,
    List<Map<String, @Nullable Object>> clusters,
    List<MethodNote> notes,
    FigureSheet sheet,
    Map<String, FigureSheet> beside,
    Optional<DensityRaster> raster,
    long weight) {

  public MethodAnswer {
    summary = Collections.unmodifiableMap(new LinkedHashMap<>(summary));
    classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
    clusters = List.copyOf(clusters);
    notes = List.copyOf(notes);
    beside = Map.copyOf(beside);
  }

  /** Rows with what is told of all of them. */
  static MethodAnswer of(
      Map<String, @Nullable Object> summary,
      List<MethodNote> notes,
      FigureSheet sheet,
      long weight) {
    return new MethodAnswer(
        0, summary, new TreeMap<>(), List.of(), notes, sheet, Map.of(), Optional.empty(), weight);
  }

  MethodAnswer outside(long count) {
    return new MethodAnswer(
        count, summary, classes, clusters, notes, sheet, beside, raster, weight);
  }

  MethodAnswer inClasses(SortedMap<String, Integer> counts) {
    return new MethodAnswer(
        outside, summary, counts, clusters, notes, sheet, beside, raster, weight);
  }

  MethodAnswer withClusters(List<Map<String, @Nullable Object>> found) {
    return new MethodAnswer(outside, summary, classes, found, notes, sheet, beside, raster, weight);
  }

  MethodAnswer withTable(String name, FigureSheet table) {
    return new MethodAnswer(
        outside, summary, classes, clusters, notes, sheet, Map.of(name, table), raster, weight);
  }

  MethodAnswer withRaster(DensityRaster made) {
    return new MethodAnswer(
        outside, summary, classes, clusters, notes, sheet, beside, Optional.of(made), weight);
  }
}
