package org.gridwright.core.coverage;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A grid with less than the median area divided by a factor, or more than the median times it.
 *
 * @param factor above 1
 */
public record SizeOutlier(double factor) implements UnitRule {

  @Override
  public String name() {
    return "size-outlier";
  }

  @Override
  public Map<String, Double> parameters() {
    return Map.of("factor", factor);
  }

  @Override
  public List<Finding> find(UnitShapes shapes) {
    double[] sizes = shapes.sizes();
    if (sizes.length == 0) {
      return List.of();
    }
    double median = sizes[sizes.length / 2];
    return shapes.each(
        shape -> {
          double size = shape.squareMetres();
          return size >= median / factor && size <= median * factor
              ? Optional.empty()
              : Optional.of(
                  shape.finding(
                      Finding.Kind.SIZE_OUTLIER,
                      shape.steps(),
                      0,
                      Wording.figure(size),
                      Wording.figure(median)));
        });
  }
}
