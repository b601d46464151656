package org.gridwright.core.coverage.outlines;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.measure.LocalFrame;
import org.gridwright.core.work.Progress;
import org.gridwright.core.work.Steps;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Finds narrow inlets: the parts of the outside that a disc of a given diameter can not reach from
 * outside (a morphological closing less the area itself; J. Serra, Image Analysis and Mathematical
 * Morphology, 1982). A disc leaves a little room in every corner, so a part counts only where it is
 * deeper than its mouth is wide; {@link Inlet#isDeep} says how much.
 *
 * <p>Only the surroundings of outlines that come near each other are closed ({@link NearOutlines}),
 * so a plan with a smooth outline costs one pass over its outer edges.
 */
public final class Inlets {

  private static final GeometryFactory METRES = new GeometryFactory();

  /** Segments of a quarter circle; coarser discs leave room where there is none. */
  private static final int ROUND = 16;

  private Inlets() {}

  /** As {@link #of(LatticeMultiPolygon, double, Progress)}, unwatched. */
  public static List<Inlet> of(LatticeMultiPolygon covered, double metres) {
    return of(covered, metres, Progress.NONE);
  }

  /**
   * The inlets of an area, from west to east.
   *
   * @param covered a valid area without holes
   * @param metres the diameter of the disc
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static List<Inlet> of(LatticeMultiPolygon covered, double metres, Progress progress) {
    List<Inlet> inlets = new ArrayList<>();
    List<Envelope> zones = NearOutlines.zones(covered, metres, progress);
    Steps steps = progress.steps(zones.size());
    List<List<Inlet>> byZone =
        zones.parallelStream()
            .map(
                zone -> {
                  steps.done();
                  return inZone(covered, zone, metres);
                })
            .toList();
    for (List<Inlet> found : byZone) {
      for (Inlet inlet : found) {
        if (inlets.stream().noneMatch(it -> it.steps().equalsExact(inlet.steps()))) {
          inlets.add(inlet);
        }
      }
    }
    inlets.sort(
        Comparator.comparing((Inlet it) -> it.steps().getCoordinate())
            .thenComparing(Inlet::steps, Geometry::compareTo));
    return inlets;
  }

  private static List<Inlet> inZone(LatticeMultiPolygon covered, Envelope zone, double metres) {
    LocalFrame frame = LocalFrame.at(zone.centre());
    Geometry window = frame.toMetres(METRES.toGeometry(zone));
    Geometry here = METRES.createPolygon();
    for (LatticePolygon polygon : covered.polygons()) {
      Envelope box = box(polygon);
      if (box.intersects(zone)) {
        Geometry steps = LatticeJts.toSteps(LatticeMultiPolygon.of(polygon));
        Geometry part =
            OverlayNGRobust.overlay(frame.toMetres(steps), window, OverlayNG.INTERSECTION);
        here = OverlayNGRobust.overlay(here, part, OverlayNG.UNION);
      }
    }
    Geometry closed = here.buffer(metres / 2, ROUND).buffer(-metres / 2 - Inlet.NEAR / 2, ROUND);
    Geometry left = OverlayNGRobust.overlay(closed, here, OverlayNG.DIFFERENCE);
    Envelope inner = new Envelope(window.getEnvelopeInternal());
    inner.expandBy(-metres / 2);
    List<Inlet> inlets = new ArrayList<>();
    for (int i = 0; i < left.getNumGeometries(); i++) {
      if (left.getGeometryN(i) instanceof Polygon piece
          && inner.contains(piece.getEnvelopeInternal())) {
        Inlet.of(piece, here.getBoundary(), frame).ifPresent(inlets::add);
      }
    }
    return inlets;
  }

  private static Envelope box(LatticePolygon polygon) {
    var box = polygon.shell().envelope();
    return new Envelope(box.minX(), box.maxX(), box.minY(), box.maxY());
  }
}
