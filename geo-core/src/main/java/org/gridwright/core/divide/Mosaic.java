package org.gridwright.core.divide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.gridwright.core.measure.LocalFrame;
import org.gridwright.core.work.Progress;
import org.jspecify.annotations.Nullable;

/**
 * The faces of one unit's ground, each given to a part. Faces can be cut in two, but only between
 * points that they have, so that no other face changes and all fit together as before. For one use
 * by one thread.
 */
final class Mosaic {

  /** A border along a street costs so much less than one across open ground. */
  private static final double STREET_DISCOUNT = 0.5;

  private final LocalFrame frame;
  private final WeightedPoints weights;
  private final boolean byArea;
  private final double spacing;
  private final Progress progress;
  private final Map<DirectedEdge, Face> owners = new HashMap<>();
  private final Map<DirectedEdge, Integer> streets;
  private final Map<Face, List<Face>> links = new HashMap<>();
  private final List<List<Face>> parts = new ArrayList<>();

  /**
   * @param streets undirected edges that lie on a given line, with its number
   * @param spacing metres between the points along a new cut
   * @param progress asked by all who work on these faces
   */
  Mosaic(
      LocalFrame frame,
      WeightedPoints weights,
      boolean byArea,
      Map<DirectedEdge, Integer> streets,
      double spacing,
      Progress progress) {
    this.frame = frame;
    this.weights = weights;
    this.byArea = byArea;
    this.streets = streets;
    this.spacing = spacing;
    this.progress = progress;
    parts.add(new ArrayList<>());
  }

  /** Adds a face to part 0; it has to fit to those that are there. */
  Face add(long[] ring, int[] points) {
    Face face = face(ring, points);
    enter(face);
    parts.get(0).add(face);
    return face;
  }

  /** Makes two faces neighbours that do not touch. */
  void link(Face a, Face b) {
    links.computeIfAbsent(a, it -> new ArrayList<>()).add(b);
    links.computeIfAbsent(b, it -> new ArrayList<>()).add(a);
  }

  /** Where work on these faces may be stopped. */
  void checkpoint() {
    progress.checkpoint();
  }

  LocalFrame frame() {
    return frame;
  }

  boolean byArea() {
    return byArea;
  }

  WeightedPoints weights() {
    return weights;
  }

  int partCount() {
    return parts.size();
  }

  /** Faces of a part. Not to be changed. */
  List<Face> part(int part) {
    return parts.get(part);
  }

  /** Adds parts without faces up to a number. */
  void openParts(int count) {
    while (parts.size() < count) {
      parts.add(new ArrayList<>());
    }
  }

  double load(int part) {
    return parts.get(part).stream().mapToDouble(face -> face.load).sum();
  }

  double squareMetres(int part) {
    return parts.get(part).stream().mapToDouble(face -> face.squareMetres).sum();
  }

  /** Numbers the parts anew without those that have no faces. */
  void dropEmptyParts() {
    parts.removeIf(List::isEmpty);
    for (int part = 0; part < parts.size(); part++) {
      for (Face face : parts.get(part)) {
        face.part = part;
      }
    }
  }

  void give(Face face, int part) {
    parts.get(face.part).remove(face);
    face.part = part;
    parts.get(part).add(face);
  }

  /** The face on the other side of an edge; null outside. */
  @Nullable Face across(Face face, int edge) {
    return owners.get(new DirectedEdge(face.ring[face.after(edge)], face.ring[edge]));
  }

  /** Number of the street along an edge, or -1. */
  int street(Face face, int edge) {
    DirectedEdge side = new DirectedEdge(face.ring[edge], face.ring[face.after(edge)]).undirected();
    return streets.getOrDefault(side, -1);
  }

  double metres(Face face, int edge) {
    return frame.metres(face.ring[edge], face.ring[face.after(edge)]);
  }

  /** What the borders of a face with each part cost; parts that it is only linked to cost 0. */
  Map<Integer, Double> bordersByPart(Face face) {
    Map<Integer, Double> costs = new LinkedHashMap<>();
    neighbours(face).forEach((other, cost) -> costs.merge(other.part, cost, Double::sum));
    return costs;
  }

  /**
   * Faces beside a face or linked to it, each with what the border between them costs. Whatever
   * goes on for long looks at neighbours again and again, so this is a checkpoint.
   */
  Map<Face, Double> neighbours(Face face) {
    checkpoint();
    Map<Face, Double> neighbours = new LinkedHashMap<>();
    for (int edge = 0; edge < face.ring.length; edge++) {
      Face other = across(face, edge);
      if (other != null) {
        double factor = street(face, edge) >= 0 ? STREET_DISCOUNT : 1;
        neighbours.merge(other, factor * metres(face, edge), Double::sum);
      }
    }
    links.getOrDefault(face, List.of()).forEach(other -> neighbours.merge(other, 0.0, Double::sum));
    return neighbours;
  }

  /** Parts beside a part, in order of its faces. */
  List<Integer> partsBeside(int part) {
    Set<Integer> beside = new LinkedHashSet<>();
    for (Face face : parts.get(part)) {
      beside.addAll(bordersByPart(face).keySet());
    }
    beside.remove(part);
    return new ArrayList<>(beside);
  }

  /** What the border between two parts costs. */
  double border(int part, int other) {
    double cost = 0;
    for (Face face : parts.get(part)) {
      cost += bordersByPart(face).getOrDefault(other, 0.0);
    }
    return cost;
  }

  /** Connected groups of the faces of a part, in order of their first faces. */
  List<List<Face>> groups(int part, @Nullable Face without) {
    List<List<Face>> groups = new ArrayList<>();
    Set<Face> seen = new HashSet<>();
    for (Face first : parts.get(part)) {
      if (first != without && seen.add(first)) {
        List<Face> group = new ArrayList<>(List.of(first));
        for (int i = 0; i < group.size(); i++) {
          for (Face next : neighbours(group.get(i)).keySet()) {
            if (next.part == part && next != without && seen.add(next)) {
              group.add(next);
            }
          }
        }
        groups.add(group);
      }
    }
    return groups;
  }

  boolean staysConnected(int part, Face without) {
    return parts.get(part).size() > 1 && groups(part, without).size() == 1;
  }

  /**
   * Cuts a face between two of its points.
   *
   * @return the part of the ring from {@code chord.from()} to {@code chord.to()}, and the rest
   */
  Face[] split(Face face, Chord chord) {
    long[] between = chord.points(frame, spacing);
    Face first = face(chord.firstRing(between), owned(face, chord.firstRing(between), true));
    Face second = face(chord.secondRing(between), owned(face, chord.firstRing(between), false));
    leave(face);
    enter(first);
    enter(second);
    List<Face> members = parts.get(face.part);
    first.part = face.part;
    second.part = face.part;
    first.home = face.home;
    second.home = face.home;
    members.set(members.indexOf(face), first);
    members.add(second);
    List<Face> linked = links.remove(face);
    if (linked != null) {
      for (Face other : linked) {
        Objects.requireNonNull(links.get(other)).remove(face);
        link(other, first);
      }
    }
    return new Face[] {first, second};
  }

  private int[] owned(Face face, long[] ring, boolean inside) {
    return IntStream.of(face.points)
        .filter(i -> belongs(face, ring, weights.x(i), weights.y(i)) == inside)
        .toArray();
  }

  /** A point on the border of everything may be held by no ring; then touching is enough. */
  private static boolean belongs(Face face, long[] ring, int x, int y) {
    return Rings.holds(ring, x, y) || (!Rings.holds(face.ring, x, y) && Rings.touches(ring, x, y));
  }

  private Face face(long[] ring, int[] points) {
    return new Face(
        ring, points, Arrays.stream(points).mapToDouble(weights::weight).sum(), byArea, frame);
  }

  private void enter(Face face) {
    for (int i = 0; i < face.ring.length; i++) {
      owners.put(new DirectedEdge(face.ring[i], face.ring[face.after(i)]), face);
    }
  }

  private void leave(Face face) {
    for (int i = 0; i < face.ring.length; i++) {
      owners.remove(new DirectedEdge(face.ring[i], face.ring[face.after(i)]));
    }
  }
}
