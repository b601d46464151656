package org.gridwright.core.divide;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.message.Message;

/**
 * Cuts the faces of a mosaic into parts of equal load: halves are made and halved again. Each time
 * straight lines in several directions are tried; along a line, whole blocks go to the side where
 * most of them lies, and only blocks much heavier than a grid are cut. So borders follow streets
 * where there are blocks, and are straight where there are none. {@link Refinement} then evens out
 * the two sides. For one use by one thread.
 *
 * <p>Source: recursive bisection along lines is M. J. Berger and S. H. Bokhari, A partitioning
 * strategy for nonuniform problems on multiprocessors, 1987; choosing the shortest of several
 * directions follows the splitline rule of districting.
 */
final class Bisection {

  private static final int DIRECTIONS = 12;

  /** A block that would bring a side this much of a grid out of balance is cut. */
  private static final double HEAVY = 0.3;

  private final Mosaic mosaic;
  private final Cutter cutter;
  private final Refinement refinement;
  private final double gridLoad;
  private final double gridMetres;
  private final double[] angles = new double[DIRECTIONS];

  Bisection(
      Mosaic mosaic,
      Cutter cutter,
      Refinement refinement,
      double gridLoad,
      double gridMetres,
      long seed) {
    this.mosaic = mosaic;
    this.cutter = cutter;
    this.refinement = refinement;
    this.gridLoad = gridLoad;
    this.gridMetres = gridMetres;
    double turn = new Random(seed * 0x9E3779B97F4A7C15L).nextDouble();
    Arrays.setAll(angles, i -> Math.PI * (i + turn) / DIRECTIONS);
  }

  /**
   * Divides a part into several: itself and those with the numbers after it.
   *
   * @throws DivideException when there are no points to cut between
   */
  void divide(int part, int count) {
    if (count == 1) {
      return;
    }
    mosaic.checkpoint();
    int kept = count / 2;
    double wanted = mosaic.load(part) * kept / count;
    separate(part, part + kept, (double) kept / count);
    refinement.even(part, part + kept, wanted, kept);
    divide(part, kept);
    divide(part + kept, count - kept);
  }

  private void cutSingle(int part, int other, double share) {
    Face face = mosaic.part(part).get(0);
    Optional<Cutter.Cut> cut = cutter.best(face, share, angles);
    if (cut.isEmpty()) {
      cut = cutter.any(face, share);
    }
    if (cut.isEmpty()) {
      LatticePoint place = new LatticePoint(Packed.x(face.ring[0]), Packed.y(face.ring[0]));
      throw new DivideException(
          DivideException.Code.TOO_SMALL,
          Message.core("divide.too-small", place.lon(), place.lat()),
          place);
    }
    Face[] pieces = mosaic.split(face, cut.get().chord());
    boolean byArea = mosaic.byArea() || face.load == 0;
    double total = byArea ? face.squareMetres : face.load;
    double first = byArea ? pieces[0].squareMetres : pieces[0].load;
    boolean firstStays = Math.abs(first - share * total) <= Math.abs(total - first - share * total);
    mosaic.give(pieces[firstStays ? 1 : 0], other);
  }

  /**
   * Gives some of the faces of a part to another one, which has none, so that both are connected.
   *
   * @param share of the load that the part is to keep, more or less
   */
  void separate(int part, int other, double share) {
    if (mosaic.part(part).size() == 1) {
      cutSingle(part, other, share);
    } else {
      separateBlocks(part, other, share);
    }
  }

  private void separateBlocks(int part, int other, double share) {
    double[] line = bestLine(part, share);
    if (line.length > 0) {
      Quantile quantile = new Quantile(mosaic, mosaic.part(part), line[0], line[1]);
      for (Face face : List.copyOf(mosaic.part(part))) {
        double below = quantile.shareBelow(face, line[2]);
        if (isHeavy(face, below)) {
          cutter
              .across(face, below, StrictMath.atan2(line[1], line[0]))
              .ifPresent(cut -> mosaic.split(face, cut.chord()));
        }
      }
      List<Face> faces = List.copyOf(mosaic.part(part));
      FaceGraph graph = new FaceGraph(mosaic, faces);
      boolean[] low = lowSide(quantile, faces, line[2]);
      if (graph.connect(low)) {
        giveHigh(faces, low, other);
        return;
      }
    }
    List<Face> faces = List.copyOf(mosaic.part(part));
    giveHigh(faces, new FaceGraph(mosaic, faces).cutTree(share), other);
  }

  private void giveHigh(List<Face> faces, boolean[] low, int other) {
    for (int i = 0; i < low.length; i++) {
      if (!low[i]) {
        mosaic.give(faces.get(i), other);
      }
    }
  }

  /** Direction and place of the line with the cheapest border; empty where none separates. */
  private double[] bestLine(int part, double share) {
    List<Face> faces = mosaic.part(part);
    FaceGraph graph = new FaceGraph(mosaic, faces);
    double load = mosaic.load(part);
    double best = Double.POSITIVE_INFINITY;
    double[] line = {};
    for (double angle : angles) {
      mosaic.checkpoint();
      double ux = StrictMath.cos(angle);
      double uy = StrictMath.sin(angle);
      Quantile quantile = new Quantile(mosaic, faces, ux, uy);
      for (double low : share == 0.5 ? new double[] {share} : new double[] {share, 1 - share}) {
        double place = quantile.at(low);
        double cost = cost(graph, quantile, faces, place, low * load);
        if (cost < best) {
          best = cost;
          line = low == share ? new double[] {ux, uy, place} : new double[] {-ux, -uy, -place};
        }
      }
    }
    return line;
  }

  private double cost(
      FaceGraph graph, Quantile quantile, List<Face> faces, double place, double wanted) {
    boolean[] low = lowSide(quantile, faces, place);
    double cost = 0;
    for (Face face : faces) {
      if (isHeavy(face, quantile.shareBelow(face, place))) {
        cost += Math.sqrt(face.squareMetres) / gridMetres;
      }
    }
    if (!graph.connect(low)) {
      return cost > 0 ? cost + 10 : Double.POSITIVE_INFINITY;
    }
    double load = 0;
    for (int i = 0; i < low.length; i++) {
      load += low[i] ? faces.get(i).load : 0;
    }
    double off = gridLoad > 0 ? Math.abs(load - wanted) / gridLoad : 0;
    return cost + graph.border(low) / gridMetres + off;
  }

  private static boolean[] lowSide(Quantile quantile, List<Face> faces, double place) {
    boolean[] low = new boolean[faces.size()];
    for (int i = 0; i < low.length; i++) {
      low[i] = quantile.shareBelow(faces.get(i), place) > 0.5;
    }
    return low;
  }

  private boolean isHeavy(Face face, double below) {
    double unit = face.load == 0 || gridLoad == 0 ? gridMetres * gridMetres : gridLoad;
    double size = face.load == 0 || gridLoad == 0 ? face.squareMetres : face.load;
    return Math.min(below, 1 - below) * size > HEAVY * unit;
  }
}
