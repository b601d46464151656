package org.gridwright.data.draft;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.gridwright.core.coverage.CheckedPlan;
import org.gridwright.core.finding.Acceptances;
import org.gridwright.core.finding.AcceptedFinding;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.FindingDifference;
import org.gridwright.core.finding.Severity;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.data.intake.PublishRefusedException;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.StoreException.Reason;
import org.jspecify.annotations.Nullable;

/** Publishes drafts, merged with what was published since they were made. Thread-safe. */
final class Publication {

  /** Others may publish in between so often before the planner is told. */
  private static final int ATTEMPTS = 4;

  private final Store store;
  private final Bases bases;
  private final DraftOfficers officers;
  private final BiConsumer<PlanInfo, Plan> onPublished;

  Publication(
      Store store, Bases bases, DraftOfficers officers, BiConsumer<PlanInfo, Plan> onPublished) {
    this.store = store;
    this.bases = bases;
    this.officers = officers;
    this.onPublished = onPublished;
  }

  Plan emptyPlan(String theme) {
    return Plan.of(
        store
            .themes()
            .find(theme)
            .orElseThrow(
                () ->
                    new StoreException(
                        Reason.NOT_FOUND, DataMessages.of("store.theme-unknown", theme))),
        List.of());
  }

  /** Publishes; merges once more where somebody else published meanwhile. */
  PlanInfo publish(DraftState draft, LocalDate effective, @Nullable String accept, Actor author) {
    for (int attempt = 1; ; attempt++) {
      Optional<PlanInfo> latest = store.plans().latest(draft.info().theme());
      try {
        return publishAfter(latest, draft, effective, accept, author);
      } catch (StoreException refused) {
        boolean overtaken =
            refused.reason() == Reason.CONFLICT
                && !store.plans().latest(draft.info().theme()).equals(latest);
        if (!overtaken || attempt == ATTEMPTS) {
          throw refused;
        }
      }
    }
  }

  private PlanInfo publishAfter(
      Optional<PlanInfo> latest,
      DraftState draft,
      LocalDate effective,
      @Nullable String accept,
      Actor author) {
    String theme = draft.info().theme();
    boolean rebase = latest.isPresent() && !isBase(latest.get(), draft);
    PlanChange fromLatest = PlanChange.NONE;
    Plan replaced = draft.base().plan();
    CheckedPlan checked;
    if (rebase) {
      Base base = bases.of(theme, latest.get(), bases.rulesVersion(theme));
      replaced = base.plan();
      fromLatest = new DraftMerge(draft, base.plan()).change();
      checked = base.checked().get().after(fromLatest);
      requireSeam(draft, base, checked);
    } else {
      checked = draft.checked();
    }
    List<Finding> open = blocking(draft, checked);
    if (!open.isEmpty() && (accept == null || accept.isBlank())) {
      throw new PublishRefusedException(theme, open.size(), checked.findings());
    }
    PlanChange change = fromLatest;
    Plan before = replaced;
    PlanInfo published =
        store.transaction(
            tx -> {
              long id = draft.info().id();
              if (rebase) {
                tx.drafts().rebase(id, draft.version(), latest.get().id(), change);
              } else {
                tx.drafts().touch(id, draft.version());
              }
              if (!open.isEmpty()) {
                tx.review().accept(theme, id, accepted(open, accept, author));
              }
              officers.follow(tx, draft, before, checked.plan(), effective);
              String reason = open.isEmpty() ? null : accept;
              return tx.plans().publish(id, effective, reason).plan();
            });
    onPublished.accept(published, checked.plan());
    bases.keep(published, checked);
    return published;
  }

  private static boolean isBase(PlanInfo plan, DraftState draft) {
    return draft.info().base() != null && draft.info().base().id() == plan.id();
  }

  /** Both plans were sound where they differ, but together they may not be. */
  private static void requireSeam(DraftState draft, Base latest, CheckedPlan merged) {
    List<Finding> before =
        Stream.concat(draft.findings().stream(), latest.checked().get().findings().stream())
            .toList();
    List<Finding> added =
        SeamGuard.added(before, FindingDifference.between(before, merged.findings()));
    if (!added.isEmpty()) {
      int depth = draft.plan().theme().gridLevel().depth();
      List<String> codes =
          added.stream().flatMap(it -> it.units().stream()).distinct().sorted().toList();
      throw new ConflictException(
          "draft.publish-conflict",
          codes,
          codes.stream().flatMap(code -> draft.plan().unit(depth, code).stream()).toList(),
          codes.stream().flatMap(code -> latest.plan().unit(depth, code).stream()).toList(),
          draft.version());
    }
  }

  private List<Finding> blocking(DraftState draft, CheckedPlan checked) {
    List<AcceptedFinding> accepted =
        store.review().accepted(draft.info().theme(), draft.info().id());
    return Acceptances.apply(checked.findings(), accepted).open().stream()
        .filter(finding -> finding.severity() == Severity.BLOCKING)
        .toList();
  }

  private static List<AcceptedFinding> accepted(
      List<Finding> open, @Nullable String reason, Actor author) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return open.stream()
        .map(
            finding ->
                AcceptedFinding.of(finding, reason == null ? "" : reason, author.name(), now))
        .toList();
  }
}
