package org.gridwright.core.plan;

import org.gridwright.core.message.Message;

/**
 * A step of a theme's hierarchy.
 *
 * @param depth 0 for the coarsest level
 * @param name the city's word for it, such as {@code community}; unique within the theme
 */
public record Level(int depth, String name) {

  public Level {
    if (depth < 0 || name.isBlank()) {
      throw new PlanException(Message.core("plan.level-unnamed"));
    }
  }
}
