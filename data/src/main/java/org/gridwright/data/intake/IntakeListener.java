package org.gridwright.data.intake;

import java.util.Locale;
import org.gridwright.core.message.Message;
import org.gridwright.data.message.DataMessages;

/** Is told how far an import is. Called often, from the thread that imports; must be quick. */
public interface IntakeListener {

  /** Tells nobody. */
  IntakeListener NONE = (stage, done, total) -> {};

  /** A part of an import, in the order in which they come. */
  enum Stage {
    /** Reading the file; counts bytes of the file. */
    READING,
    /** Drawing upper levels; counts nothing. */
    DRAWING,
    /** Giving gaps and overlaps to units; counts nothing. */
    MENDING,
    /** Looking for gaps and overlaps; counts nothing. */
    CHECKING,
    /** Writing to the store; counts nothing. */
    STORING;

    /** What to call it. */
    public Message message() {
      return DataMessages.of("intake.stage-" + name().toLowerCase(Locale.ROOT));
    }
  }

  /**
   * Takes notice of how far a stage has come.
   *
   * @param done how much of the stage is done, in the unit that the stage counts
   * @param total -1 where it is not known
   */
  void at(Stage stage, long done, long total);
}
