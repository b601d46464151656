package org.gridwright.data.intake;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.gridwright.core.message.Message;
import org.gridwright.core.work.Progress;
import org.gridwright.data.exchange.Feature;
import org.gridwright.data.exchange.FeatureReader;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.Source;
import org.gridwright.data.message.DataMessages;
import org.jspecify.annotations.Nullable;

/**
 * The records of a file turned into values, one after the other. A record that cannot be turned is
 * left out and counted, or ends the iteration with a refusal that says how many there are.
 */
final class Records<T> implements Iterator<T> {

  /** How many unusable records are listed. */
  private static final int MOST_LISTED = 20;

  private static final int STEP = 256;

  private final FeatureReader reader;
  private final List<String> fields;
  private final Function<Feature, T> turn;
  private final boolean skipBad;
  private final Progress progress;
  private final List<InputException> bad = new ArrayList<>();
  private long badCount;
  private long read;
  private @Nullable T next;

  /**
   * @param fields those that {@code turn} reads; where the first record lacks one, the file is not
   *     what the caller takes it for, and nothing is skipped
   * @param progress comes to a checkpoint at each record
   */
  Records(
      FeatureReader reader,
      List<String> fields,
      Function<Feature, T> turn,
      boolean skipBad,
      Progress progress) {
    this.reader = reader;
    this.fields = List.copyOf(fields);
    this.turn = turn;
    this.skipBad = skipBad;
    this.progress = progress;
  }

  @Override
  public boolean hasNext() {
    while (next == null && reader.hasNext()) {
      next = turned(reader.next());
      if (next == null && !skipBad) {
        throw refusal();
      }
    }
    if (next == null) {
      progress.at(reader.bytesTotal(), reader.bytesTotal());
    }
    return next != null;
  }

  @Override
  public T next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    T value = next;
    next = null;
    return value;
  }

  /** How many records were left out so far. */
  long badCount() {
    return badCount;
  }

  /** The first records that were left out, each with its place and what is wrong with it. */
  List<Message> bad() {
    return bad.stream().map(InputException::told).toList();
  }

  private @Nullable T turned(Feature feature) {
    if (read == 0) {
      fields.forEach(feature::value);
    }
    if (++read % STEP == 0) {
      progress.at(reader.bytesRead(), reader.bytesTotal());
    } else {
      progress.checkpoint();
    }
    try {
      return turn.apply(feature);
    } catch (InputException e) {
      if (e.source().kind() == Source.Kind.FILE) {
        throw e; // said of the file as a whole
      }
      badCount++;
      if (bad.size() < MOST_LISTED) {
        bad.add(e);
      }
      return null;
    }
  }

  /** Reads the rest to count what is unusable. */
  private InputException refusal() {
    InputException first = bad.get(0);
    while (reader.hasNext()) {
      turned(reader.next());
    }
    Message what =
        badCount == 1
            ? DataMessages.of("intake.bad-record", first.what())
            : DataMessages.of("intake.bad-records", first.what(), badCount);
    return new InputException(first.source(), what);
  }
}
