package org.gridwright.data.hotspot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.gridwright.core.hotspot.density.DensityPlane;
import org.gridwright.core.hotspot.density.StudyWindow;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.message.Message;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.work.Progress;
import org.gridwright.data.exchange.Feature;
import org.gridwright.data.exchange.InputException;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * The ground of a density: a plane of metres, and where what is known ends. Immutable, but for the
 * box, which must not be changed.
 *
 * @param plane over the ground; empty where coordinates are metres already
 * @param window what is known; empty where nothing was said
 * @param box in metres around the window or, without one, the incidents
 */
public record DensityGround(
    Optional<DensityPlane> plane, Optional<StudyWindow> window, Envelope box) {

  /** Within an outline. */
  public static DensityGround within(LatticeMultiPolygon outline) {
    DensityPlane plane = DensityPlane.around(outline.envelope());
    List<double[]> xs = new ArrayList<>();
    List<double[]> ys = new ArrayList<>();
    outline.forEachRing(
        ring -> {
          xs.add(IntStream.range(0, ring.size()).mapToDouble(i -> plane.x(ring.x(i))).toArray());
          ys.add(IntStream.range(0, ring.size()).mapToDouble(i -> plane.y(ring.y(i))).toArray());
        });
    return within(Optional.of(plane), xs, ys);
  }

  private static DensityGround within(
      Optional<DensityPlane> plane, List<double[]> xs, List<double[]> ys) {
    Envelope box = new Envelope();
    for (int ring = 0; ring < xs.size(); ring++) {
      expand(box, xs.get(ring), ys.get(ring));
    }
    return new DensityGround(plane, Optional.of(StudyWindow.outline(xs, ys)), box);
  }

  private static void expand(Envelope box, double[] xs, double[] ys) {
    for (int i = 0; i < xs.length; i++) {
      box.expandToInclude(xs[i], ys[i]);
    }
  }

  /**
   * Within the areas of a file, all of them together.
   *
   * @param tell is handed what a person should know of how the file was read
   * @throws InputException when a record is no area, or there is none
   */
  public static DensityGround read(HotspotFile file, Consumer<Message> tell, Progress progress) {
    List<Geometry> areas = new ArrayList<>();
    try (HotspotRows rows = HotspotRows.open(file, null)) {
      while (rows.hasNext(progress)) {
        areas.add(area(rows, rows.next()));
      }
      if (areas.isEmpty()) {
        throw InputException.at(rows.source(), "hotspot.window-empty");
      }
      rows.tell(tell);
    }
    return file.planar() ? planar(UnaryUnionOp.union(areas)) : within(united(areas, progress));
  }

  private static Geometry area(HotspotRows rows, Feature feature) {
    Geometry shape = rows.shape(feature);
    if (shape == null || shape.getDimension() != 2) {
      throw InputException.at(feature.source(), "hotspot.window-no-area");
    }
    return shape;
  }

  private static LatticeMultiPolygon united(List<Geometry> areas, Progress progress) {
    return UpperLevels.union(
        areas.stream().map(LatticeJts::fromDegrees).toList(), progress.quiet());
  }

  private static DensityGround planar(Geometry outline) {
    List<double[]> xs = new ArrayList<>();
    List<double[]> ys = new ArrayList<>();
    outline.apply(
        (GeometryComponentFilter)
            part -> {
              if (part instanceof LinearRing ring) {
                Coordinate[] corners = ring.getCoordinates();
                xs.add(Arrays.stream(corners).mapToDouble(Coordinate::getX).toArray());
                ys.add(Arrays.stream(corners).mapToDouble(Coordinate::getY).toArray());
              }
            });
    return within(Optional.empty(), xs, ys);
  }

  /**
   * Around incidents, at least one.
   *
   * @param bounded whether the rectangle around them is all that is known
   * @throws HotspotInputException when they lie on a line, and there is no rectangle
   */
  static DensityGround around(DensityPoints points, boolean bounded) {
    Optional<DensityPlane> plane =
        points.isPlanar() ? Optional.empty() : Optional.of(DensityPlane.around(points.box()));
    DensityGround open = new DensityGround(plane, Optional.empty(), new Envelope());
    expand(open.box, points.x(open), points.y(open));
    Envelope box = open.box;
    if (!bounded) {
      return open;
    }
    if (box.getWidth() == 0 || box.getHeight() == 0) {
      throw HotspotInputException.of("hotspot.window-flat");
    }
    // incidents on the north and east of the rectangle are inside of it
    double east = Math.nextUp(box.getMaxX());
    double north = Math.nextUp(box.getMaxY());
    return new DensityGround(
        plane, Optional.of(StudyWindow.rectangle(box.getMinX(), box.getMinY(), east, north)), box);
  }

  /** The length of the box from corner to corner, in metres. */
  double across() {
    return box.getDiameter();
  }
}
