package org.gridwright.api.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.core.repair.Choice;
import org.gridwright.core.repair.RepairOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say how boundaries are to be mended. */
final class MendingOptions {

  /** Who is given ground, where no unit is named. */
  enum Receiver {
    BOTH_CORNERS(Choice.BOTH_CORNERS),
    MIDDLE(Choice.MIDDLE),
    LONGEST_BORDER(Choice.LONGEST_BORDER),
    LARGEST(Choice.LARGEST),
    SMALLEST(Choice.SMALLEST),
    LEAVE(Choice.LEAVE);

    @SuppressWarnings("ImmutableEnumChecker") // choices are values
    private final Choice choice;

    Receiver(Choice choice) {
      this.choice = choice;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** In front of a code that is written like a receiver. */
  private static final String CODE = "code:";

  @Option(names = "--snap", paramLabel = "METRES")
  private @Nullable Double snap;

  @Option(names = "--gap-width", paramLabel = "METRES")
  private @Nullable Double gapWidth;

  @Option(names = "--inlets", paramLabel = "METRES")
  private @Nullable Double inlets;

  @Option(names = "--gaps", paramLabel = "RECEIVER")
  private @Nullable Receiver gaps;

  @Option(names = "--overlaps", paramLabel = "RECEIVER")
  private @Nullable Receiver overlaps;

  @Option(names = "--choice", paramLabel = "FINDING=RECEIVER|CODE")
  private List<String> choices = List.of();

  /** The name of an option that was given; null where none was. */
  @Nullable String given() {
    return snap != null
        ? "--snap"
        : gapWidth != null
            ? "--gap-width"
            : inlets != null
                ? "--inlets"
                : gaps != null
                    ? "--gaps"
                    : overlaps != null ? "--overlaps" : choices.isEmpty() ? null : "--choice";
  }

  /**
   * @throws org.gridwright.core.repair.RepairException when a measure is out of its range
   * @throws CliException when a choice can not be read
   */
  RepairOptions options() {
    RepairOptions options = RepairOptions.STANDARD.withChoices(byFinding());
    options = snap == null ? options : options.withSnap(snap);
    options = gapWidth == null ? options : options.withGapWidth(gapWidth);
    options = inlets == null ? options : options.withInlets(inlets);
    options = gaps == null ? options : options.withGapsTo(gaps.choice);
    return overlaps == null ? options : options.withOverlapsTo(overlaps.choice);
  }

  private Map<String, Choice> byFinding() {
    Map<String, Choice> byFinding = new LinkedHashMap<>();
    for (String text : choices) {
      int equals = text.indexOf('=');
      if (equals < 1 || equals == text.length() - 1) {
        throw CliException.usage("repair.choice-unreadable", text);
      }
      if (byFinding.put(text.substring(0, equals), choice(text.substring(equals + 1))) != null) {
        throw CliException.usage("repair.choice-twice", text.substring(0, equals));
      }
    }
    return byFinding;
  }

  private static Choice choice(String receiver) {
    for (Receiver known : Receiver.values()) {
      if (known.toString().equals(receiver)) {
        return known.choice;
      }
    }
    return Choice.to(receiver.startsWith(CODE) ? receiver.substring(CODE.length()) : receiver);
  }
}
