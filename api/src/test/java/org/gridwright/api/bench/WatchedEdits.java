package org.gridwright.api.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gridwright.core.bench.Gaps;
import org.gridwright.core.edit.Edit;
import org.gridwright.core.edit.RenumberEdit;
import org.gridwright.core.edit.SimplifyBordersEdit;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.gridwright.data.draft.DraftDesk;
import org.gridwright.data.draft.DraftState;
import org.gridwright.data.draft.PlanEdit;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.RevisionNote;
import org.gridwright.data.store.DraftStore;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.geopackage.GeoPackageStores;

/**
 * Edits of a whole plan in a store, made and stored as the server does: the longest time without a
 * checkpoint, and so how long Cancel takes. Argument: the store of a demo city, in which drafts are
 * left.
 */
public final class WatchedEdits {

  private final DraftDesk desk;
  private final String theme;

  private WatchedEdits(DraftDesk desk, String theme) {
    this.desk = desk;
    this.theme = theme;
  }

  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    try (Store store = GeoPackageStores.open(Path.of(arguments[0]))) {
      String theme = store.themes().all().get(0).id();
      new WatchedEdits(new DraftDesk(store), theme).all();
    }
  }

  private void all() {
    measure(
        "simplify all borders",
        plan -> new SimplifyBordersEdit(plan.theme().gridLevel().depth(), List.of(), 5));
    measure("renumber from the top", plan -> new RenumberEdit(0, first(plan).code()));
  }

  private static Unit first(Plan plan) {
    return plan.units(0).iterator().next();
  }

  private void measure(String name, Function<Plan, Edit> edit) {
    DraftState draft =
        desk.create(theme, null, new DraftStore.About(name, "", Actor.named("bench")));
    Edit made = edit.apply(draft.plan());
    System.out.println(name + (made.isLong(draft.plan()) ? " is long" : " is not long"));
    Consumer<Progress> work =
        progress ->
            desk.apply(
                draft.info().id(),
                draft.info().version(),
                PlanEdit.of(made),
                new RevisionNote(made.kind(), "{}", Actor.named("bench"), ""),
                progress);
    Gaps.print(name, work);
  }
}
