package org.gridwright.api.http.drafts;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gridwright.api.http.Author;
import org.gridwright.api.http.Bodies;
import org.gridwright.api.http.BodyFile;
import org.gridwright.api.http.CsvParameters;
import org.gridwright.api.http.IfMatch;
import org.gridwright.api.http.Json;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Languages;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.Resource;
import org.gridwright.core.edit.AssignBlocksEdit;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.work.Progress;
import org.gridwright.data.assignments.AssignedUnits;
import org.gridwright.data.assignments.AssignmentFile;
import org.gridwright.data.assignments.AssignmentReport;
import org.gridwright.data.assignments.AssignmentsRefusedException;
import org.gridwright.data.assignments.BlockAssignments;
import org.gridwright.data.assignments.ParentAssignments;
import org.gridwright.data.draft.DraftDesk;
import org.gridwright.data.draft.DraftState;
import org.gridwright.data.draft.Edited;
import org.gridwright.data.exchange.CsvOutput;
import org.gridwright.data.exchange.TextOptions;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.RevisionNote;
import org.gridwright.data.officers.OfficerQuestion;
import org.jspecify.annotations.Nullable;

/** Which units belong to which, as files out of a draft and into it. */
public final class AssignmentsOfDraft implements Resource {

  /** Greatest size of a body. */
  private static final long LIMIT_BYTES = 64L << 20;

  /** Rows that can not hold are told up to this many. */
  private static final int MOST_ROWS = 100;

  private static final String CSV = "text/csv";

  private final DraftAccess drafts;
  private final DraftDesk desk;
  private final PlanLookup plans;
  private final DraftNews news;

  public AssignmentsOfDraft(DraftDesk desk, PlanLookup plans, DraftNews news) {
    this.drafts = new DraftAccess(desk, plans);
    this.desk = desk;
    this.plans = plans;
    this.news = news;
  }

  /** One row that can not hold. */
  record RefusedRow(long line, String code, String detail) {}

  /**
   * What a file changes, or would.
   *
   * @param notes what was found of how the file is written
   * @param edit what the draft answers; null where everything was so already
   */
  record AssignmentsAnswer(
      long version,
      String level,
      int rows,
      int changed,
      int same,
      int unnamed,
      List<String> added,
      List<String> emptied,
      List<String> notes,
      @Nullable EditAnswer edit) {}

  @Override
  public void register(RoutesConfig routes) {
    routes.get(
        "/api/v1/drafts/{id}/assignments",
        KnownParameters.of("level", "blocks", "names")
            .and(CsvParameters.WRITING)
            .then(this::write));
    routes.post(
        "/api/v1/drafts/{id}/assignments",
        KnownParameters.of("level", "blocks", "parent", "multipart", "emptied", "preview")
            .and(CsvParameters.READING)
            .then(this::read));
  }

  private void write(Context ctx) throws IOException {
    DraftState draft = drafts.open(ctx);
    Parameters parameters = new Parameters(ctx);
    Optional<Plan> blocks = blocks(parameters);
    Level level = level(parameters, draft).orElse(draft.plan().theme().gridLevel());
    if (blocks.isEmpty() && level.depth() == 0) {
      throw ProblemException.badParameter("level", AssignmentFile.top(level));
    }
    CsvOutput output = CsvParameters.writing(parameters);
    ctx.contentType(CsvParameters.contentType(output));
    ctx.header("ETag", IfMatch.tag(draft.version()));
    ctx.header("Cache-Control", "no-cache");
    ctx.header("Content-Disposition", "attachment; filename=\"assignments.csv\"");
    if (blocks.isPresent()) {
      AssignmentFile.write(draft.plan(), blocks.get(), ctx.res().getOutputStream(), output);
    } else {
      AssignmentFile.write(
          draft.plan(), level, parameters.flag("names"), ctx.res().getOutputStream(), output);
    }
  }

  private void read(Context ctx) throws IOException {
    DraftState opened = drafts.open(ctx);
    Parameters parameters = new Parameters(ctx);
    boolean preview = parameters.flag("preview");
    Actor author = Author.of(ctx);
    long version = DraftAccess.version(ctx, opened);
    if (!CSV.equals(Bodies.mediaType(ctx.contentType()))) {
      throw ProblemException.unsupportedType(CSV);
    }
    Optional<Plan> blocks = blocks(parameters);
    TextOptions text = CsvParameters.reading(ctx);
    AssignmentFile file =
        BodyFile.read(
            ctx,
            "body.csv",
            LIMIT_BYTES,
            path ->
                blocks.isPresent()
                    ? AssignmentFile.ofBlocks(path, text, opened.plan().theme())
                    : AssignmentFile.ofUnits(
                        path, text, opened.plan().theme(), level(parameters, opened).orElse(null)));
    long id = opened.info().id();
    AssignedUnits assigned =
        drafts.change(id, () -> assigned(opened.plan(), blocks, file, parameters, ctx));
    if (assigned.edit().isEmpty()) {
      DraftState same = drafts.change(id, () -> desk.open(id).requireVersion(version));
      answer(ctx, same.version(), file, assigned.report(), null);
      return;
    }
    Edited edited =
        drafts.change(
            id,
            () ->
                preview
                    ? desk.preview(
                        id, version, assigned.edit().get(), AssignBlocksEdit.KIND, Progress.NONE)
                    : desk.apply(id, version, assigned.edit().get(), note(file, assigned, author)));
    List<OfficerQuestion> asked =
        preview ? desk.officers().previewed(edited) : desk.officers().questions(edited);
    if (!preview) {
      news.changed(edited.state().info(), author);
    }
    EditAnswer edit =
        EditAnswer.of(edited, desk.findings(edited.state()), asked, false, Languages.of(ctx));
    answer(ctx, edited.state().version(), file, assigned.report(), edit);
  }

  private static AssignedUnits assigned(
      Plan plan, Optional<Plan> blocks, AssignmentFile file, Parameters parameters, Context ctx) {
    boolean emptied = parameters.flag("emptied");
    boolean multipart = parameters.flag("multipart");
    try {
      return blocks.isPresent()
          ? BlockAssignments.of(
              plan, blocks.get(), file, parameters.text("parent").orElse(null), multipart, emptied)
          : ParentAssignments.of(plan, file, multipart, emptied);
    } catch (AssignmentsRefusedException refused) {
      throw refused(refused, Languages.of(ctx));
    }
  }

  private static ProblemException refused(AssignmentsRefusedException refused, Locale language) {
    List<RefusedRow> rows =
        refused.issues().stream()
            .limit(MOST_ROWS)
            .map(issue -> new RefusedRow(issue.line(), issue.code(), issue.what().in(language)))
            .toList();
    return ProblemException.refused(null, refused.told())
        .with("reason", "assignments-refused")
        .with("refused", refused.issues().size())
        .with("rows", rows);
  }

  private Optional<Plan> blocks(Parameters parameters) {
    return parameters.text("blocks").map(theme -> plans.require(plans.theme(theme), null).plan());
  }

  private Optional<Level> level(Parameters parameters, DraftState draft) {
    return parameters.text("level").map(name -> plans.level(draft.plan().theme(), name));
  }

  private static RevisionNote note(AssignmentFile file, AssignedUnits assigned, Actor author) {
    Map<String, Object> asked = new LinkedHashMap<>();
    asked.put("type", AssignBlocksEdit.KIND);
    asked.put("level", file.level().name());
    asked.put("rows", assigned.report().rows());
    asked.put("changed", assigned.report().changed());
    return new RevisionNote(
        AssignBlocksEdit.KIND, Json.MAPPER.writeValueAsString(asked), author, "");
  }

  private static void answer(
      Context ctx,
      long version,
      AssignmentFile file,
      AssignmentReport report,
      @Nullable EditAnswer edit) {
    ctx.header("ETag", IfMatch.tag(version));
    ctx.json(
        new AssignmentsAnswer(
            version,
            file.level().name(),
            report.rows(),
            report.changed(),
            report.same(),
            report.unnamed(),
            report.added(),
            report.emptied(),
            file.notes().stream().map(note -> note.in(Languages.of(ctx))).toList(),
            edit));
  }
}
