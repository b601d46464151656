package org.gridwright.api.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.data.intake.PointReport;

/** Tells what came of an import of places. */
final class PointReports {

  private PointReports() {}

  /**
   * @param key of the sentence that takes the number of records stored and replaced
   */
  static void tell(Session session, String key, PointReport report) {
    report.notes().forEach(note -> session.note(session.say(note)));
    if (session.options().json()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("stored", report.stored());
      json.put("replaced", report.replaced());
      json.put("skipped", report.skipped());
      json.put("notes", report.notes().stream().map(session::say).toList());
      json.put("firstSkipped", report.firstSkipped().stream().map(session::say).toList());
      session.printJson(json);
      return;
    }
    session.print(session.say(key, report.stored(), report.replaced()));
    if (report.skipped() > 0) {
      session.note(session.say("import.skipped", report.skipped()));
      report.firstSkipped().forEach(message -> session.note("  " + session.say(message)));
    }
  }
}
