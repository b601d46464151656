package org.gridwright.api.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gridwright.api.cli.terminal.ExitStatus;
import org.gridwright.api.cli.terminal.OutputFile;
import org.gridwright.api.cli.terminal.ProgressDisplay;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.api.http.Json;
import org.gridwright.core.finding.Acceptances;
import org.gridwright.core.repair.RepairOptions;
import org.gridwright.core.work.Progress;
import org.gridwright.data.draft.DraftDesk;
import org.gridwright.data.draft.DraftState;
import org.gridwright.data.intake.Mending;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.RevisionNote;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;

/** Mends a draft of the store as one revision, and tells what that did. */
final class DraftRepair {

  private final Session session;
  private final Store store;

  DraftRepair(Session session, Store store) {
    this.session = session;
    this.store = store;
  }

  /**
   * @param preview only tell what would happen
   * @param reportFile where else to tell it; null for nowhere
   */
  int run(
      long draft,
      RepairOptions options,
      boolean preview,
      @Nullable OutputFile reportFile,
      Actor author)
      throws IOException {
    DraftDesk desk = new DraftDesk(store);
    DraftState before = desk.open(draft);
    long version = before.version();
    Mending mending;
    try (ProgressDisplay progress =
        ProgressDisplay.ofShares(session, session.say("progress.mending"))) {
      Progress shares = progress.shares();
      mending =
          Mending.of(
              desk.proposeRepair(draft, options, shares.part(0, 0.4)), shares.part(0.4, 0.6));
      if (!preview && !mending.proposal().isEmpty()) {
        RevisionNote note =
            new RevisionNote(
                "repair", asAsked(options), author, session.say("repair.draft-reason"));
        version =
            desk.repair(draft, version, options, note, shares.part(0.6, 1))
                .edited()
                .state()
                .version();
      }
    }
    MendingReport told = new MendingReport(session, mending);
    if (reportFile != null) {
      told.write(reportFile);
    }
    tell(told, draft, version, preview);
    String theme = before.info().theme();
    return Acceptances.apply(mending.repaired().leftovers(), store.review().accepted(theme, draft))
                .blocking()
            > 0
        ? ExitStatus.FINDINGS
        : ExitStatus.DONE;
  }

  private static String asAsked(RepairOptions options) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("snapMetres", options.snapMetres());
    if (Double.isFinite(options.gapWidthMetres())) {
      json.put("gapWidthMetres", options.gapWidthMetres());
    }
    json.put("inletMetres", options.inletMetres());
    json.put("apply", true);
    return Json.MAPPER.writeValueAsString(json);
  }

  private void tell(MendingReport told, long draft, long version, boolean preview) {
    if (session.options().json()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("preview", preview);
      json.put("draft", draft);
      json.put("version", version);
      json.putAll(told.json());
      session.printJson(json);
    } else {
      told.lines().forEach(session::print);
    }
    session.note(
        preview
            ? session.say("repair.previewed")
            : session.say("repair.draft-done", draft, version));
  }
}
