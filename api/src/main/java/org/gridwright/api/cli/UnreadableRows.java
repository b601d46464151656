package org.gridwright.api.cli;

import java.util.List;
import java.util.Map;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.data.store.UnreadableRow;

/** Rows of the store that another program wrote and that cannot be read, told to a person. */
final class UnreadableRows {

  private static final int TOLD = 20;

  private UnreadableRows() {}

  static void tell(Session session, List<UnreadableRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    session.note(session.say("check.unreadable", rows.size()));
    for (UnreadableRow row : rows.subList(0, Math.min(TOLD, rows.size()))) {
      session.note(
          "  "
              + session.say("check.unreadable-row", row.table(), row.id(), session.say(row.why())));
    }
    if (rows.size() > TOLD) {
      session.note("  " + session.say("check.unreadable-more", rows.size() - TOLD));
    }
  }

  static List<Map<String, String>> json(Session session, List<UnreadableRow> rows) {
    return rows.stream()
        .map(row -> Map.of("table", row.table(), "id", row.id(), "why", session.say(row.why())))
        .toList();
  }
}
