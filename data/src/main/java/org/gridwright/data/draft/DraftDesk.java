package org.gridwright.data.draft;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.repair.Proposal;
import org.gridwright.core.repair.Repair;
import org.gridwright.core.repair.RepairOptions;
import org.gridwright.core.repair.Repaired;
import org.gridwright.core.work.Progress;
import org.gridwright.data.draft.OpenDrafts.Slot;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.DraftInfo;
import org.gridwright.data.model.DraftRevision;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.model.RevisionNote;
import org.gridwright.data.officers.OfficersFollow;
import org.gridwright.data.store.DraftStore.About;
import org.gridwright.data.store.DraftStore.Noted;
import org.gridwright.data.store.DraftStore.Stepped;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * Where drafts are worked on. Thread-safe.
 *
 * <p>Methods that take the version on which a change was made throw {@link UnknownVersionException}
 * when the draft never had it, {@link ConflictException} when what was changed since touches the
 * same units, {@link ChangeRefusedException} when the change makes no sense or would break the
 * seam, and all throw {@link StoreException} with {@code NOT_FOUND} when there is no such draft.
 */
public final class DraftDesk {
  private final Store store;
  private final Bases bases;
  private final KnownDrafts list;
  private final OpenDrafts drafts;
  private final Publication publication;
  private final ServiceFindings service;
  private final DraftReview review;
  private final DraftOfficers officers;
  private final DraftBalances balances;
  private final EditGroups edits;

  /** A desk that reads published plans from the store. */
  public DraftDesk(Store store) {
    this(store, plan -> store.plans().load(plan.id()), PackedLocator::of, (info, plan) -> {});
  }

  /**
   * @param published the content of a published plan, which may be in memory already
   * @param locators makes the locator of a draft's plan, which may be much like one at hand
   * @param onPublished is told of each plan that the desk has published, before that returns
   */
  public DraftDesk(
      Store store,
      Function<PlanInfo, Plan> published,
      Function<Plan, Locator> locators,
      BiConsumer<PlanInfo, Plan> onPublished) {
    this(store, published, locators, onPublished, OfficersFollow.USUAL_SHARE);
  }

  /**
   * @param askedAbove share of a grid's addresses that asks about officers, 0 to 1
   */
  public DraftDesk(
      Store store,
      Function<PlanInfo, Plan> published,
      Function<Plan, Locator> locators,
      BiConsumer<PlanInfo, Plan> onPublished,
      double askedAbove) {
    this.store = store;
    this.bases = new Bases(store, published);
    this.list = new KnownDrafts(store);
    this.drafts = new OpenDrafts(store, bases, list);
    this.edits = new EditGroups(store, drafts);
    this.officers = new DraftOfficers(store, drafts, new OfficersFollow(askedAbove));
    this.publication = new Publication(store, bases, officers, onPublished);
    this.service = new ServiceFindings(store, locators);
    this.review = new DraftReview(store, service);
    this.balances = new DraftBalances(store, locators);
  }

  /** The published plans that drafts begin with. */
  public Bases bases() {
    return bases;
  }

  /**
   * Drafts of a theme by id; of all themes where it is null. From memory: with all that this desk
   * changed, and what others had when {@link #lookForOthers} was called last.
   */
  public List<DraftInfo> list(@Nullable String theme) {
    return list.of(theme);
  }

  /** Has the list show what others than this desk changed. */
  public void lookForOthers() {
    list.lookForOthers();
  }

  /** The draft as it is now. */
  public DraftState open(long id) {
    return drafts.seen(id).state();
  }

  /**
   * A draft equal to a published plan; where it is null, to the latest one, or empty without one.
   */
  public DraftState create(String theme, @Nullable Long publishedPlan, About about) {
    Optional<Long> plan =
        publishedPlan == null
            ? store.plans().latest(theme).map(PlanInfo::id)
            : Optional.of(publishedPlan);
    DraftInfo created =
        plan.map(id -> store.drafts().create(id, about))
            .orElseGet(() -> store.drafts().create(publication.emptyPlan(theme), about));
    return open(created.id());
  }

  /** A draft with the content of a plan of a known theme. */
  public DraftState create(Plan plan, About about) {
    return open(store.drafts().create(plan, about).id());
  }

  /** A copy with its history. */
  public DraftState duplicate(long id, About about) {
    return open(store.drafts().duplicate(id, about).id());
  }

  public DraftState describe(long id, String name, String description) {
    return drafts.at(
        id,
        slot -> {
          DraftState now = slot.current();
          DraftInfo info = store.drafts().describe(id, now.version(), name, description);
          return slot.put(now.knownAs(info));
        });
  }

  public void delete(long id) {
    store.drafts().delete(id);
    forget(id);
  }

  /** Revisions in order of position, undone ones included. */
  public List<DraftRevision> history(long id) {
    return store.drafts().history(id);
  }

  /** What was said of the edits that were made after a version, whatever became of them. */
  public List<Noted> notesSince(long id, long version) {
    return store.drafts().notesSince(id, version);
  }

  /** Makes an edit and stores it; edits that others make at the same time share the wait. */
  public Edited apply(long id, long version, PlanEdit edit, RevisionNote note) {
    return apply(id, version, edit, note, Progress.NONE);
  }

  /** As above, watched; nothing is stored where it is stopped. */
  public Edited apply(long id, long version, PlanEdit edit, RevisionNote note, Progress progress) {
    return edits.make(id, version, edit, note, progress);
  }

  /** What {@link #apply} would do and answer, without storing it. */
  public Edited preview(long id, long version, PlanEdit edit, String kind, Progress progress) {
    return edits.propose(drafts.seen(id), version, edit, kind, progress);
  }

  /**
   * Takes the last applied revision back.
   *
   * @throws ChangeRefusedException {@code nothing-to-undo}
   */
  public Edited undo(long id, long version, Actor author) {
    return move(
        id, version, "nothing-to-undo", now -> store.drafts().undo(id, now.version(), author));
  }

  /**
   * Applies the revision undone last again.
   *
   * @throws ChangeRefusedException {@code nothing-to-redo}
   */
  public Edited redo(long id, long version, Actor author) {
    return move(
        id, version, "nothing-to-redo", now -> store.drafts().redo(id, now.version(), author));
  }

  /** What is wrong with the drawing, what was accepted marked; follows each edit at once. */
  public List<Reviewed> findings(long id) {
    return findings(open(id));
  }

  /** As above, of a state that is at hand. */
  public List<Reviewed> findings(DraftState draft) {
    return review.of(draft, draft.findings());
  }

  /**
   * As {@link #findings}, and after them where the grids do not serve the city, which may take
   * seconds.
   */
  public List<Reviewed> allFindings(long id) {
    DraftState now = open(id);
    return review.of(
        now, Stream.concat(now.findings().stream(), service.of(now).stream()).toList());
  }

  /** Accepts a finding in this draft; once it is published, in its theme. */
  public DraftState accept(long id, String finding, String reason, Actor author) {
    return drafts.at(id, slot -> review.accept(slot, finding, reason, author));
  }

  /** Takes back what was accepted. */
  public DraftState takeBack(long id, String finding) {
    return drafts.at(id, slot -> review.takeBack(slot, finding));
  }

  /** What becomes of officers whose grids drafts change. */
  public DraftOfficers officers() {
    return officers;
  }

  /** How evenly drafts are balanced. */
  public DraftBalances balances() {
    return balances;
  }

  /** What revisions of drafts did to numbers. */
  public FactHistory factHistory() {
    return new FactHistory(store, drafts);
  }

  /** What a repair would do. */
  public Proposal proposeRepair(long id, RepairOptions options, Progress progress) {
    DraftState now = open(id);
    return Repair.propose(now.plan(), withInlets(now, options), now.findings(), progress);
  }

  /**
   * Repairs and stores it as one revision.
   *
   * @throws org.gridwright.core.work.StoppedException when it is not to go on; nothing is stored
   */
  public RepairedDraft repair(
      long id, long version, RepairOptions options, RevisionNote note, Progress progress) {
    RepairOptions how = withInlets(open(id), options);
    AtomicReference<Proposal> proposal = new AtomicReference<>();
    AtomicReference<Repaired> outcome = new AtomicReference<>();
    Edited edited =
        apply(
            id,
            version,
            now -> {
              Proposal proposed = Repair.propose(now.plan(), how, progress.part(0, 0.7));
              Repaired repaired = proposed.apply(progress.part(0.7, 1));
              proposal.set(proposed);
              outcome.set(repaired);
              return now.carried(RepairedDraft.change(now.plan(), repaired.plan()), progress);
            },
            note);
    return new RepairedDraft(requireNonNull(proposal.get()), requireNonNull(outcome.get()), edited);
  }

  /**
   * Publishes a draft; its id becomes the plan's. What was published since the draft was made is
   * merged where no unit is touched by both. Officers follow their grids from the first day on:
   * under the code that these have then, or as was chosen.
   *
   * @param effective first day in force
   * @param accept the reason with which findings that still block are accepted; null to refuse
   * @throws org.gridwright.data.intake.PublishRefusedException when some block and there is no
   *     reason
   * @throws OfficersAskedException when officers or grids changed since something was chosen
   */
  public PlanInfo publish(
      long id, long version, LocalDate effective, @Nullable String accept, Actor author) {
    PlanInfo published =
        drafts.at(
            id,
            slot -> {
              DraftState now = unchanged(slot, version);
              return publication.publish(now, effective, accept, author);
            });
    forget(id);
    return published;
  }

  private void forget(long id) {
    drafts.forget(id);
    service.forget(id);
  }

  /** A choice for an inlet speaks of one as the rules of the theme find them. */
  private RepairOptions withInlets(DraftState draft, RepairOptions options) {
    String inlet = Finding.Kind.INLET.id() + "-";
    Set<String> named = options.only();
    boolean asked =
        Stream.concat(
                options.byFinding().keySet().stream(),
                named == null ? Stream.<String>of() : named.stream())
            .anyMatch(it -> it.startsWith(inlet));
    return asked && options.inletMetres() == 0
        ? options.withInlets(draft.checked().rules().inletMetres())
        : options;
  }

  private Edited move(
      long id, long version, String nothing, Function<DraftState, Optional<Stepped>> step) {
    return drafts.at(
        id,
        slot -> {
          DraftState now = unchanged(slot, version);
          Stepped moved =
              step.apply(now)
                  .orElseThrow(
                      () ->
                          new ChangeRefusedException(
                              nothing, DataMessages.of("draft." + nothing, id), null));
          DraftState after = now.after(moved.change());
          Edited edited =
              Edited.of(now, after, moved.kind(), moved.change()).knownAs(moved.draft());
          slot.put(edited.state(), moved.change());
          return edited;
        });
  }

  /** The draft as it is now, in which nobody changed a unit since a version. */
  private DraftState unchanged(Slot slot, long version) {
    DraftNow now = slot.now();
    Merging.requireUnchanged(now.state(), now.since(version, store));
    return now.state();
  }
}
