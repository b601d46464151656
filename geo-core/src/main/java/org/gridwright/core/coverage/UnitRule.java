package org.gridwright.core.coverage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridwright.core.message.Message;

/**
 * A rule about the shape of single grids. What it finds is worth a look and never blocks. A rule is
 * data: its name and its parameters say all, and {@link #of} makes it again.
 */
public sealed interface UnitRule permits DisconnectedUnit, NarrowNeck, SizeOutlier, SliverUnit {

  /** Short name for files and settings, such as {@code narrow-neck}. */
  String name();

  /** Parameters by name; empty where the rule has none. */
  Map<String, Double> parameters();

  /**
   * What the rule finds at a valid grid.
   *
   * @param medianSquareMetres the median area of the plan's valid grids; a number only where one of
   *     the plan's rules compares sizes
   */
  Optional<Finding> find(UnitShapes.Shape shape, double medianSquareMetres);

  /** All rules with their usual parameters. */
  static List<UnitRule> usual() {
    return List.of(
        new DisconnectedUnit(), new NarrowNeck(10), new SizeOutlier(10), new SliverUnit(0.1));
  }

  /**
   * The rule that a setting describes.
   *
   * @throws CoverageException when it is a setting of another kind of rule
   */
  static UnitRule of(Rule rule) {
    return switch (rule.kind()) {
      case DISCONNECTED_UNIT -> new DisconnectedUnit();
      case NARROW_NECK -> new NarrowNeck(rule.parameter("metres"));
      case SIZE_OUTLIER -> new SizeOutlier(rule.parameter("factor"));
      case SLIVER -> new SliverUnit(rule.parameter("roundness"));
      default ->
          throw new CoverageException(Message.core("coverage.rule-not-of-units", rule.name()));
    };
  }

  /** Whether a kind of rule is about the shape of single grids. */
  static boolean isOne(RuleKind kind) {
    return switch (kind) {
      case DISCONNECTED_UNIT, NARROW_NECK, SIZE_OUTLIER, SLIVER -> true;
      default -> false;
    };
  }
}
