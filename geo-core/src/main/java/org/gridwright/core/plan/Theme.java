package org.gridwright.core.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.gridwright.core.message.Message;

/**
 * One way of dividing the city for one purpose.
 *
 * @param id short identity used in commands and URLs: lower-case letters, digits and hyphens, at
 *     most 64
 * @param title what people call it
 * @param codes how unit codes are formed
 * @param levels coarse to fine, at least one; {@code levels.get(i).depth() == i}
 */
public record Theme(String id, String title, CodeScheme codes, List<Level> levels) {

  public Theme {
    levels = List.copyOf(levels);
    if (!id.matches("[a-z0-9][a-z0-9-]{0,63}")) {
      throw new PlanException(Message.core("plan.theme-id", id));
    }
    if (levels.isEmpty()) {
      throw new PlanException(Message.core("plan.theme-without-levels", id));
    }
    Set<String> names = new HashSet<>();
    for (int i = 0; i < levels.size(); i++) {
      if (levels.get(i).depth() != i || !names.add(levels.get(i).name())) {
        throw new PlanException(Message.core("plan.theme-levels", id));
      }
    }
  }

  /** A theme whose levels are named coarse to fine. */
  public static Theme of(String id, String title, CodeScheme codes, String... levelNames) {
    return new Theme(
        id,
        title,
        codes,
        IntStream.range(0, levelNames.length).mapToObj(i -> new Level(i, levelNames[i])).toList());
  }

  /** The finest level, whose units are grids. */
  public Level gridLevel() {
    return levels.get(levels.size() - 1);
  }

  public Optional<Level> level(String name) {
    return levels.stream().filter(level -> level.name().equals(name)).findFirst();
  }
}
