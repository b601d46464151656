package org.gridwright.core.divide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.measure.LocalFrame;

/** Where a line across faces has to lie, in a direction, to have a wanted load on its low side. */
final class Quantile {

  /** A side is not to have less than this share of the ground that is its due. */
  private static final double LEAST_GROUND = 0.002;

  /** The same where few places carry all the load, so that it says little about where to cut. */
  private static final double LEAST_GROUND_OF_FEW = 0.25;

  private static final int FEW = 30;

  private static final int HALVINGS = 40;

  private final Mosaic mosaic;
  private final List<Face> faces;
  private final double ux;
  private final double uy;
  private final double low;
  private final double high;
  private int places;

  /**
   * @param ux metres east of a vector of length 1 across the line
   * @param uy metres north of it
   */
  Quantile(Mosaic mosaic, List<Face> faces, double ux, double uy) {
    this.mosaic = mosaic;
    this.faces = faces;
    this.ux = ux;
    this.uy = uy;
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (Face face : faces) {
      for (long point : face.ring) {
        least = Math.min(least, along(point));
        most = Math.max(most, along(point));
      }
    }
    low = least;
    high = most;
  }

  /** How far a point lies in the direction. */
  double along(long point) {
    return ux * mosaic.frame().x(point) + uy * mosaic.frame().y(point);
  }

  /** The line's place for a share of the load below it, between 0 and 1. */
  double at(double share) {
    double ground = faces.stream().mapToDouble(face -> face.squareMetres).sum();
    double load = faces.stream().mapToDouble(face -> face.load).sum();
    if (mosaic.byArea() || load == 0) {
      return byGround(share * ground);
    }
    double place = byWeight(share * load);
    double least = places < FEW ? LEAST_GROUND_OF_FEW : LEAST_GROUND;
    double below = groundBelow(place);
    if (below < least * share * ground) {
      return byGround(least * share * ground);
    }
    double above = least * (1 - share) * ground;
    return ground - below < above ? byGround(ground - above) : place;
  }

  private record Weighted(double along, double weight) {}

  private double byWeight(double wanted) {
    List<Weighted> sorted = new ArrayList<>();
    WeightedPoints weights = mosaic.weights();
    for (Face face : faces) {
      for (int i : face.points) {
        long point = Packed.of(weights.x(i), weights.y(i));
        if (weights.weight(i) > 0) {
          sorted.add(new Weighted(along(point), weights.weight(i)));
        }
      }
    }
    sorted.sort(Comparator.comparingDouble(Weighted::along));
    places = (int) sorted.stream().mapToDouble(Weighted::along).distinct().limit(FEW).count();
    double sum = 0;
    for (int i = 0; i < sorted.size(); i++) {
      double next = sum + sorted.get(i).weight;
      if (next >= wanted) {
        boolean before = wanted - sum < next - wanted;
        double here = sorted.get(i).along;
        int beside = before ? i - 1 : i + 1;
        return beside < 0 || beside == sorted.size() ? here : (here + sorted.get(beside).along) / 2;
      }
      sum = next;
    }
    return high;
  }

  private double byGround(double wanted) {
    double from = low;
    double to = high;
    for (int i = 0; i < HALVINGS; i++) {
      mosaic.checkpoint();
      double middle = (from + to) / 2;
      if (groundBelow(middle) < wanted) {
        from = middle;
      } else {
        to = middle;
      }
    }
    return (from + to) / 2;
  }

  private double groundBelow(double place) {
    return faces.stream().mapToDouble(face -> groundBelow(face, place)).sum();
  }

  /** Square metres of a face below a line: the shoelace sum of the ring clipped by it. */
  double groundBelow(Face face, double place) {
    LocalFrame frame = mosaic.frame();
    double area = 0;
    double firstX = 0;
    double firstY = 0;
    double lastX = 0;
    double lastY = 0;
    boolean any = false;
    for (int i = 0; i < face.ring.length; i++) {
      long a = face.ring[i];
      long b = face.ring[face.after(i)];
      double ta = along(a) - place;
      double tb = along(b) - place;
      if (ta <= 0) {
        double x = frame.x(a) - face.x;
        double y = frame.y(a) - face.y;
        area += any ? lastX * y - x * lastY : 0;
        firstX = any ? firstX : x;
        firstY = any ? firstY : y;
        any = true;
        lastX = x;
        lastY = y;
      }
      if (ta <= 0 != tb <= 0) {
        double t = ta / (ta - tb);
        double x = frame.x(a) + t * (frame.x(b) - frame.x(a)) - face.x;
        double y = frame.y(a) + t * (frame.y(b) - frame.y(a)) - face.y;
        area += any ? lastX * y - x * lastY : 0;
        firstX = any ? firstX : x;
        firstY = any ? firstY : y;
        any = true;
        lastX = x;
        lastY = y;
      }
    }
    return any ? (area + lastX * firstY - firstX * lastY) / 2 : 0;
  }

  /** Share of a face's load, or of its ground where it has none, below a line. */
  double shareBelow(Face face, double place) {
    if (mosaic.byArea() || face.load == 0) {
      return groundBelow(face, place) / face.squareMetres;
    }
    double sum = 0;
    for (int i : face.points) {
      long point = Packed.of(mosaic.weights().x(i), mosaic.weights().y(i));
      sum += along(point) <= place ? mosaic.weights().weight(i) : 0;
    }
    return sum / face.load;
  }
}
