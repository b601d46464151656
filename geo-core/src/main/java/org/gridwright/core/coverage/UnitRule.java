package org.gridwright.core.coverage;

import java.util.List;
import java.util.Map;
import org.gridwright.core.message.Message;

/**
 * A rule about the shape of single grids. What it finds is worth a look and never blocks. A rule is
 * data: its name and its parameters say all, and {@link #named} makes it again.
 */
public sealed interface UnitRule permits DisconnectedUnit, NarrowNeck, SizeOutlier, SliverUnit {

  /** Short name for files and settings, such as {@code narrow-neck}. */
  String name();

  /** Parameters by name; empty where the rule has none. */
  Map<String, Double> parameters();

  /** What the rule finds; areas that are not valid are passed over. */
  List<Finding> find(UnitShapes shapes);

  /** All rules with their usual parameters. */
  static List<UnitRule> usual() {
    return List.of(
        new DisconnectedUnit(), new NarrowNeck(10), new SizeOutlier(10), new SliverUnit(0.1));
  }

  /**
   * The rule of a name and its parameters.
   *
   * @throws CoverageException when there is no rule of that name, or a parameter is missing
   */
  static UnitRule named(String name, Map<String, Double> parameters) {
    return switch (name) {
      case "disconnected-unit" -> new DisconnectedUnit();
      case "narrow-neck" -> new NarrowNeck(parameter(name, parameters, "metres"));
      case "size-outlier" -> new SizeOutlier(parameter(name, parameters, "factor"));
      case "sliver" -> new SliverUnit(parameter(name, parameters, "roundness"));
      default -> throw new CoverageException(Message.core("coverage.rule-unknown", name));
    };
  }

  private static double parameter(String rule, Map<String, Double> parameters, String parameter) {
    Double value = parameters.get(parameter);
    if (value == null) {
      throw new CoverageException(Message.core("coverage.rule-parameter", rule, parameter));
    }
    return value;
  }
}
