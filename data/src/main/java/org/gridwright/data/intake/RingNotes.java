package org.gridwright.data.intake;

import java.util.ArrayList;
import java.util.List;
import org.gridwright.core.message.Message;
import org.gridwright.data.exchange.Feature;
import org.gridwright.data.message.DataMessages;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Counts what is set right silently: rings in the wrong order, and heights. */
final class RingNotes {

  private long clockwise;
  private long withHeights;

  void look(Feature feature) {
    withHeights += feature.heights() ? 1 : 0;
    clockwise += hasClockwiseShell(feature.geometry()) ? 1 : 0;
  }

  List<Message> notes() {
    List<Message> notes = new ArrayList<>();
    if (clockwise > 0) {
      notes.add(DataMessages.of("intake.note-ring-order", clockwise));
    }
    if (withHeights > 0) {
      notes.add(DataMessages.of("intake.note-heights", withHeights));
    }
    return notes;
  }

  private static boolean hasClockwiseShell(@Nullable Geometry geometry) {
    for (int i = 0; geometry != null && i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon
          && Area.ofRingSigned(polygon.getExteriorRing().getCoordinateSequence()) > 0) {
        return true;
      }
    }
    return false;
  }
}
