package org.gridwright.data.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.work.Progress;
import org.gridwright.core.work.Steps;
import org.gridwright.data.demo.life.IncidentTable;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.Incident;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.model.RosterEntry;
import org.gridwright.data.store.Store;

/** Writes a demo city into a store. Stateless. */
public final class DemoLoader {

  /** First day of the plan; no incident is older. */
  public static final LocalDate EFFECTIVE = IncidentTable.FIRST_DAY;

  private static final int BATCH = 5_000;

  /** Shares of the time at which stages end, roughly. */
  private static final double PLAN_STORED = 0.3;

  private static final double ADDRESSES_STORED = 0.6;
  private static final double INCIDENTS_STORED = 0.9;

  private DemoLoader() {}

  /**
   * Writes the whole city in one transaction: theme, jurisdiction, the plan published from {@link
   * #EFFECTIVE}, addresses, incidents with the grid they were given, officers, departments and
   * facilities. Records of the same id are replaced.
   *
   * @return the published plan
   * @throws org.gridwright.data.store.StoreException when the store refuses; it is then as before
   * @throws org.gridwright.core.work.StoppedException when it is not to go on; likewise
   */
  public static PlanInfo load(DemoCity city, Store store, Progress progress) {
    return store.transaction(inside -> write(city, inside, progress));
  }

  private static PlanInfo write(DemoCity city, Store store, Progress progress) {
    Plan plan = city.plan();
    Progress storing = stage(progress, DemoStage.PLAN, 0, PLAN_STORED);
    store.themes().ensure(city.theme());
    store.themes().setJurisdiction(city.theme().id(), city.jurisdiction());
    PlanInfo draft =
        store
            .plans()
            .createDraft(plan, Actor.service("Gridwright"), "Demo city " + city.name(), storing);
    PlanInfo published = store.plans().publish(draft.id(), EFFECTIVE, null, progress).plan();
    Progress addresses = stage(progress, DemoStage.ADDRESSES, PLAN_STORED, ADDRESSES_STORED);
    store.addresses().put(counted(city.addresses(), addresses.steps(city.addressCount())));
    Progress incidents = stage(progress, DemoStage.INCIDENTS, ADDRESSES_STORED, INCIDENTS_STORED);
    Locator locator = PackedLocator.of(plan, progress.quiet());
    store
        .incidents()
        .put(
            counted(
                city.incidents().map(incident -> given(incident, locator, plan, published)),
                incidents.steps(city.incidentCount())));
    writeDirectory(city, store, stage(progress, DemoStage.DIRECTORY, INCIDENTS_STORED, 1));
    return published;
  }

  private static Incident given(Incident incident, Locator locator, Plan plan, PlanInfo published) {
    int owner = locator.owner(incident.place().x(), incident.place().y());
    return owner == Locator.NOBODY
        ? incident
        : incident.withGiven(
            new Incident.GivenGrid(
                plan.theme().id(), published.id(), plan.grids().get(owner - 1).code()));
  }

  private static Progress stage(Progress whole, DemoStage stage, double begin, double end) {
    return whole.part(begin, end).named(stage.message());
  }

  private static void writeDirectory(DemoCity city, Store store, Progress progress) {
    store.directory().putDepartments(city.departments());
    inBatches(
        city.roster(),
        entries -> {
          store.roster().putOfficers(entries.stream().map(RosterEntry::officer).toList());
          store.roster().assign(entries.stream().map(RosterEntry::assignment).toList());
        },
        progress);
    progress.at(1, 2);
    inBatches(city.facilities(), store.directory()::putFacilities, progress);
    progress.at(2, 2);
  }

  private static <T> void inBatches(Stream<T> values, Consumer<List<T>> writer, Progress progress) {
    List<T> batch = new ArrayList<>(BATCH);
    for (Iterator<T> each = values.iterator(); each.hasNext(); ) {
      batch.add(each.next());
      if (batch.size() == BATCH || !each.hasNext()) {
        progress.checkpoint();
        writer.accept(batch);
        batch = new ArrayList<>(BATCH);
      }
    }
  }

  /** The values, each a step when it is taken. */
  private static <T> Iterator<T> counted(Stream<T> values, Steps steps) {
    Iterator<T> source = values.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return source.hasNext();
      }

      @Override
      public T next() {
        steps.done();
        return source.next();
      }
    };
  }
}
