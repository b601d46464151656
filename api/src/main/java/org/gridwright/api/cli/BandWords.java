package org.gridwright.api.cli;

import java.util.Arrays;
import java.util.List;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.core.lattice.DecimalText;

/** Bands of distance or time on the command line: where each ends, with commas between. */
final class BandWords {

  private static final int MOST_BANDS = 100;

  private BandWords() {}

  /**
   * Reads them.
   *
   * @throws CliException when they are no numbers, or too many
   */
  static List<Double> of(String option, String word) {
    try {
      List<Double> bands =
          Arrays.stream(word.split(",", -1)).map(String::strip).map(DecimalText::parse).toList();
      if (bands.size() <= MOST_BANDS) {
        return bands;
      }
    } catch (NumberFormatException none) {
      throw CliException.usage("hotspots.bands", option, word, MOST_BANDS);
    }
    throw CliException.usage("hotspots.bands", option, word, MOST_BANDS);
  }
}
