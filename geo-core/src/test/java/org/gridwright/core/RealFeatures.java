package org.gridwright.core;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Reads the polygons of well-formed GeoJSON files for tests, and nothing else; the product's reader
 * lives in the data module.
 */
public final class RealFeatures {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final BufferedReader in;
  private final List<Map<String, Object>> features = new ArrayList<>();
  private int next;

  private RealFeatures(BufferedReader in) throws IOException {
    this.in = in;
    this.next = in.read();
  }

  /** Features of a file; {@code geometry} holds a JTS geometry. */
  public static List<Map<String, Object>> read(Path file) {
    try (BufferedReader text = open(file)) {
      RealFeatures reader = new RealFeatures(text);
      reader.value("");
      return reader.features;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines of a text file, such as a CSV. */
  public static List<String> lines(Path file) {
    try (BufferedReader text = open(file)) {
      return text.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedReader open(Path file) throws IOException {
    InputStream raw = Files.newInputStream(file);
    InputStream bytes = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
    return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
  }

  /** A one-level plan of a file; features that share a code are parts of one unit. */
  public static Plan plan(Path file, String codeField) {
    return plan(file, Theme.of("real", "Real", CodeScheme.FREE, "grid"), List.of(codeField));
  }

  /**
   * A plan of several levels of a file. A code is joined of its field and those before it.
   *
   * @param codeFields of each level, coarse to fine, under which its units are numbered
   */
  public static Plan levels(Path file, String... codeFields) {
    Theme theme = Theme.of("real", "Real", CodeScheme.FREE, codeFields);
    return UpperLevels.draw(plan(file, theme, List.of(codeFields)));
  }

  @SuppressWarnings("unchecked")
  private static Plan plan(Path file, Theme theme, List<String> codeFields) {
    Map<String, List<LatticePolygon>> parts = new LinkedHashMap<>();
    Map<String, Unit> units = new LinkedHashMap<>();
    int finest = codeFields.size() - 1;
    for (Map<String, Object> feature : read(file)) {
      Map<String, Object> properties = (Map<String, Object>) feature.get("properties");
      String parent = null;
      for (int depth = 0; depth < finest; depth++) {
        String code = joined(parent, properties, codeFields.get(depth));
        units.putIfAbsent(depth + code, new Unit(depth, code, parent, code, Map.of(), null));
        parent = code;
      }
      String code = joined(parent, properties, codeFields.get(finest));
      parts
          .computeIfAbsent(code, it -> new ArrayList<>())
          .addAll(LatticeJts.fromDegrees((Geometry) feature.get("geometry")).polygons());
      LatticeMultiPolygon area = new LatticeMultiPolygon(parts.get(code));
      units.put(finest + code, new Unit(finest, code, parent, code, Map.of(), area));
    }
    return Plan.of(theme, List.copyOf(units.values()));
  }

  private static String joined(
      @Nullable String parent, Map<String, Object> properties, String field) {
    String own = String.valueOf(properties.get(field));
    return parent == null ? own : parent + "-" + own;
  }

  private Object value(String key) throws IOException {
    skipBlanks();
    return switch (next) {
      case '{' -> object(key);
      case '[' -> array(key);
      case '"' -> string();
      default -> bare();
    };
  }

  private Object object(String key) throws IOException {
    Map<String, Object> members = new LinkedHashMap<>();
    advance();
    for (skipBlanks(); next != '}'; skipBlanks()) {
      if (next == ',') {
        advance();
        skipBlanks();
      }
      String name = string();
      skipBlanks();
      advance();
      members.put(name, value(name));
    }
    advance();
    return key.equals("geometry") ? geometry((List<?>) members.get("coordinates")) : members;
  }

  @SuppressWarnings("unchecked")
  private Object array(String key) throws IOException {
    List<Object> items = new ArrayList<>();
    advance();
    for (skipBlanks(); next != ']'; skipBlanks()) {
      if (next == ',') {
        advance();
      }
      Object item = value("");
      if (key.equals("features")) {
        features.add((Map<String, Object>) item);
      } else {
        items.add(item);
      }
    }
    advance();
    return items;
  }

  private String string() throws IOException {
    StringBuilder text = new StringBuilder();
    for (advance(); next != '"'; advance()) {
      if (next == '\\') {
        advance();
      }
      text.append((char) next);
    }
    advance();
    return text.toString();
  }

  private Object bare() throws IOException {
    StringBuilder text = new StringBuilder();
    while (",]} \n\r\t".indexOf(next) < 0) {
      text.append((char) next);
      advance();
    }
    String word = text.toString();
    return word.matches("true|false|null") ? word : Double.valueOf(word);
  }

  private void advance() throws IOException {
    next = in.read();
  }

  private void skipBlanks() throws IOException {
    while (Character.isWhitespace(next)) {
      advance();
    }
  }

  private static Geometry geometry(List<?> coordinates) {
    boolean multi = ((List<?>) ((List<?>) coordinates.get(0)).get(0)).get(0) instanceof List;
    return multi
        ? FACTORY.createMultiPolygon(
            coordinates.stream().map(it -> polygon((List<?>) it)).toArray(Polygon[]::new))
        : polygon(coordinates);
  }

  private static Polygon polygon(List<?> rings) {
    LinearRing[] all = rings.stream().map(it -> ring((List<?>) it)).toArray(LinearRing[]::new);
    LinearRing[] holes = new LinearRing[all.length - 1];
    System.arraycopy(all, 1, holes, 0, holes.length);
    return FACTORY.createPolygon(all[0], holes);
  }

  private static LinearRing ring(List<?> points) {
    return FACTORY.createLinearRing(
        points.stream()
            .map(it -> (List<?>) it)
            .map(it -> new Coordinate((Double) it.get(0), (Double) it.get(1)))
            .toArray(Coordinate[]::new));
  }
}
