package org.gridwright.core.coverage.area;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gridwright.core.ground.ValidArea;
import org.gridwright.core.plan.DeclaredVoid;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;

/** The declared voids of a plan as ground in lattice steps. Immutable and thread-safe. */
public final class VoidGround {

  public static final PrecisionModel LATTICE = new PrecisionModel(1);

  /** A void and its valid area. */
  public record VoidArea(DeclaredVoid declared, Geometry steps) {}

  private final HPRtree patches = new HPRtree();

  private VoidGround(List<DeclaredVoid> voids) {
    for (DeclaredVoid declared : voids) {
      Geometry steps = ValidArea.steps(declared.area());
      patches.insert(steps.getEnvelopeInternal(), new VoidArea(declared, steps));
    }
    patches.build();
  }

  public static VoidGround of(List<DeclaredVoid> voids) {
    return new VoidGround(voids);
  }

  /** Voids whose rectangles meet a rectangle. */
  public List<VoidArea> near(Envelope box) {
    List<VoidArea> near = new ArrayList<>();
    if (patches.size() > 0) {
      patches.query(box, item -> near.add((VoidArea) item));
    }
    return near;
  }

  /**
   * Rectangles around the voids that meet one of some rectangles, or one that does, and so on: all
   * voids that a piece of open ground near those can consist of.
   */
  public List<Envelope> reachedFrom(List<Envelope> boxes) {
    ArrayDeque<Envelope> open = new ArrayDeque<>(boxes);
    Set<VoidArea> reached = new LinkedHashSet<>();
    while (!open.isEmpty()) {
      for (VoidArea patch : near(open.remove())) {
        if (reached.add(patch)) {
          open.add(patch.steps().getEnvelopeInternal());
        }
      }
    }
    return reached.stream().map(patch -> patch.steps().getEnvelopeInternal()).toList();
  }

  /** What each void near an area covers of it, on the lattice; lines and points may be among it. */
  public List<Geometry> within(Geometry steps) {
    return near(steps.getEnvelopeInternal()).stream()
        .map(patch -> OverlayNG.overlay(steps, patch.steps(), OverlayNG.INTERSECTION, LATTICE))
        .toList();
  }

  /** What no void covers of an area, on the lattice; the same object where no void is near. */
  public Geometry without(Geometry steps) {
    Geometry rest = steps;
    for (VoidArea patch : near(steps.getEnvelopeInternal())) {
      rest = OverlayNG.overlay(rest, patch.steps(), OverlayNG.DIFFERENCE, LATTICE);
    }
    return rest;
  }
}
