package org.gridwright.api.http.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gridwright.api.http.DegreePoints;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.lattice.LatticeLine;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import tools.jackson.databind.JsonNode;

/**
 * Reads GeoJSON geometries (RFC 7946) as lattice values. Strict: only the members that a geometry
 * has, positions of two or three numbers (the height is dropped), rings closed exactly. Rings may
 * run in either direction, as the RFC asks of readers. Whether a ring is simple is not judged here.
 */
final class Geometries {

  private static final Pattern LON_LAT =
      Pattern.compile(".*(?:CRS84|EPSG:[0-9.]*:?4326)", Pattern.CASE_INSENSITIVE);
  private static final Set<String> MEMBERS = Set.of("type", "coordinates", "bbox");

  private Geometries() {}

  static LatticePoint position(JsonNode node, String path) {
    boolean fits = node.isArray() && (node.size() == 2 || node.size() == 3);
    for (int i = 0; fits && i < node.size(); i++) {
      fits = node.get(i).isNumber();
    }
    if (!fits) {
      throw Members.badAt(path, ApiMessages.of("http.geometry-position", path));
    }
    return DegreePoints.of(
        node.get(0).doubleValue(),
        node.get(1).doubleValue(),
        (ordinate, told) -> Members.badAt(path, told));
  }

  static List<LatticePoint> edge(JsonNode node, String path) {
    List<LatticePoint> ends = positions(node, path);
    if (ends.size() != 2 || ends.get(0).equals(ends.get(1))) {
      throw Members.badAt(path, ApiMessages.of("http.geometry-edge", path));
    }
    return ends;
  }

  static List<LatticePoint> line(JsonNode node, String path) {
    JsonNode coordinates = coordinates(node, path, List.of("LineString"));
    List<LatticePoint> line = positions(coordinates, path + ".coordinates");
    if (line.stream().distinct().count() < 2) {
      throw Members.badAt(path, ApiMessages.of("http.geometry-line-short", path));
    }
    return line;
  }

  /**
   * The lines of a LineString, MultiLineString, Feature or FeatureCollection; other members of
   * features are left aside.
   */
  static List<LatticeLine> lines(JsonNode node, String path) {
    requireLonLat(node, path);
    String type = node.path("type").asString("");
    if (type.equals("FeatureCollection")) {
      String inside = path + ".features";
      JsonNode features = node.path("features");
      if (!features.isArray()) {
        throw Members.badAt(inside, ApiMessages.of("http.geometry-list", inside));
      }
      List<LatticeLine> all = new ArrayList<>();
      for (int i = 0; i < features.size(); i++) {
        all.addAll(lines(features.get(i), inside + "[" + i + "]"));
      }
      return all;
    }
    if (type.equals("Feature")) {
      return lines(node.path("geometry"), path + ".geometry");
    }
    JsonNode coordinates = coordinates(node, path, List.of("LineString", "MultiLineString"));
    String inside = path + ".coordinates";
    if (type.equals("LineString")) {
      return List.of(chain(coordinates, path, inside));
    }
    requireList(coordinates, inside);
    List<LatticeLine> all = new ArrayList<>();
    for (int i = 0; i < coordinates.size(); i++) {
      all.add(chain(coordinates.get(i), path, inside + "[" + i + "]"));
    }
    return all;
  }

  /** A system that old GeoJSON names is not left aside with the other members. */
  private static void requireLonLat(JsonNode node, String path) {
    JsonNode crs = node.path("crs");
    String name = crs.path("properties").path("name").asString("");
    if (crs.isObject() && !LON_LAT.matcher(name).matches()) {
      String inside = path + ".crs";
      throw Members.badAt(inside, ApiMessages.of("http.geometry-crs", inside));
    }
  }

  private static LatticeLine chain(JsonNode coordinates, String geometry, String path) {
    List<LatticePoint> points = positions(coordinates, path);
    if (points.stream().distinct().count() < 2) {
      throw Members.badAt(geometry, ApiMessages.of("http.geometry-line-short", geometry));
    }
    return LatticeLine.of(
        points.stream().flatMapToInt(point -> IntStream.of(point.x(), point.y())).toArray());
  }

  static LatticeMultiPolygon area(JsonNode node, String path) {
    JsonNode coordinates = coordinates(node, path, List.of("Polygon", "MultiPolygon"));
    String inside = path + ".coordinates";
    if (node.get("type").stringValue().equals("Polygon")) {
      return LatticeMultiPolygon.of(polygon(coordinates, inside));
    }
    requireList(coordinates, inside);
    List<LatticePolygon> polygons = new ArrayList<>();
    for (int i = 0; i < coordinates.size(); i++) {
      polygons.add(polygon(coordinates.get(i), inside + "[" + i + "]"));
    }
    return new LatticeMultiPolygon(polygons);
  }

  private static JsonNode coordinates(JsonNode node, String path, List<String> types) {
    JsonNode type = node.get("type");
    if (type == null || !type.isString() || !types.contains(type.stringValue())) {
      throw Members.badAt(
          path, ApiMessages.of("http.geometry-type", path, String.join(", ", types)));
    }
    for (String name : node.propertyNames()) {
      if (!MEMBERS.contains(name)) {
        throw Members.badAt(
            path + "." + name, ApiMessages.of("http.geometry-member", path + "." + name));
      }
    }
    JsonNode coordinates = node.get("coordinates");
    if (coordinates == null) {
      throw Members.badAt(
          path + ".coordinates", ApiMessages.of("http.member-missing", path + ".coordinates"));
    }
    return coordinates;
  }

  private static LatticePolygon polygon(JsonNode node, String path) {
    requireList(node, path);
    List<LatticeRing> rings = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      rings.add(ring(node.get(i), path + "[" + i + "]"));
    }
    return new LatticePolygon(rings.get(0), rings.subList(1, rings.size()));
  }

  private static LatticeRing ring(JsonNode node, String path) {
    List<LatticePoint> points = positions(node, path);
    int last = points.size() - 1;
    if (!node.get(0).equals(node.get(last))) {
      throw Members.badAt(path, ApiMessages.of("http.geometry-ring-open", path));
    }
    int[] xy = new int[2 * points.size()];
    int turns = 0;
    for (int i = 0; i <= last; i++) {
      xy[2 * i] = points.get(i).x();
      xy[2 * i + 1] = points.get(i).y();
      turns += i > 0 && !points.get(i).equals(points.get(i - 1)) ? 1 : 0;
    }
    if (turns < 3) {
      throw Members.badAt(path, ApiMessages.of("http.geometry-ring-short", path));
    }
    return LatticeRing.of(xy);
  }

  static List<LatticePoint> positions(JsonNode node, String path) {
    requireList(node, path);
    List<LatticePoint> points = new ArrayList<>(node.size());
    for (int i = 0; i < node.size(); i++) {
      points.add(position(node.get(i), path + "[" + i + "]"));
    }
    return points;
  }

  private static void requireList(JsonNode node, String path) {
    if (!node.isArray() || node.isEmpty()) {
      throw Members.badAt(path, ApiMessages.of("http.geometry-list", path));
    }
  }
}
