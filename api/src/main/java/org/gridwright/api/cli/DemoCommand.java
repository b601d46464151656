package org.gridwright.api.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gridwright.api.cli.terminal.ExitStatus;
import org.gridwright.api.cli.terminal.ProgressDisplay;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.data.demo.DemoCity;
import org.gridwright.data.demo.DemoLoader;
import org.gridwright.data.demo.DemoOptions;
import org.gridwright.data.demo.life.Planted;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a made-up city. */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {

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
    try (ProgressDisplay progress =
        new ProgressDisplay(session, session.say("progress.inventing"), 0)) {
      city = DemoCity.generate(options);
    }
    PlanInfo plan;
    try (Stages stages = new Stages()) {
      plan = DemoLoader.load(city, store, stages);
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

  /** Shows the stages of the loading one after the other. */
  private final class Stages implements DemoLoader.Listener, AutoCloseable {

    private DemoLoader.@Nullable Stage stage;
    private @Nullable ProgressDisplay display;

    @Override
    public void at(DemoLoader.Stage now, long done, long total) {
      ProgressDisplay shown = display;
      if (shown == null || now != stage) {
        close();
        shown = new ProgressDisplay(session, session.say(now.title()), total);
        display = shown;
        stage = now;
      }
      shown.at(done);
    }

    @Override
    public void close() {
      if (display != null) {
        display.close();
        display = null;
      }
    }
  }
}
