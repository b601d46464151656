package org.gridwright.data.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.message.Message;
import org.gridwright.crs.Datum;
import org.gridwright.data.exchange.Feature;
import org.gridwright.data.exchange.FeatureReader;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.ReadOptions;
import org.gridwright.data.message.DataMessages;

/**
 * The areas of a file's features, and what is to be told of them. Features without one that can be
 * used are left out and named where that is asked. For one thread.
 */
final class FeatureAreas {

  /** How many features that were left out are named one by one. */
  private static final int MOST_NAMED = 20;

  private final FeatureReader reader;
  private final Georeference places;
  private final boolean skipBad;
  private final List<Message> leftOut = new ArrayList<>();
  private long leftOutCount;

  /**
   * @throws InputException when there is no way from the file's system to WGS 84
   */
  FeatureAreas(FeatureReader reader, ReadOptions reading, Datum datum, LatticeEnvelope known) {
    this.reader = reader;
    this.places = Georeference.of(reader, reading, datum, known);
    this.skipBad = reading.shaping().skipBad();
  }

  /**
   * The area of a feature; empty where it is left out.
   *
   * @throws InputException when it has none that can be used, and is not to be left out
   */
  Optional<LatticeMultiPolygon> of(Feature feature) {
    try {
      return Optional.of(places.area(feature));
    } catch (InputException bad) {
      if (!skipBad) {
        throw bad;
      }
      if (++leftOutCount <= MOST_NAMED) {
        leftOut.add(DataMessages.of("intake.note-left-out", bad.told()));
      }
      return Optional.empty();
    }
  }

  /** How the file was read, and which features were left out; complete at the file's end. */
  List<Message> notes() {
    List<Message> notes = new ArrayList<>(reader.notes());
    notes.addAll(places.notes());
    notes.addAll(leftOut);
    if (leftOutCount > MOST_NAMED) {
      notes.add(DataMessages.of("intake.note-left-out-more", leftOutCount - MOST_NAMED));
    }
    return notes;
  }
}
