package org.gridwright.data.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.gridwright.core.plan.PlanException;
import org.gridwright.data.exchange.Feature;
import org.gridwright.data.message.DataMessages;

/**
 * A level and the fields that its codes come from.
 *
 * @param level the level's name
 * @param fields joined with {@code -}; at least one
 */
public record LevelFields(String level, List<String> fields) {

  public LevelFields {
    fields = List.copyOf(fields);
  }

  /**
   * Reads a list such as {@code district=district,sector=district+sector,beat=beat}, coarse to
   * fine. A level without {@code =} takes its codes from the field of its own name.
   *
   * @throws PlanException when the text is not such a list
   */
  public static List<LevelFields> parse(String text) {
    List<LevelFields> levels = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      String[] sides = part.split("=", 2);
      String level = sides[0].strip();
      List<String> fields =
          Arrays.stream(sides[sides.length - 1].split("\\+", -1)).map(String::strip).toList();
      if (level.isEmpty() || fields.contains("")) {
        throw new PlanException(DataMessages.of("intake.levels-unreadable", text));
      }
      levels.add(new LevelFields(level, fields));
    }
    return List.copyOf(levels);
  }

  /** The code of a feature at this level. */
  String code(Feature feature) {
    return fields.stream().map(feature::required).collect(Collectors.joining("-"));
  }

  /** This level with the fields of its parent in front, as {@link #parse} reads it. */
  String joinedWith(LevelFields parent) {
    List<String> joined = new ArrayList<>(parent.fields());
    fields.stream().filter(field -> !joined.contains(field)).forEach(joined::add);
    return level + "=" + String.join("+", joined);
  }
}
