package org.gridwright.data.store.sql;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gridwright.data.model.OfficerChoice;
import org.gridwright.data.store.DraftStore.KeptChoice;
import org.jdbi.v3.core.Handle;

/** Rows of {@code draft_officer_choice}. */
final class OfficerChoiceRows {

  private OfficerChoiceRows() {}

  static Map<Long, KeptChoice> of(Handle handle, long draft) {
    Map<Long, KeptChoice> choices = new LinkedHashMap<>();
    handle
        .createQuery(
            "SELECT assignment, choice, basis FROM draft_officer_choice WHERE draft = :draft"
                + " ORDER BY assignment")
        .bind("draft", draft)
        .map(
            (row, context) ->
                Map.entry(
                    row.getLong("assignment"),
                    new KeptChoice(
                        OfficerChoice.of(row.getString("choice")).orElseThrow(),
                        row.getString("basis"))))
        .list()
        .forEach(each -> choices.put(each.getKey(), each.getValue()));
    return choices;
  }

  static void put(Handle handle, long draft, long assignment, KeptChoice choice) {
    handle
        .createUpdate(
            "INSERT INTO draft_officer_choice (draft, assignment, choice, basis)"
                + " VALUES (:draft, :assignment, :choice, :basis)"
                + " ON CONFLICT (draft, assignment) DO UPDATE SET choice = excluded.choice,"
                + " basis = excluded.basis")
        .bind("draft", draft)
        .bind("assignment", assignment)
        .bind("choice", choice.choice().id())
        .bind("basis", choice.basis())
        .execute();
  }

  static void copy(Handle handle, long from, long to) {
    handle
        .createUpdate(
            "INSERT INTO draft_officer_choice (draft, assignment, choice, basis)"
                + " SELECT CAST(:to AS bigint), assignment, choice, basis"
                + " FROM draft_officer_choice WHERE draft = :from")
        .bind("from", from)
        .bind("to", to)
        .execute();
  }

  static void remove(Handle handle, long draft) {
    handle
        .createUpdate("DELETE FROM draft_officer_choice WHERE draft = :draft")
        .bind("draft", draft)
        .execute();
  }
}
