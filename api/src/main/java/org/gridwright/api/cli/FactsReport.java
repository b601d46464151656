package org.gridwright.api.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.api.http.answer.FactsAnswer;
import org.gridwright.core.fact.FactChange;
import org.gridwright.core.fact.FactSchema;
import org.gridwright.core.flow.PlanAttribute;
import org.gridwright.core.message.NearestWords;
import org.gridwright.core.plan.Plan;

/** Tells what the attributes of a theme's grids are. */
final class FactsReport {

  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_.,+-]+");

  private final Session session;
  private final String theme;

  FactsReport(Session session, String theme) {
    this.session = session;
    this.theme = theme;
  }

  /** All attributes of a plan and what is declared, as a table, then what should be confirmed. */
  void print(Plan plan, FactSchema schema) {
    List<PlanAttribute> attributes = PlanAttribute.all(plan, schema);
    if (session.options().json()) {
      session.printJson(FactsAnswer.of(theme, attributes));
      return;
    }
    if (attributes.isEmpty()) {
      session.print(session.say("facts.none", theme));
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            session.say("facts.attribute"),
            session.say("facts.kind"),
            session.say("facts.weight"),
            session.say("facts.digits"),
            session.say("facts.state"),
            session.say("facts.grids")));
    attributes.forEach(each -> rows.add(row(each)));
    session.printTable(rows);
    attributes.stream()
        .filter(PlanAttribute::isUnconfirmedNumber)
        .map(this::unconfirmed)
        .forEach(session::print);
  }

  /**
   * A line for each attribute of which nobody said what it is, though it counts for something: its
   * name makes it a total, or it has numbers that pass for texts until somebody says more.
   */
  List<String> proposals(List<PlanAttribute> attributes) {
    return attributes.stream()
        .filter(each -> !each.declared())
        .filter(each -> each.kind().isCounted() || each.isUnconfirmedNumber())
        .map(each -> each.kind().isCounted() ? named(each) : unconfirmed(each))
        .toList();
  }

  /** A line for each attribute that was declared though no grid has it. */
  List<String> warnings(Plan plan, List<FactChange> changes) {
    List<String> known = PlanAttribute.keys(PlanAttribute.all(plan, FactSchema.NONE));
    return changes.stream()
        .filter(each -> each.kind() != null && each.pattern() == null)
        .filter(each -> !known.contains(each.attribute()))
        .map(each -> absent(each.attribute(), NearestWords.to(each.attribute(), known)))
        .toList();
  }

  private List<String> row(PlanAttribute each) {
    return List.of(
        each.attribute(),
        each.kind().id(),
        each.weight().isEmpty() && each.pattern().isEmpty() ? "-" : each.weight() + each.pattern(),
        each.kind().isCounted() ? String.valueOf(each.digits()) : "-",
        session.say(each.declared() ? "facts.declared" : "facts.proposed"),
        String.valueOf(each.grids()));
  }

  private String absent(String attribute, List<String> near) {
    return near.stream()
        .findFirst()
        .map(nearest -> session.say("facts.absent-near", attribute, nearest))
        .orElseGet(() -> session.say("facts.absent", attribute));
  }

  private String named(PlanAttribute each) {
    return session.say("facts.named", each.attribute(), each.kind().id());
  }

  private String unconfirmed(PlanAttribute each) {
    return session.say(
        "facts.unconfirmed",
        each.attribute(),
        each.numbers(),
        each.grids(),
        quoted(theme),
        quoted(each.attribute()));
  }

  /** A text as a shell takes it for one word. */
  private static String quoted(String text) {
    return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
