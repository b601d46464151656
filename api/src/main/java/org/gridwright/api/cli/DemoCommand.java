package org.gridwright.api.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gridwright.api.cli.terminal.ExitStatus;
import org.gridwright.api.cli.terminal.ProgressDisplay;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.work.Progress;
import org.gridwright.data.demo.DemoCity;
import org.gridwright.data.demo.DemoLoader;
import org.gridwright.data.demo.DemoOptions;
import org.gridwright.data.demo.life.Planted;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a made-up city. */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {

  /** Share of the time at which the city is made up, roughly. */
  private static final double MADE_UP = 0.3;

  private final Session session;

  @Option(names = "--grids", paramLabel = "N", defaultValue = "1037")
  private int grids;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1")
  private long seed;

  DemoCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    DemoOptions options = DemoOptions.of(grids, seed);
    return session.changeStore(store -> make(store, options));
  }

  private Integer make(Store store, DemoOptions options) {
    DemoCity city;
    PlanInfo plan;
    try (ProgressDisplay display = ProgressDisplay.ofSteps(session)) {
      Progress progress = display.shares();
      city = DemoCity.generate(options, progress.part(0, MADE_UP));
      plan = DemoLoader.load(city, store, progress.part(MADE_UP, 1));
    }
    tell(city, plan, store);
    return ExitStatus.DONE;
  }

  private void tell(DemoCity city, PlanInfo plan, Store store) {
    if (session.options().json()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("store", store.description());
      json.put("plan", plan);
      json.put("grids", city.plan().grids().size());
      json.put("addresses", city.addressCount());
      json.put("incidents", city.incidentCount());
      json.put("planted", city.planted().stream().map(DemoCommand::json).toList());
      session.printJson(json);
      return;
    }
    session.print(
        session.say(
            "demo.done",
            city.name(),
            city.plan().grids().size(),
            city.addressCount(),
            city.incidentCount(),
            store.description()));
    city.planted().forEach(each -> session.print(describe(each)));
  }

  private String describe(Planted planted) {
    return session.say(
        "demo.planted",
        planted.extra(),
        planted.category(),
        Decimals.of(planted.radiusMetres(), 0),
        planted.centre().lon(),
        planted.centre().lat(),
        planted.from().toLocalDate(),
        planted.to().toLocalDate());
  }

  private static Map<String, Object> json(Planted planted) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("category", planted.category());
    json.put("extra", planted.extra());
    json.put("lon", planted.centre().lon());
    json.put("lat", planted.centre().lat());
    json.put("radiusMetres", planted.radiusMetres());
    json.put("from", planted.from().toString());
    json.put("to", planted.to().toString());
    return json;
  }
}
