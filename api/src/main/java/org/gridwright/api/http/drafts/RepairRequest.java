package org.gridwright.api.http.drafts;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridwright.api.http.Json;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.body.Members;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.repair.Choice;
import org.gridwright.core.repair.RepairException;
import org.gridwright.core.repair.RepairOptions;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.RevisionNote;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The body of {@code POST /api/v1/drafts/{id}/repairs}.
 *
 * @param apply whether to store what would be done
 * @param json the whole request, for the history
 */
record RepairRequest(RepairOptions options, boolean apply, String reason, String json) {

  private static final int MAX_ID = 200;
  private static final int MOST_CHOICES = 100_000;
  private static final String TO = "to:";

  static RepairRequest parse(JsonNode body) {
    Members members = Members.of(body);
    Optional<List<String>> only = members.optionalTexts("only", 0, MOST_CHOICES, MAX_ID);
    Choice gaps = choice(members, "gaps");
    Choice overlaps = choice(members, "overlaps");
    Map<String, Choice> byFinding = byFinding(members);
    RepairOptions options =
        options(
            members.optionalNumber("snapMetres", 0).orElse(0.0),
            members.optionalNumber("gapWidthMetres", 0).orElse(Double.POSITIVE_INFINITY),
            members.optionalNumber("inletMetres", 0).orElse(0.0),
            gaps,
            overlaps,
            byFinding,
            only.map(Set::copyOf).orElse(null));
    RepairRequest request =
        new RepairRequest(
            options,
            members.flag("apply"),
            members.optionalLines("reason", DraftRequest.MAX_TEXT).orElse(""),
            Json.MAPPER.writeValueAsString(body));
    members.nothingElse();
    return request;
  }

  private static RepairOptions options(
      double snapMetres,
      double gapWidthMetres,
      double inletMetres,
      Choice gaps,
      Choice overlaps,
      Map<String, Choice> byFinding,
      @Nullable Set<String> only) {
    try {
      return new RepairOptions(
          snapMetres, gapWidthMetres, inletMetres, gaps, overlaps, byFinding, only);
    } catch (RepairException outOfRange) {
      throw ProblemException.badBody(null, outOfRange.told());
    }
  }

  RevisionNote note(Actor author) {
    return new RevisionNote("repair", json, author, reason);
  }

  private static Map<String, Choice> byFinding(Members members) {
    Map<String, Choice> choices = new HashMap<>();
    if (members.has("choices")) {
      new LinkedHashMap<>(members.textsByKey("choices", MOST_CHOICES, MAX_ID))
          .forEach(
              (id, word) ->
                  choices.put(id, choice(members.at("choices") + "." + id, String.valueOf(word))));
    }
    return choices;
  }

  private static Choice choice(Members members, String name) {
    return members
        .optionalText(name, MAX_ID)
        .map(word -> choice(members.at(name), word))
        .orElse(Choice.BOTH_CORNERS);
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
