package org.gridwright.data.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.layer.RandomQueries;
import org.gridwright.data.model.Incident;
import org.gridwright.data.store.IncidentStore.IncidentChanges;
import org.gridwright.data.store.IncidentStore.Query;
import org.junit.jupiter.api.Test;

/** What came and went since a version: known before, with changes, is known anew. */
public abstract class IncidentContract extends LayerContract {

  private static final Comparator<LatticePoint> ORDER =
      Comparator.comparingInt(LatticePoint::x).thenComparingInt(LatticePoint::y);

  @Test
  void changesMakeOfWhatWasWhatIs() {
    RandomQueries random = new RandomQueries(3);
    for (int round = 0; round < 60; round++) {
      Query query = query(random);
      List<LatticePoint> places = new ArrayList<>();
      String before = store.incidents().places(query, places::add);
      for (int write = random.below(4); write > 0; write--) {
        store.incidents().put(some(random).iterator());
      }

      IncidentChanges changes = store.incidents().since(before, query).orElseThrow();

      changes.removed().forEach(gone -> assertThat(places.remove(gone)).isTrue());
      places.addAll(changes.added());
      assertThat(changes.version()).isEqualTo(store.incidents().version());
      assertThat(places.stream().sorted(ORDER))
          .as("round %d: %s", round, query)
          .containsExactlyElementsOf(now(query));
    }
  }

  @Test
  void writingNothingIsNoChange() {
    String before = store.incidents().version();

    assertThat(store.incidents().put(List.<Incident>of().iterator())).isZero();

    assertThat(store.incidents().since(before, Query.ALL))
        .contains(new IncidentChanges(before, List.of(), List.of()));
  }

  @Test
  void muchThatWasReplacedIsForgottenAndSaidToBe() {
    int many = 20_001;
    RandomQueries random = new RandomQueries(4);
    List<Incident> incidents =
        IntStream.range(0, many).mapToObj(i -> incident(random, "i" + i)).toList();
    store.incidents().put(incidents.iterator());
    String before = store.incidents().version();

    store.incidents().put(incidents.iterator());

    assertThat(store.incidents().since(before, Query.ALL)).isEmpty();
    assertThat(store.incidents().since(store.incidents().version(), Query.ALL)).isPresent();
  }

  @Test
  void eachHasAVersionThatItsOwnWritesChange() {
    RandomQueries random = new RandomQueries(5);
    store.incidents().put(List.of(incident(random, "mine")).iterator());
    Optional<Long> before = store.incidents().version("mine");
    store.incidents().put(List.of(incident(random, "other")).iterator());
    assertThat(store.incidents().version("mine")).isPresent().isEqualTo(before);
    store.incidents().put(List.of(incident(random, "mine")).iterator());
    assertThat(store.incidents().version("mine")).isPresent().isNotEqualTo(before);
    assertThat(store.incidents().version("nobody's")).isEmpty();
  }

  private List<LatticePoint> now(Query query) {
    try (Stream<Incident> all = store.incidents().stream(query)) {
      return all.map(Incident::place).sorted(ORDER).toList();
    }
  }

  /** A few incidents, some of them known already. */
  private static List<Incident> some(RandomQueries random) {
    return IntStream.range(0, 1 + random.below(5))
        .mapToObj(i -> incident(random, "i" + random.below(20)))
        .toList();
  }

  private static Incident incident(RandomQueries random, String id) {
    return new Incident(
        id,
        new LatticePoint(random.below(RandomQueries.SPAN), random.below(RandomQueries.SPAN)),
        random.moment(),
        random.pick(List.of("noise", "waste")),
        "app",
        random.pick(List.of("open", "closed")),
        null,
        null);
  }

  private static Query query(RandomQueries random) {
    return new Query(
        random.below(3) == 0 ? random.moment() : null,
        random.below(3) == 0 ? random.moment() : null,
        random.below(3) == 0 ? "noise" : null,
        random.below(3) == 0 ? "open" : null,
        random.below(3) == 0 ? random.box() : null);
  }
}
