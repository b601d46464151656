package org.gridwright.api.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.ExitStatus;
import org.gridwright.api.cli.terminal.ProgressDisplay;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.api.http.Json;
import org.gridwright.core.edit.SimplifyBordersEdit;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.work.Progress;
import org.gridwright.data.draft.DraftDesk;
import org.gridwright.data.draft.DraftState;
import org.gridwright.data.draft.Edited;
import org.gridwright.data.draft.PlanEdit;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.RevisionNote;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes corners out of the borders of a draft that grids share. */
@Command(name = "simplify")
final class SimplifyCommand implements Callable<Integer> {

  private final Session session;

  @Option(names = "--draft", paramLabel = "DRAFT", required = true)
  private long draft;

  @Option(names = "--limit", paramLabel = "METRES", required = true)
  private double limit;

  @Option(names = "--unit", paramLabel = "CODE", arity = "1..*")
  private List<String> units = new ArrayList<>();

  @Option(names = "--level", paramLabel = "LEVEL")
  private @Nullable String level;

  @Option(names = "--preview")
  private boolean preview;

  @Option(names = "--author", paramLabel = "NAME", defaultValue = "anonymous")
  private String author = "anonymous";

  SimplifyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (!(limit > 0 && limit < Double.POSITIVE_INFINITY)) {
      throw CliException.usage("simplify.limit");
    }
    if (level != null && units.isEmpty()) {
      throw CliException.usage("simplify.level-needs-unit");
    }
    try (Store store = session.openStore()) {
      DraftDesk desk = new DraftDesk(store);
      DraftState before = desk.open(draft);
      Edited edited;
      try (ProgressDisplay display =
          ProgressDisplay.ofShares(session, session.say("progress.simplifying"))) {
        edited = simplified(desk, before, display.shares());
      }
      tell(before.plan(), edited.state());
    }
    return ExitStatus.DONE;
  }

  private Edited simplified(DraftDesk desk, DraftState before, Progress progress) {
    int depth = PlanChoice.level(before.plan().theme(), level).depth();
    SimplifyBordersEdit edit = new SimplifyBordersEdit(depth, units, limit);
    PlanEdit asked = PlanEdit.of(edit);
    return preview
        ? desk.preview(draft, before.version(), asked, edit.kind(), progress)
        : desk.apply(draft, before.version(), asked, note(edit, before.plan()), progress);
  }

  /** With the edit as it would have come over HTTP. */
  private RevisionNote note(SimplifyBordersEdit edit, Plan plan) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", edit.kind());
    if (!units.isEmpty()) {
      json.put("level", plan.theme().levels().get(edit.depth()).name());
      json.put("units", units);
    }
    json.put("limitMetres", limit);
    return new RevisionNote(
        edit.kind(), Json.MAPPER.writeValueAsString(json), Actor.named(author), "");
  }

  private void tell(Plan before, DraftState after) {
    long corners = corners(before);
    long left = corners(after.plan());
    if (session.options().json()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("preview", preview);
      json.put("draft", draft);
      json.put("version", after.version());
      json.put("cornersBefore", corners);
      json.put("corners", left);
      session.printJson(json);
    } else {
      session.printPair(session.say("simplify.corners-before"), corners);
      session.printPair(session.say("simplify.corners"), left);
    }
    session.note(
        preview
            ? session.say("repair.previewed")
            : session.say("repair.draft-done", draft, after.version()));
  }

  /** Of the outlines of all grids; one on a border counts for both sides. */
  private static long corners(Plan plan) {
    long[] count = new long[1];
    plan.grids().forEach(grid -> grid.drawnArea().forEachRing(ring -> count[0] += ring.size() - 1));
    return count[0];
  }
}
