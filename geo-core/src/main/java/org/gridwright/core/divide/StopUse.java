package org.gridwright.core.divide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether an edge can lose stops that nothing ends at. For one use by one thread. */
final class StopUse {

  private record Corner(Mosaic mosaic, Face face) {}

  private final Obstacles obstacles;
  private final Map<Long, List<Corner>> corners = new HashMap<>();

  StopUse(List<Mosaic> mosaics, Set<Long> stops, Obstacles obstacles) {
    this.obstacles = obstacles;
    for (Mosaic mosaic : mosaics) {
      for (int part = 0; part < mosaic.partCount(); part++) {
        for (Face face : mosaic.part(part)) {
          for (long point : face.ring) {
            if (stops.contains(point)) {
              corners.computeIfAbsent(point, it -> new ArrayList<>()).add(new Corner(mosaic, face));
            }
          }
        }
      }
    }
  }

  /** Stops on the very edge can always go; others bend it, and it must not bend over anything. */
  boolean canDrop(DirectedEdge edge, long[] chain, long[] kept) {
    if (kept.length == chain.length
        || Arrays.stream(chain).allMatch(point -> BorderStops.isOn(edge, point))) {
      return true;
    }
    if (obstacles.meet(edge, kept)) {
      return false;
    }
    for (long point : chain) {
      for (Corner corner : corners.getOrDefault(point, List.of())) {
        if (meetsCut(corner, edge, kept)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether a border between two parts comes near. */
  private static boolean meetsCut(Corner corner, DirectedEdge edge, long[] kept) {
    Face face = corner.face;
    for (int i = 0; i < face.ring.length; i++) {
      Face other = corner.mosaic.across(face, i);
      DirectedEdge side = new DirectedEdge(face.ring[i], face.ring[face.after(i)]);
      if (other != null && other.part != face.part && Obstacles.meets(side, edge, kept)) {
        return true;
      }
    }
    return false;
  }
}
