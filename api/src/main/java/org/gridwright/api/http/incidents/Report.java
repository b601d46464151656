package org.gridwright.api.http.incidents;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import org.gridwright.api.http.DegreePoints;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.lattice.LatticePoint;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a client reports.
 *
 * @param theme whose grid it is given; null for the first theme
 * @param occurred null for now
 */
record Report(
    LatticePoint place,
    String category,
    String channel,
    @Nullable String theme,
    @Nullable LocalDateTime occurred) {

  private static final int MAX_WORD = 100;
  private static final int EARLIEST_YEAR = 1900;
  private static final int LATEST_YEAR = 2200;

  static Report parse(JsonNode body) {
    String category = word(body, "category");
    if (category == null) {
      throw ProblemException.badBody("category", ApiMessages.of("http.member-missing", "category"));
    }
    String channel = word(body, "channel");
    return new Report(
        DegreePoints.of(number(body, "lon"), number(body, "lat"), ProblemException::badBody),
        category,
        channel == null ? "app" : channel,
        word(body, "theme"),
        occurred(body));
  }

  private static double number(JsonNode body, String name) {
    JsonNode value = body.get(name);
    if (value == null || !value.isNumber()) {
      throw ProblemException.badBody(name, ApiMessages.of("http.member-number", name));
    }
    return value.doubleValue();
  }

  private static @Nullable String word(JsonNode body, String name) {
    JsonNode value = body.get(name);
    if (value == null || value.isNull()) {
      return null;
    }
    String text = value.isString() ? value.stringValue().strip() : "";
    if (text.isEmpty()
        || text.length() > MAX_WORD
        || text.chars().anyMatch(Character::isISOControl)) {
      throw ProblemException.badBody(
          name, ApiMessages.of("http.member-word", name, String.valueOf(MAX_WORD)));
    }
    return text;
  }

  private static @Nullable LocalDateTime occurred(JsonNode body) {
    String text = word(body, "occurred");
    if (text == null) {
      return null;
    }
    try {
      LocalDateTime occurred = LocalDateTime.parse(text);
      if (occurred.getYear() >= EARLIEST_YEAR && occurred.getYear() < LATEST_YEAR) {
        return occurred;
      }
    } catch (DateTimeException malformed) {
      // told below, together with years that no city was divided in
    }
    throw ProblemException.badBody(
        "occurred", ApiMessages.of("http.parameter-moment", "occurred", text));
  }
}
