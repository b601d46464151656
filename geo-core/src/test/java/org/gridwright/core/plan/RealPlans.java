package org.gridwright.core.plan;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.gridwright.core.RealData;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.locationtech.jts.geom.Coordinate;

/**
 * Real boundary files as one-level plans, for the tests of this module, which must not depend on
 * the readers of the data module. Understands well-formed GeoJSON only. Features that share a code
 * are parts of one unit.
 */
public final class RealPlans {

  private final String text;
  private int at;

  private RealPlans(String text) {
    this.text = text;
  }

  /** The plan of a file below the data folder; skips the test where it is absent. */
  public static Plan read(String relative, String codeField) {
    Path file = RealData.file(relative);
    Map<String, List<LatticePolygon>> parts = new TreeMap<>();
    Map<?, ?> collection = (Map<?, ?>) new RealPlans(unzipped(file)).value();
    for (Object each : (List<?>) collection.get("features")) {
      Map<?, ?> feature = (Map<?, ?>) each;
      String code = String.valueOf(((Map<?, ?>) feature.get("properties")).get(codeField));
      Map<?, ?> geometry = (Map<?, ?>) feature.get("geometry");
      List<?> coordinates = (List<?>) geometry.get("coordinates");
      List<LatticePolygon> polygons = parts.computeIfAbsent(code, it -> new ArrayList<>());
      if (geometry.get("type").equals("Polygon")) {
        polygons.add(polygon(coordinates));
      } else {
        coordinates.forEach(it -> polygons.add(polygon((List<?>) it)));
      }
    }
    List<Unit> units = new ArrayList<>();
    parts.forEach(
        (code, polygons) ->
            units.add(new Unit(0, code, null, code, Map.of(), new LatticeMultiPolygon(polygons))));
    return Plan.of(Theme.of("real", relative, CodeScheme.FREE, "grid"), units);
  }

  /** Lines of a gzip-compressed text file below the data folder. */
  public static List<String> lines(String relative) {
    return unzipped(RealData.file(relative)).lines().toList();
  }

  private static String unzipped(Path file) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      StringBuilder all = new StringBuilder();
      char[] buffer = new char[1 << 16];
      for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
        all.append(buffer, 0, n);
      }
      return all.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LatticePolygon polygon(List<?> rings) {
    List<LatticeRing> read = new ArrayList<>();
    for (Object ring : rings) {
      List<?> points = (List<?>) ring;
      int[] xy = new int[2 * points.size()];
      for (int i = 0; i < points.size(); i++) {
        Coordinate point = (Coordinate) points.get(i);
        xy[2 * i] = Lattice.longitude(point.x);
        xy[2 * i + 1] = Lattice.latitude(point.y);
      }
      if (wideEnough(xy)) {
        read.add(LatticeRing.of(xy));
      }
    }
    return new LatticePolygon(read.get(0), read.subList(1, read.size()));
  }

  /** Whether three different points remain on the lattice, as the product's readers require. */
  private static boolean wideEnough(int[] xy) {
    int steps = 0;
    for (int i = 2; i < xy.length; i += 2) {
      steps += xy[i] != xy[i - 2] || xy[i + 1] != xy[i - 1] ? 1 : 0;
    }
    return steps >= 3;
  }

  /** A JSON value; an array of numbers is read as a {@link Coordinate}. */
  private Object value() {
    char c = next();
    if (c == '{') {
      at++;
      Map<String, Object> object = new LinkedHashMap<>();
      while (next() != '}') {
        String key = string();
        next();
        at++;
        object.put(key, value());
        skipComma();
      }
      at++;
      return object;
    }
    if (c == '[') {
      return array();
    }
    return c == '"' ? string() : bare();
  }

  private Object array() {
    at++;
    List<Object> items = new ArrayList<>();
    while (next() != ']') {
      items.add(value());
      skipComma();
    }
    at++;
    boolean point = items.size() >= 2 && items.get(0) instanceof Double;
    return point ? new Coordinate((Double) items.get(0), (Double) items.get(1)) : items;
  }

  private void skipComma() {
    if (next() == ',') {
      at++;
    }
  }

  private char next() {
    while (Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return text.charAt(at);
  }

  private String string() {
    StringBuilder read = new StringBuilder();
    for (at++; text.charAt(at) != '"'; at++) {
      if (text.charAt(at) == '\\') {
        at++;
      }
      read.append(text.charAt(at));
    }
    at++;
    return read.toString();
  }

  private Object bare() {
    int from = at;
    while ("+-.0123456789eEtrufalsn".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String word = text.substring(from, at);
    return Character.isLetter(word.charAt(0)) ? word : (Object) Double.valueOf(word);
  }
}
