package org.gridwright.data.intake;

import java.util.Locale;
import org.gridwright.core.message.Message;
import org.gridwright.core.work.Progress;
import org.gridwright.data.message.DataMessages;

/** A part of an import, in the order in which they come. */
public enum IntakeStage {
  /** Reading the file; counts bytes of the file. */
  READING,
  /** Drawing upper levels. */
  DRAWING,
  /** Giving gaps and overlaps to units. */
  MENDING,
  /** Looking for gaps and overlaps. */
  CHECKING,
  /** Writing to the store. */
  STORING;

  /** What to call it. */
  public Message message() {
    return DataMessages.of("intake.stage-" + name().toLowerCase(Locale.ROOT));
  }

  /** The piece of an import that this is, from one share of it to another; see {@link Progress}. */
  Progress of(Progress whole, double begin, double end) {
    return whole.part(begin, end).named(message());
  }
}
