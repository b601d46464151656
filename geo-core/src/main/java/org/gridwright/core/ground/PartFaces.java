package org.gridwright.core.ground;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.work.Progress;

/**
 * The faces that the rings of a few parts cut the plane into, each ring taken for itself, and what
 * every face is: of how many parts, and in which holes. For one thread.
 */
final class PartFaces {

  private final List<LatticePolygon> parts;
  private final List<Integer> near;
  private final Arrangement arrangement;
  private final boolean plain;

  /** Of each ring, the place of its part in {@link #near}; a shell comes before its holes. */
  private final List<Integer> partOf = new ArrayList<>();

  private final BitSet shells = new BitSet();
  private final BitSet ground = new BitSet();
  private final BitSet doubled = new BitSet();
  private final BitSet doubledParts = new BitSet();
  private final Map<Integer, List<Integer>> strays = new TreeMap<>();
  private final Map<Integer, List<Integer>> doubledHoles = new TreeMap<>();

  /**
   * @param near positions of the parts to look at
   */
  PartFaces(List<LatticePolygon> parts, List<Integer> near, Progress progress) {
    this.parts = parts;
    this.near = near;
    List<LatticeMultiPolygon> rings = new ArrayList<>();
    for (int i = 0; i < near.size(); i++) {
      LatticePolygon part = parts.get(near.get(i));
      shells.set(rings.size());
      addRing(part.shell(), i, rings);
      for (LatticeRing hole : part.holes()) {
        addRing(hole, i, rings);
      }
    }
    this.arrangement = Arrangement.divided(rings, List.of(), progress);
    arrangement.boundedFaces().forEach(this::look);
    this.plain = readsTheSame();
  }

  private void addRing(LatticeRing ring, int part, List<LatticeMultiPolygon> rings) {
    partOf.add(part);
    rings.add(LatticeMultiPolygon.of(LatticePolygon.of(ring)));
  }

  /** Counts the parts over a face, of whose rings the shell comes before the holes. */
  private void look(int face) {
    int[] rings = arrangement.owners(face);
    List<Integer> over = new ArrayList<>();
    int i = 0;
    while (i < rings.length) {
      int part = partOf.get(rings[i]);
      boolean inShell = shells.get(rings[i]);
      int holes = inShell ? 0 : 1;
      while (++i < rings.length && partOf.get(rings[i]) == part) {
        holes++;
      }
      note(face, part, inShell, holes);
      if (inShell && holes == 0) {
        over.add(part);
      }
    }
    ground.set(face, !over.isEmpty());
    doubled.set(face, over.size() > 1);
    if (over.size() > 1) {
      over.forEach(doubledParts::set);
    }
  }

  private void note(int face, int part, boolean inShell, int holes) {
    if (!inShell) {
      strays.computeIfAbsent(part, it -> new ArrayList<>()).add(face);
    } else if (holes > 1) {
      doubledHoles.computeIfAbsent(part, it -> new ArrayList<>()).add(face);
    }
  }

  /** The union of the parts: as they were drawn where even–odd over their rings is the same. */
  List<LatticePolygon> ground() {
    if (plain) {
      return near.stream().map(parts::get).toList();
    }
    return arrangement
        .area(ground.stream().toArray())
        .map(LatticeMultiPolygon::polygons)
        .orElse(List.of());
  }

  List<PartHeap.Doubled> doubled() {
    return arrangement.area(doubled.stream().toArray()).stream()
        .map(
            place ->
                new PartHeap.Doubled(place, doubledParts.stream().mapToObj(near::get).toList()))
        .toList();
  }

  List<PartHeap.HolePlace> strayHoles() {
    return places(strays);
  }

  List<PartHeap.HolePlace> doubledHoles() {
    return places(doubledHoles);
  }

  private List<PartHeap.HolePlace> places(Map<Integer, List<Integer>> facesOfPart) {
    List<PartHeap.HolePlace> places = new ArrayList<>();
    facesOfPart.forEach(
        (part, faces) ->
            arrangement
                .area(faces.stream().mapToInt(Integer::intValue).toArray())
                .ifPresent(place -> places.add(new PartHeap.HolePlace(place, near.get(part)))));
    return places;
  }

  /** Whether even–odd over all rings is the union of the parts, and no two rings share an edge. */
  boolean isPlain() {
    return plain;
  }

  private boolean readsTheSame() {
    return arrangement
            .boundedFaces()
            .allMatch(face -> arrangement.owners(face).length % 2 == 1 == ground.get(face))
        && IntStream.range(0, arrangement.edgeCount())
            .allMatch(edge -> arrangement.changes(edge) == 1);
  }
}
