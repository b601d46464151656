package org.gridwright.data.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.Plan;
import org.gridwright.data.demo.life.IncidentTable;
import org.gridwright.data.message.DataMessages;
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

  private DemoLoader() {}

  /** What is being written. */
  public enum Stage {
    PLAN,
    ADDRESSES,
    INCIDENTS,
    DIRECTORY;

    /** What people call it. */
    public Message title() {
      return DataMessages.of("demo.stage." + name().toLowerCase(Locale.ROOT));
    }
  }

  /** Hears how far the loading is; called often, from the loading thread. */
  public interface Listener {

    /** Hears nothing. */
    Listener NONE = (stage, done, total) -> {};

    /**
     * Called at the start of a stage with {@code done} 0, then as it goes on.
     *
     * @param total records of this stage
     */
    void at(Stage stage, long done, long total);
  }

  /**
   * Writes the whole city in one transaction: theme, jurisdiction, the plan published from {@link
   * #EFFECTIVE}, addresses, incidents with the grid they were given, officers, departments and
   * facilities. Records of the same id are replaced.
   *
   * @return the published plan
   * @throws org.gridwright.data.store.StoreException when the store refuses; it is then as before
   */
  public static PlanInfo load(DemoCity city, Store store, Listener progress) {
    return store.transaction(inside -> write(city, inside, progress));
  }

  private static PlanInfo write(DemoCity city, Store store, Listener progress) {
    Plan plan = city.plan();
    progress.at(Stage.PLAN, 0, plan.grids().size());
    store.themes().ensure(city.theme());
    store.themes().setJurisdiction(city.theme().id(), city.jurisdiction());
    PlanInfo draft =
        store.plans().createDraft(plan, Actor.service("Gridwright"), "Demo city " + city.name());
    PlanInfo published = store.plans().publish(draft.id(), EFFECTIVE, null).plan();
    progress.at(Stage.PLAN, plan.grids().size(), plan.grids().size());
    long addresses = city.addressCount();
    store
        .addresses()
        .put(counted(city.addresses(), n -> progress.at(Stage.ADDRESSES, n, addresses)));
    long incidents = city.incidentCount();
    Locator locator = PackedLocator.of(plan);
    store
        .incidents()
        .put(
            counted(
                city.incidents().map(incident -> given(incident, locator, plan, published)),
                n -> progress.at(Stage.INCIDENTS, n, incidents)));
    writeDirectory(city, store, progress);
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

  private static void writeDirectory(DemoCity city, Store store, Listener progress) {
    int grids = city.plan().grids().size();
    progress.at(Stage.DIRECTORY, 0, grids);
    store.directory().putDepartments(city.departments());
    inBatches(
        city.roster(),
        entries -> {
          store.roster().putOfficers(entries.stream().map(RosterEntry::officer).toList());
          store.roster().assign(entries.stream().map(RosterEntry::assignment).toList());
        });
    progress.at(Stage.DIRECTORY, grids / 2, grids);
    inBatches(city.facilities(), store.directory()::putFacilities);
    progress.at(Stage.DIRECTORY, grids, grids);
  }

  private static <T> void inBatches(Stream<T> values, Consumer<List<T>> writer) {
    List<T> batch = new ArrayList<>(BATCH);
    for (Iterator<T> each = values.iterator(); each.hasNext(); ) {
      batch.add(each.next());
      if (batch.size() == BATCH || !each.hasNext()) {
        writer.accept(batch);
        batch = new ArrayList<>(BATCH);
      }
    }
  }

  /** Tells how many values were taken, at 0 and every thousand. */
  private static <T> Iterator<T> counted(Stream<T> values, LongConsumer heard) {
    Iterator<T> source = values.iterator();
    heard.accept(0);
    return new Iterator<>() {
      private long taken;

      @Override
      public boolean hasNext() {
        return source.hasNext();
      }

      @Override
      public T next() {
        if (++taken % 1000 == 0) {
          heard.accept(taken);
        }
        return source.next();
      }
    };
  }
}
