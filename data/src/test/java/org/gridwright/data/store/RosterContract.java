package org.gridwright.data.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gridwright.data.layer.LayerQuery;
import org.gridwright.data.layer.LayerRow;
import org.gridwright.data.layer.LayerWalk;
import org.gridwright.data.model.Assignment;
import org.gridwright.data.model.Officer;
import org.gridwright.data.model.RosterEntry;
import org.gridwright.data.store.StoreException.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Officers and their assignments. */
public abstract class RosterContract extends TransactionContract {

  private static final LocalDate MAY = LocalDate.of(2025, 5, 1);
  private static final LocalDate JUNE = LocalDate.of(2025, 6, 1);

  @Test
  void anAssignmentHoldsFromItsFirstDayUntilTheDayBeforeItsEnd() {
    Rosters.assign(store, assignment("1", "G1", MAY, JUNE));
    Rosters.assign(store, assignment("2", "G1", null, MAY));
    Rosters.assign(store, assignment("3", "G1", JUNE, null));

    assertThat(on("G1", MAY.minusDays(1))).containsExactly("2");
    assertThat(on("G1", MAY)).containsExactly("1");
    assertThat(on("G1", JUNE.minusDays(1))).containsExactly("1");
    assertThat(on("G1", JUNE)).containsExactly("3");
    assertThat(on("G0", JUNE)).isEmpty();
    try (Stream<RosterEntry> all = store.roster().entries("beats", null)) {
      assertThat(all.map(entry -> entry.officer().id())).containsExactly("1", "2", "3");
    }
    try (Stream<RosterEntry> then = store.roster().entries("beats", MAY)) {
      assertThat(then.map(entry -> entry.officer().id())).containsExactly("1");
    }
  }

  @Test
  void officersAreToldByGridRoleAndId() {
    Rosters.assign(store, "2", "building-lead", "beats", "G1");
    Rosters.assign(store, "1", "full-time", "beats", "G1");
    Rosters.assign(store, "1", "full-time", "beats", "G0");
    Rosters.assign(store, "1", "full-time", "other", "G1");

    assertThat(on("G1", MAY)).containsExactly("2", "1");
    assertThat(store.roster().ofOfficer("1"))
        .extracting(entry -> entry.assignment().theme() + " " + entry.assignment().gridCode())
        .containsExactly("beats G0", "beats G1", "other G1");
    List<LayerRow> rows =
        LayerWalk.of(store.layers().officers("beats", null), LayerQuery.ALL.limit(1)).toList();
    assertThat(rows).extracting(row -> row.values().get("grid")).containsExactly("G0", "G1", "G1");
  }

  @Test
  void officersAreFoundByPartsOfNameOrId() {
    store
        .roster()
        .putOfficers(
            List.of(
                new Officer("o2", "Wang 100%", null),
                new Officer("o1", "li wei", "li@city.example"),
                new Officer("x9", "Li Na", null)));
    assertThat(found("LI")).containsExactlyInAnyOrder("x9", "o1");
    assertThat(found("o")).containsExactlyInAnyOrder("o1", "o2");
    assertThat(found("0%")).containsExactly("o2");
    assertThat(found("_")).isEmpty();
    assertThat(store.roster().search("", 2)).hasSize(2);
  }

  private List<String> found(String text) {
    return store.roster().search(text, 10).stream().map(Officer::id).toList();
  }

  @Test
  void assigningAgainChangesTheEndOnly() {
    Rosters.assign(store, assignment("1", "G1", MAY, null));
    String before = store.roster().version();
    long id = store.roster().ofOfficer("1").get(0).id();

    assertThat(store.roster().assign(List.of(assignment("1", "G1", MAY, JUNE)))).isEqualTo(1);

    RosterEntry entry = store.roster().find(id).orElseThrow();
    assertThat(entry.assignment().to()).isEqualTo(JUNE);
    assertThat(store.roster().version()).isNotEqualTo(before);
    assertThat(store.roster().assign(List.of(assignment("1", "G1", JUNE, null)))).isZero();
  }

  @Test
  void nobodyIsAssignedTwiceAtATime() {
    Rosters.assign(store, assignment("1", "G1", MAY, null));
    refused(
        Reason.CONFLICT, () -> store.roster().assign(List.of(assignment("1", "G1", null, JUNE))));
    Rosters.assign(store, assignment("1", "G1", null, MAY));
    long second = store.roster().ofOfficer("1").get(1).id();
    refused(
        Reason.CONFLICT, () -> store.roster().change(second, assignment("1", "G1", null, JUNE)));
    refused(
        Reason.CONFLICT, () -> store.roster().change(second, assignment("1", "G1", null, null)));
    assertThat(store.roster().ofOfficer("1")).hasSize(2);
  }

  @Test
  void anAssignmentIsChangedAndRemoved() {
    Rosters.assign(store, assignment("1", "G1", MAY, null));
    RosterEntry first = store.roster().ofOfficer("1").get(0);

    RosterEntry moved = store.roster().change(first.id(), assignment("1", "G2", JUNE, null));

    assertThat(moved.id()).isEqualTo(first.id());
    assertThat(moved.version()).isGreaterThan(first.version());
    assertThat(on("G1", JUNE)).isEmpty();
    assertThat(on("G2", JUNE)).containsExactly("1");
    store.roster().remove(first.id());
    assertThat(store.roster().ofOfficer("1")).isEmpty();
    refused(Reason.NOT_FOUND, () -> store.roster().remove(first.id()));
    refused(
        Reason.NOT_FOUND,
        () -> store.roster().change(first.id(), assignment("1", "G2", JUNE, null)));
  }

  @Test
  void anOfficerIsKnownWithoutAssignmentsAndGoesWithThem() {
    store.roster().putOfficers(List.of(new Officer("1", "李华", "+86 1")));
    RosterStore.Kept kept = store.roster().officer("1").orElseThrow();
    assertThat(kept.officer()).isEqualTo(new Officer("1", "李华", "+86 1"));
    Rosters.assign(store, "1", "full-time", "beats", "G1");
    assertThat(store.roster().officer("1").orElseThrow().version()).isGreaterThan(kept.version());

    store.roster().removeOfficer("1");

    assertThat(store.roster().officer("1")).isEmpty();
    assertThat(on("G1", MAY)).isEmpty();
    refused(Reason.NOT_FOUND, () -> store.roster().removeOfficer("1"));
  }

  private List<String> on(String grid, LocalDate day) {
    return store.roster().of("beats", grid, day).stream()
        .map(entry -> entry.officer().id())
        .toList();
  }

  private static Assignment assignment(
      String officer, String grid, @Nullable LocalDate from, @Nullable LocalDate to) {
    return new Assignment(officer, "beats", grid, "full-time", from, to);
  }

  private static void refused(Reason reason, ThrowingCallable change) {
    assertThatThrownBy(change)
        .isInstanceOfSatisfying(
            StoreException.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }
}
