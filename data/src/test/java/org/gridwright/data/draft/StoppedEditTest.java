package org.gridwright.data.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gridwright.core.edit.Edit;
import org.gridwright.core.edit.RenumberEdit;
import org.gridwright.core.edit.SimplifyBordersEdit;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.work.CancelledException;
import org.gridwright.core.work.Checkpoint;
import org.gridwright.core.work.Progress;
import org.gridwright.data.demo.DemoCity;
import org.gridwright.data.demo.DemoLoader;
import org.gridwright.data.demo.DemoOptions;
import org.gridwright.data.model.Actor;
import org.gridwright.data.store.DraftStore.About;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.geopackage.GeoPackageStores;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edit of a whole plan can be stopped in each of its phases, and leaves nothing behind. */
class StoppedEditTest {

  private static final Edit SIMPLIFY = new SimplifyBordersEdit(0, List.of(), 10);

  /** What asks, from the first to the last; not all of them in each kind of edit. */
  private static final List<String> PHASES =
      List.of(
          "Labelling",
          "BorderSimplifier",
          "SeamProof",
          "Outcome",
          "EnteredCounts",
          "HeldShares",
          "CheckedPlan",
          "ChangeRows",
          "DraftOverlay");

  @TempDir static Path folder;
  private static Store store;
  private static DraftDesk desk;
  private static String theme;

  @BeforeAll
  static void city() {
    store = GeoPackageStores.open(folder.resolve("city.gpkg"));
    DemoCity city = DemoCity.generate(DemoOptions.of(122, 1), Progress.NONE);
    DemoLoader.load(city, store, Progress.NONE);
    theme = city.plan().theme().id();
    desk = new DraftDesk(store);
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void simplifyingAsksInEachPhaseAndForEachGrid() {
    Map<String, Integer> asked = asked(SIMPLIFY);
    assertThat(asked)
        .containsKeys("BorderArcs", "VertexCells", "BorderSimplifier", "SeamProof", "CheckedPlan");
    for (String each :
        List.of(
            "BorderArcs",
            "Patch",
            "Outcome",
            "FactFlow",
            "HeldShares",
            "EnteredCounts",
            "ChangeRows",
            "DraftOverlay",
            "JtsLocator")) {
      assertThat(asked.getOrDefault(each, 0)).as(each).isGreaterThan(100);
    }
  }

  @Test
  void renumberingAsksInEachPhaseAndForEachGrid() {
    Map<String, Integer> asked = asked(renumbering());
    for (String each :
        List.of("Labelling", "Outcome", "EnteredCounts", "ChangeRows", "DraftOverlay")) {
      assertThat(asked.getOrDefault(each, 0)).as(each).isGreaterThan(100);
    }
  }

  @Test
  void whereverItIsStoppedNothingIsStored() {
    for (Edit edit : List.of(SIMPLIFY, renumbering())) {
      long id = draft();
      Plan before = desk.open(id).plan();
      Set<String> asked = asked(edit).keySet();
      for (String phase : PHASES) {
        if (!asked.contains(phase)) {
          continue;
        }
        assertThatThrownBy(() -> apply(id, edit, () -> stopIn(phase)))
            .as(phase)
            .isInstanceOf(CancelledException.class);
        assertThat(desk.open(id).version()).as(phase).isEqualTo(1);
      }
      DraftState stored = new DraftDesk(store).open(id);
      assertThat(stored.version()).isEqualTo(1);
      assertThat(stored.plan().grids()).isEqualTo(before.grids());
      apply(id, edit, Checkpoint.OPEN);
      assertThat(desk.open(id).version()).isEqualTo(2);
    }
  }

  private static void stopIn(String phase) {
    if (running().contains(phase)) {
      throw new CancelledException();
    }
  }

  /** How often each class of the product was running when it was asked whether to go on. */
  private static Map<String, Integer> asked(Edit edit) {
    Map<String, Integer> asked = new TreeMap<>();
    apply(draft(), edit, () -> running().forEach(name -> asked.merge(name, 1, Integer::sum)));
    return asked;
  }

  /** The classes of the edit and its facts, of its check and of the store that are running. */
  private static Set<String> running() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .map(frame -> frame.getClassName().replaceFirst("\\$.*", ""))
                    .filter(name -> name.matches("org\\.gridwright\\.(core|data)\\..*"))
                    .filter(name -> !name.startsWith("org.gridwright.core.work."))
                    .map(name -> name.substring(name.lastIndexOf('.') + 1))
                    .filter(name -> !name.startsWith("StoppedEdit"))
                    .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static Edit renumbering() {
    return new RenumberEdit(0, desk.open(draft()).plan().units(0).get(0).code());
  }

  private static long draft() {
    return desk.create(theme, null, new About("a draft", "", Actor.named("ann"))).info().id();
  }

  private static void apply(long id, Edit edit, Checkpoint checkpoint) {
    desk.apply(
        id,
        1,
        PlanEdit.of(edit),
        TestEdits.note(edit.kind()),
        Progress.of(checkpoint, Progress.Listener.NOBODY));
  }
}
