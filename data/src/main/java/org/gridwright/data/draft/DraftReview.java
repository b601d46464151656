package org.gridwright.data.draft;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gridwright.core.finding.AcceptedFinding;
import org.gridwright.core.finding.Finding;
import org.gridwright.data.draft.OpenDrafts.Slot;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.DraftInfo;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.StoreException.Reason;

/** What planners accept of the findings of drafts. Thread-safe. */
final class DraftReview {

  private final Store store;
  private final ServiceFindings service;

  DraftReview(Store store, ServiceFindings service) {
    this.store = store;
    this.service = service;
  }

  /** Findings of a draft with what was accepted marked. */
  List<Reviewed> of(DraftState draft, List<Finding> findings) {
    DraftInfo info = draft.info();
    return findings.isEmpty()
        ? List.of()
        : Reviewed.all(findings, store.review().accepted(info.theme(), info.id()));
  }

  DraftState accept(Slot slot, String finding, String reason, Actor author) {
    DraftState now = slot.current();
    AcceptedFinding accepted =
        AcceptedFinding.of(
            finding(now, finding),
            reason,
            author.name(),
            Instant.now().truncatedTo(ChronoUnit.MILLIS));
    long id = now.info().id();
    DraftInfo info =
        store.transaction(
            tx -> {
              DraftInfo touched = tx.drafts().touch(id, now.version());
              tx.review().accept(touched.theme(), id, List.of(accepted));
              return touched;
            });
    return slot.put(now.knownAs(info));
  }

  DraftState takeBack(Slot slot, String finding) {
    DraftState now = slot.current();
    long id = now.info().id();
    String theme = now.info().theme();
    Finding found = finding(now, finding);
    List<AcceptedFinding> holding =
        store.review().accepted(theme, id).stream().filter(it -> it.holdsFor(found)).toList();
    if (holding.isEmpty()) {
      throw absent("draft.not-accepted", id, finding);
    }
    DraftInfo info =
        store.transaction(
            tx -> {
              DraftInfo touched = tx.drafts().touch(id, now.version());
              holding.forEach(it -> tx.review().takeBack(theme, id, it));
              return touched;
            });
    return slot.put(now.knownAs(info));
  }

  private Finding finding(DraftState draft, String id) {
    return Stream.<Supplier<List<Finding>>>of(draft::findings, () -> service.of(draft))
        .flatMap(findings -> findings.get().stream())
        .filter(finding -> finding.id().equals(id))
        .findFirst()
        .orElseThrow(() -> absent("draft.finding-unknown", draft.info().id(), id));
  }

  private static StoreException absent(String key, long draft, String finding) {
    return new StoreException(Reason.NOT_FOUND, DataMessages.of(key, draft, finding));
  }
}
