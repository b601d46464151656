package org.gridwright.api.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridwright.api.cli.terminal.ExitStatus;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.api.http.Json;
import org.gridwright.core.edit.AssignBlocksEdit;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.work.Progress;
import org.gridwright.data.assignments.AssignedUnits;
import org.gridwright.data.assignments.AssignmentFile;
import org.gridwright.data.assignments.AssignmentIssue;
import org.gridwright.data.assignments.AssignmentReport;
import org.gridwright.data.assignments.AssignmentsRefusedException;
import org.gridwright.data.assignments.BlockAssignments;
import org.gridwright.data.assignments.ParentAssignments;
import org.gridwright.data.draft.DraftDesk;
import org.gridwright.data.draft.DraftState;
import org.gridwright.data.exchange.TextOptions;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.RevisionNote;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;

/** Brings a file of assignments into a draft of the store, and tells what that did. */
final class DraftAssignments {

  /** Rows that can not hold are told up to this many. */
  private static final int TOLD = 20;

  private final Session session;
  private final Store store;

  DraftAssignments(Session session, Store store) {
    this.session = session;
    this.store = store;
  }

  /**
   * What the command line asks for.
   *
   * @param blocks a plan whose grids are the blocks; null where units are assigned to parents
   */
  record AssignmentOrder(
      Path file,
      TextOptions text,
      @Nullable String level,
      @Nullable Plan blocks,
      @Nullable String parent,
      boolean multipart,
      boolean emptied,
      boolean preview) {}

  int run(long draft, AssignmentOrder asked, Actor author) {
    DraftDesk desk = new DraftDesk(store);
    DraftState before = desk.open(draft);
    AssignmentFile file = file(asked, before.plan().theme());
    file.notes().forEach(note -> session.note(session.say(note)));
    AssignedUnits assigned;
    try {
      assigned = assigned(before.plan(), asked, file);
    } catch (AssignmentsRefusedException refused) {
      tell(refused);
      throw refused;
    }
    long version = before.version();
    if (assigned.edit().isPresent()) {
      version =
          asked.preview()
              ? desk.preview(
                      draft, version, assigned.edit().get(), AssignBlocksEdit.KIND, Progress.NONE)
                  .state()
                  .version()
              : desk.apply(draft, version, assigned.edit().get(), note(file, asked, author))
                  .state()
                  .version();
    }
    tell(assigned.report(), draft, version, asked.preview());
    return ExitStatus.DONE;
  }

  private static AssignmentFile file(AssignmentOrder asked, Theme theme) {
    return asked.blocks() == null
        ? AssignmentFile.ofUnits(
            asked.file(),
            asked.text(),
            theme,
            asked.level() == null ? null : PlanChoice.level(theme, asked.level()))
        : AssignmentFile.ofBlocks(asked.file(), asked.text(), theme);
  }

  private static AssignedUnits assigned(Plan plan, AssignmentOrder asked, AssignmentFile file) {
    Plan blocks = asked.blocks();
    return blocks == null
        ? ParentAssignments.of(plan, file, asked.multipart(), asked.emptied())
        : BlockAssignments.of(
            plan, blocks, file, asked.parent(), asked.multipart(), asked.emptied());
  }

  private RevisionNote note(AssignmentFile file, AssignmentOrder asked, Actor author) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", AssignBlocksEdit.KIND);
    json.put("level", file.level().name());
    json.put("rows", file.rows().size());
    return new RevisionNote(
        AssignBlocksEdit.KIND,
        Json.MAPPER.writeValueAsString(json),
        author,
        String.valueOf(asked.file().getFileName()));
  }

  private void tell(AssignmentsRefusedException refused) {
    List<AssignmentIssue> issues = refused.issues();
    for (AssignmentIssue issue : issues.subList(0, Math.min(TOLD, issues.size()))) {
      session.note(session.say("assignments.row", issue.line(), session.say(issue.what())));
    }
    if (issues.size() > TOLD) {
      session.note(session.say("assignments.more-rows", issues.size() - TOLD));
    }
  }

  private void tell(AssignmentReport report, long draft, long version, boolean preview) {
    if (session.options().json()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("preview", preview);
      json.put("draft", draft);
      json.put("version", version);
      json.put("rows", report.rows());
      json.put("changed", report.changed());
      json.put("same", report.same());
      json.put("unnamed", report.unnamed());
      json.put("added", report.added());
      json.put("emptied", report.emptied());
      session.printJson(json);
    } else {
      pair("rows", report.rows());
      pair("changed", report.changed());
      pair("same", report.same());
      pair("unnamed", report.unnamed());
      pair("added", report.added().size());
      pair("emptied", report.emptied().size());
    }
    session.note(
        preview
            ? session.say("repair.previewed")
            : session.say("repair.draft-done", draft, version));
  }

  private void pair(String label, int value) {
    session.printPair(session.say("assignments." + label), value);
  }
}
