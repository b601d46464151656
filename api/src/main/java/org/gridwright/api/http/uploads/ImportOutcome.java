package org.gridwright.api.http.uploads;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.gridwright.api.http.answer.FactsAnswer;
import org.gridwright.core.flow.PlanAttribute;
import org.gridwright.core.message.Message;
import org.gridwright.data.intake.Mending;
import org.gridwright.data.intake.OfficialImport;
import org.gridwright.data.intake.PointReport;
import org.gridwright.data.intake.ZoneReport;
import org.gridwright.data.intake.look.FileLook.Use;
import org.gridwright.data.model.PlanInfo;
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
    List<Message> notes,
    @Nullable List<PlanAttribute> attributes,
    @Nullable MendingAnswer mending) {

  ImportOutcome {
    notes = List.copyOf(notes);
    attributes = attributes == null ? null : List.copyOf(attributes);
  }

  /** A plan that was made. */
  static ImportOutcome of(String theme, ZoneReport report) {
    PlanInfo plan = report.plan();
    Mending mending = report.mending();
    return new ImportOutcome(
        Use.ZONES,
        theme,
        plan.id(),
        plan.status() == PlanInfo.Status.PUBLISHED,
        report.units(),
        report.features(),
        0,
        0,
        report.notes(),
        report.attributes(),
        mending == null ? null : MendingAnswer.of(mending));
  }

  /** Areas that a theme is compared with. */
  static ImportOutcome of(Use use, String theme, OfficialImport.OfficialCount count) {
    return new ImportOutcome(
        use, theme, null, false, null, count.areas(), 0, 0, count.notes(), null, null);
  }

  /** Records that were stored, with those that were left out among the notes. */
  static ImportOutcome of(Use use, @Nullable String theme, PointReport report) {
    List<Message> notes = new ArrayList<>(report.notes());
    notes.addAll(report.firstSkipped());
    return new ImportOutcome(
        use,
        theme,
        null,
        false,
        null,
        report.stored(),
        report.replaced(),
        report.skipped(),
        notes,
        null,
        null);
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
        notes.stream().map(note -> note.in(language)).toList(),
        attributes == null || theme == null ? null : FactsAnswer.of(theme, attributes).facts(),
        mending);
  }

  /** The ids of all uses, in order. */
  static List<String> uses() {
    return Stream.of(Use.values()).map(Use::id).toList();
  }
}
