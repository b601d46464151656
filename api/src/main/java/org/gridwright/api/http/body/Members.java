package org.gridwright.api.http.body;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.lattice.LatticeLine;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.message.Message;
import org.gridwright.data.store.StoredDates;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The members of one JSON object of a body. A null counts as absent. Each method throws a {@link
 * ProblemException} 400 that names the member when it is not what the method asks for. For one
 * thread.
 */
public final class Members {

  private final JsonNode object;
  private final String path;
  private final Set<String> asked = new HashSet<>();

  private Members(JsonNode object, String path) {
    this.object = object;
    this.path = path;
  }

  /** The members of a body, which must be an object. */
  public static Members of(JsonNode body) {
    return new Members(body, "");
  }

  /** A text of 1 to {@code max} characters without control characters; surrounding blanks go. */
  public String text(String name, int max) {
    return optionalText(name, max).orElseThrow(() -> missing(name));
  }

  /** As {@link #text}, where it may be left out. */
  public Optional<String> optionalText(String name, int max) {
    JsonNode value = find(name);
    return value == null ? Optional.empty() : Optional.of(word(value, at(name), max));
  }

  /** A text of up to {@code max} characters, which may be empty and have several lines. */
  public Optional<String> optionalLines(String name, int max) {
    JsonNode value = find(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!value.isString()
        || value.stringValue().length() > max
        || !isPrintable(value.stringValue().replace("\n", ""))) {
      throw bad(name, ApiMessages.of("http.member-lines", at(name), max));
    }
    return Optional.of(value.stringValue().strip());
  }

  /** One of the given words. */
  public Optional<String> optionalWord(String name, List<String> words) {
    JsonNode value = find(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!value.isString() || !words.contains(value.stringValue())) {
      throw bad(name, ApiMessages.of("http.member-choice", at(name), String.join(", ", words)));
    }
    return Optional.of(value.stringValue());
  }

  /**
   * A list of {@code min} to {@code max} texts, each as {@link #text} has it; a single text is a
   * list of one.
   */
  public List<String> texts(String name, int min, int max, int maxLength) {
    JsonNode value = require(name);
    if (value.isString() && min <= 1) {
      return List.of(word(value, at(name), maxLength));
    }
    if (!value.isArray() || value.size() < min || value.size() > max) {
      throw bad(name, ApiMessages.of("http.member-list", at(name), min, max));
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      texts.add(word(value.get(i), at(name) + "[" + i + "]", maxLength));
    }
    return List.copyOf(texts);
  }

  /** As {@link #texts}, where it may be left out. */
  public Optional<List<String>> optionalTexts(String name, int min, int max, int maxLength) {
    return find(name) == null ? Optional.empty() : Optional.of(texts(name, min, max, maxLength));
  }

  /** Texts by key; a null as value stays null. */
  public Map<String, @Nullable String> textsByKey(String name, int max, int maxLength) {
    JsonNode value = require(name);
    if (!value.isObject() || value.size() > max) {
      throw bad(name, ApiMessages.of("http.member-object", at(name), max));
    }
    Map<String, @Nullable String> texts = new LinkedHashMap<>();
    value
        .properties()
        .forEach(
            each -> {
              String at = at(name) + "." + each.getKey();
              if (each.getKey().isBlank()
                  || each.getKey().length() > maxLength
                  || !isPrintable(each.getKey())) {
                throw badAt(at, ApiMessages.of("http.member-key", at(name), maxLength));
              }
              texts.put(
                  each.getKey(),
                  each.getValue().isNull() ? null : word(each.getValue(), at, maxLength));
            });
    return texts;
  }

  /** A finite number of at least {@code min}. */
  public Optional<Double> optionalNumber(String name, double min) {
    JsonNode value = find(name);
    if (value == null) {
      return Optional.empty();
    }
    double number = value.isNumber() ? value.doubleValue() : Double.NaN;
    if (!Double.isFinite(number) || number < min) {
      throw bad(name, ApiMessages.of("http.member-number-from", at(name), min));
    }
    return Optional.of(number);
  }

  /** A list of 1 to {@code max} finite numbers of at least {@code min}. */
  public Optional<List<Double>> optionalNumbers(String name, int max, double min) {
    JsonNode value = find(name);
    if (value == null) {
      return Optional.empty();
    }
    List<Double> numbers = new ArrayList<>();
    value.forEach(each -> numbers.add(each.isNumber() ? each.doubleValue() : Double.NaN));
    boolean sound = numbers.stream().allMatch(each -> Double.isFinite(each) && each >= min);
    if (!value.isArray() || numbers.isEmpty() || numbers.size() > max || !sound) {
      throw bad(name, ApiMessages.of("http.member-numbers", at(name), max, min));
    }
    return Optional.of(List.copyOf(numbers));
  }

  /** A whole number of at least 0, such as an id. */
  public Optional<Long> optionalId(String name) {
    JsonNode value = find(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
      throw bad(name, ApiMessages.of("http.member-id", at(name)));
    }
    return Optional.of(value.longValue());
  }

  /** True or false; false where it is left out. */
  public boolean flag(String name) {
    return optionalFlag(name).orElse(false);
  }

  public Optional<Boolean> optionalFlag(String name) {
    JsonNode value = find(name);
    if (value != null && !value.isBoolean()) {
      throw bad(name, ApiMessages.of("http.member-flag", at(name)));
    }
    return Optional.ofNullable(value).map(JsonNode::booleanValue);
  }

  public LocalDate date(String name) {
    String text = text(name, 40);
    try {
      return StoredDates.parse(text);
    } catch (DateTimeException malformed) {
      throw bad(name, ApiMessages.of("http.parameter-date", at(name), text));
    }
  }

  /** A list of 1 to {@code max} objects. */
  public List<Members> objects(String name, int max) {
    JsonNode value = require(name);
    if (!value.isArray() || value.isEmpty() || value.size() > max) {
      throw bad(name, ApiMessages.of("http.member-list", at(name), 1, max));
    }
    List<Members> objects = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      String at = at(name) + "[" + i + "]";
      if (!value.get(i).isObject()) {
        throw badAt(at, ApiMessages.of("http.member-object-expected", at));
      }
      objects.add(new Members(value.get(i), at));
    }
    return objects;
  }

  public Optional<Members> optionalObject(String name) {
    JsonNode value = find(name);
    if (value != null && !value.isObject()) {
      throw bad(name, ApiMessages.of("http.member-object-expected", at(name)));
    }
    return Optional.ofNullable(value).map(object -> new Members(object, at(name)));
  }

  /** A position {@code [lon, lat]} in degrees, rounded to the lattice. */
  public LatticePoint position(String name) {
    return Geometries.position(require(name), at(name));
  }

  /** A list of one or more positions. */
  public List<LatticePoint> positions(String name) {
    return Geometries.positions(require(name), at(name));
  }

  /** Two different positions. */
  public List<LatticePoint> edge(String name) {
    return Geometries.edge(require(name), at(name));
  }

  /** A LineString of at least two different positions. */
  public List<LatticePoint> line(String name) {
    return Geometries.line(require(name), at(name));
  }

  /** All lines of a geometry or of features; none where it is left out. */
  public List<LatticeLine> lines(String name) {
    JsonNode value = find(name);
    return value == null ? List.of() : Geometries.lines(value, at(name));
  }

  /** A Polygon or MultiPolygon. */
  public LatticeMultiPolygon area(String name) {
    return Geometries.area(require(name), at(name));
  }

  /** Whether the member is there, and not null. */
  public boolean has(String name) {
    return find(name) != null;
  }

  /** Whether the member is a list. */
  public boolean isList(String name) {
    JsonNode value = find(name);
    return value != null && value.isArray();
  }

  /** Whether the member is an object. */
  public boolean isObject(String name) {
    JsonNode value = find(name);
    return value != null && value.isObject();
  }

  /** The names of all members, in the order of the body. */
  public List<String> names() {
    return object.propertyNames().stream().toList();
  }

  /**
   * Says that every member there may be has been asked for.
   *
   * @throws ProblemException when there is another one
   */
  public void nothingElse() {
    for (String name : names()) {
      if (!asked.contains(name)) {
        throw bad(
            name,
            ApiMessages.of(
                "http.member-unknown",
                at(name),
                String.join(", ", asked.stream().sorted().toList())));
      }
    }
  }

  /** A 400 that names a member of this object. */
  public ProblemException bad(String name, Message told) {
    return badAt(at(name), told);
  }

  /** A 400 that says that a member is missing. */
  public ProblemException missing(String name) {
    return bad(name, ApiMessages.of("http.member-missing", at(name)));
  }

  /** The path of a member of this object. */
  public String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  static ProblemException badAt(String path, Message told) {
    return ProblemException.badBody(path, told);
  }

  private @Nullable JsonNode find(String name) {
    asked.add(name);
    JsonNode value = object.get(name);
    return value == null || value.isNull() ? null : value;
  }

  private JsonNode require(String name) {
    JsonNode value = find(name);
    if (value == null) {
      throw missing(name);
    }
    return value;
  }

  /** Whether a text has no control characters and no halves of characters, which no store keeps. */
  private static boolean isPrintable(String text) {
    return text.codePoints()
        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
  }

  private static String word(JsonNode value, String at, int max) {
    String text = value.isString() ? value.stringValue().strip() : "";
    if (text.isEmpty() || text.length() > max || !isPrintable(text)) {
      throw badAt(at, ApiMessages.of("http.member-word", at, max));
    }
    return text;
  }
}
