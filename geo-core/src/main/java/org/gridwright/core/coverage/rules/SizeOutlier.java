package org.gridwright.core.coverage.rules;

import java.util.Optional;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.Wording;

/**
 * A grid with less than the median area divided by a factor, or more than the median times it.
 *
 * @param factor above 1
 */
public record SizeOutlier(double factor) implements UnitRule {

  @Override
  public Optional<Finding> find(UnitShapes.ValidGrid shape, double medianSquareMetres) {
    double size = shape.squareMetres();
    return isOutlier(size, medianSquareMetres)
        ? Optional.of(
            shape.finding(
                Finding.Kind.SIZE_OUTLIER,
                shape.steps(),
                0,
                Wording.figure(size),
                Wording.figure(medianSquareMetres)))
        : Optional.empty();
  }

  /** What this rule found earlier, at a grid that is the same and a median that is not. */
  Finding reworded(Finding known, double medianSquareMetres) {
    return known.withMessage(
        known
            .kind()
            .says(
                known.units().get(0),
                Wording.figure(known.areaSquareMetres()),
                Wording.figure(medianSquareMetres)));
  }

  /** Whether a size is far from a median; never where one of them is not a number. */
  boolean isOutlier(double squareMetres, double median) {
    return squareMetres < median / factor || squareMetres > median * factor;
  }
}
