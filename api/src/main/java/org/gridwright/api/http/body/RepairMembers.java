package org.gridwright.api.http.body;

import java.util.HashMap;
import java.util.Map;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.repair.Choice;
import org.gridwright.core.repair.RepairException;
import org.gridwright.core.repair.RepairOptions;

/**
 * How boundaries are to be mended, as members of a body: {@code snapMetres}, {@code
 * gapWidthMetres}, {@code inletMetres}, {@code gaps}, {@code overlaps} and {@code choices}. What is
 * left out is as in {@link RepairOptions#STANDARD}.
 */
public final class RepairMembers {

  /** Findings that can be named in one body. */
  public static final int MOST_CHOICES = 100_000;

  /** Length of the id of a finding, and of a receiver. */
  public static final int MAX_ID = 200;

  private static final String TO = "to:";

  private RepairMembers() {}

  /**
   * The options that a body names.
   *
   * @throws ProblemException 400 when a measure is out of its range, or a receiver is none
   */
  public static RepairOptions options(Members members) {
    RepairOptions standard = RepairOptions.STANDARD;
    double snap = members.optionalNumber("snapMetres", 0).orElse(standard.snapMetres());
    double gap = members.optionalNumber("gapWidthMetres", 0).orElse(standard.gapWidthMetres());
    double inlet = members.optionalNumber("inletMetres", 0).orElse(standard.inletMetres());
    Choice gaps = choice(members, "gaps", standard.gaps());
    Choice overlaps = choice(members, "overlaps", standard.overlaps());
    Map<String, Choice> byFinding = byFinding(members);
    try {
      return new RepairOptions(snap, gap, inlet, gaps, overlaps, byFinding, null);
    } catch (RepairException outOfRange) {
      throw ProblemException.badBody(null, outOfRange.told());
    }
  }

  private static Map<String, Choice> byFinding(Members members) {
    Map<String, Choice> choices = new HashMap<>();
    if (members.has("choices")) {
      members
          .textsByKey("choices", MOST_CHOICES, MAX_ID)
          .forEach(
              (id, word) ->
                  choices.put(id, choice(members.at("choices") + "." + id, String.valueOf(word))));
    }
    return choices;
  }

  private static Choice choice(Members members, String name, Choice otherwise) {
    return members
        .optionalText(name, MAX_ID)
        .map(word -> choice(members.at(name), word))
        .orElse(otherwise);
  }

  private static Choice choice(String path, String word) {
    return switch (word) {
      case "both-corners" -> Choice.BOTH_CORNERS;
      case "middle" -> Choice.MIDDLE;
      case "longest-border" -> Choice.LONGEST_BORDER;
      case "largest" -> Choice.LARGEST;
      case "smallest" -> Choice.SMALLEST;
      case "leave" -> Choice.LEAVE;
      default -> {
        if (!word.startsWith(TO) || word.length() == TO.length()) {
          throw ProblemException.badBody(
              path,
              ApiMessages.of(
                  "http.member-choice",
                  path,
                  "both-corners, middle, longest-border, largest, smallest, leave, to:…"));
        }
        yield Choice.to(word.substring(TO.length()));
      }
    };
  }
}
