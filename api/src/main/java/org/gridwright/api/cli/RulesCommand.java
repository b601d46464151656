package org.gridwright.api.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.gridwright.api.cli.terminal.ExitStatus;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.rule.Rule;
import org.gridwright.core.rule.RuleSet;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the rules by which the plans of a theme are checked, and sets them. */
@Command(name = "rules")
final class RulesCommand implements Callable<Integer> {

  private final Session session;

  @Option(names = "--theme", paramLabel = "THEME")
  private @Nullable String theme;

  @Option(names = "--rule", paramLabel = "NAME[=VALUE]")
  private List<String> changes = List.of();

  RulesCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (Store store = session.openStore()) {
      Theme chosen = PlanChoice.theme(store, theme);
      RuleSet rules = store.review().rules(chosen.id());
      for (String change : changes) {
        rules = RuleWords.changed(rules, change);
      }
      if (!changes.isEmpty()) {
        store.review().setRules(chosen.id(), rules);
      }
      tell(chosen, rules);
    }
    return ExitStatus.DONE;
  }

  private void tell(Theme chosen, RuleSet rules) {
    if (session.options().json()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("theme", chosen.id());
      json.put("rules", rules.toMap());
      session.printJson(json);
      return;
    }
    for (Rule rule : rules.rules()) {
      String parameters =
          rule.parameters().entrySet().stream()
              .map(parameter -> " " + parameter.getKey() + "=" + plain(parameter.getValue()))
              .collect(Collectors.joining());
      session.print(
          session.say(rule.enabled() ? "rules.on" : "rules.off", rule.name(), parameters));
    }
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}
