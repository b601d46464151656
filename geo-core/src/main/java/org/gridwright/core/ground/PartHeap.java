package org.gridwright.core.ground;

import java.util.ArrayList;
import java.util.List;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.work.Progress;

/**
 * The parts of one unit, as somebody drew them, and the ground that they are; see the package. A
 * part whose rectangle meets no other one's, and without holes, costs nothing but a look at its
 * rectangle; what may lie over each other is cut into faces. Immutable and thread-safe.
 *
 * @param ground the union of the parts: even–odd over all its rings. Nothing at all is said by a
 *     shell whose hole is the same ring
 * @param drawnAnew whether some of it had to be drawn anew; else it is the parts as they are
 * @param doubled ground of several parts
 * @param strayHoles what holes enclose outside their shells
 * @param doubledHoles what several holes of one part take away
 */
public record PartHeap(
    LatticeMultiPolygon ground,
    boolean drawnAnew,
    List<Doubled> doubled,
    List<HolePlace> strayHoles,
    List<HolePlace> doubledHoles) {

  public PartHeap {
    doubled = List.copyOf(doubled);
    strayHoles = List.copyOf(strayHoles);
    doubledHoles = List.copyOf(doubledHoles);
  }

  /**
   * Ground that several parts cover.
   *
   * @param parts their positions, ascending
   */
  public record Doubled(LatticeMultiPolygon place, List<Integer> parts) {

    public Doubled {
      parts = List.copyOf(parts);
    }
  }

  /**
   * Where the holes of a part are in doubt.
   *
   * @param part its position
   */
  public record HolePlace(LatticeMultiPolygon place, int part) {}

  /** As {@link #of(List, Progress)}, unwatched. */
  public static PartHeap of(List<LatticePolygon> parts) {
    return of(parts, Progress.NONE);
  }

  /**
   * Reads parts as the ground of one unit.
   *
   * @param parts at least one, in any order, less than 90 degrees apart
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static PartHeap of(List<LatticePolygon> parts, Progress progress) {
    boolean asDrawn = true;
    List<LatticePolygon> ground = new ArrayList<>();
    List<Doubled> doubled = new ArrayList<>();
    List<HolePlace> strayHoles = new ArrayList<>();
    List<HolePlace> doubledHoles = new ArrayList<>();
    for (List<Integer> near : PartNeighbours.of(parts)) {
      if (near.size() == 1 && parts.get(near.get(0)).holes().isEmpty()) {
        ground.add(parts.get(near.get(0)));
        continue;
      }
      PartFaces faces = new PartFaces(parts, near, progress);
      asDrawn &= faces.isPlain();
      ground.addAll(faces.ground());
      doubled.addAll(faces.doubled());
      strayHoles.addAll(faces.strayHoles());
      doubledHoles.addAll(faces.doubledHoles());
    }
    if (ground.isEmpty()) {
      ground.add(nothing(parts.get(0)));
    }
    return new PartHeap(
        new LatticeMultiPolygon(asDrawn ? parts : ground),
        !asDrawn,
        doubled,
        strayHoles,
        doubledHoles);
  }

  /** The ground of an area whose parts may lie over each other; the same object where none do. */
  public static LatticeMultiPolygon ground(LatticeMultiPolygon drawn) {
    if (drawn.polygons().size() == 1 && drawn.polygons().get(0).holes().isEmpty()) {
      return drawn;
    }
    PartHeap heap = of(drawn.polygons());
    return heap.drawnAnew() && !heap.ground().equals(drawn) ? heap.ground() : drawn;
  }

  private static LatticePolygon nothing(LatticePolygon part) {
    return new LatticePolygon(part.shell(), List.of(part.shell()));
  }
}
