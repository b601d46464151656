package org.gridwright.api.http.uploads;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.gridwright.core.message.Message;
import org.gridwright.data.intake.PointReport;
import org.gridwright.data.intake.look.FileLook.Use;
import org.jspecify.annotations.Nullable;

/** What came of an import, in no language yet; see {@link ImportAnswer.Result}. */
record ImportOutcome(
    Use use,
    @Nullable String theme,
    @Nullable Long plan,
    boolean published,
    @Nullable Map<String, Integer> units,
    long stored,
    long replaced,
    long skipped,
    List<Message> notes) {

  ImportOutcome {
    notes = List.copyOf(notes);
  }

  /** Records that were stored, with those that were left out among the notes. */
  static ImportOutcome of(Use use, @Nullable String theme, PointReport report) {
    List<Message> notes = new ArrayList<>(report.notes());
    notes.addAll(report.firstSkipped());
    return new ImportOutcome(
        use, theme, null, false, null, report.stored(), report.replaced(), report.skipped(), notes);
  }

  ImportAnswer.Result in(Locale language) {
    return new ImportAnswer.Result(
        use.id(),
        theme,
        plan,
        published,
        units,
        stored,
        replaced,
        skipped,
        notes.stream().map(note -> note.in(language)).toList());
  }

  /** The ids of all uses, in order. */
  static List<String> uses() {
    return Stream.of(Use.values()).map(Use::id).toList();
  }
}
