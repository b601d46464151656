package org.gridwright.data.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.work.Progress;
import org.gridwright.data.model.Address;
import org.gridwright.data.search.SearchState.Stage;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.geopackage.GeoPackageStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index beside a store: opened, brought up to date, made anew. */
class KeptIndexTest {

  @TempDir Path folder;
  private Store store;
  private Path kept;

  @BeforeEach
  void open() {
    store = GeoPackageStores.open(folder.resolve("city.gpkg"));
    kept = folder.resolve("city.search");
    put(IntStream.range(0, 300).mapToObj(KeptIndexTest::address).toList());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whatWasKeptIsUsedAsItIsByTheNextStart() throws IOException {
    build();
    List<String> before = files();

    try (IndexKeeper next = new IndexKeeper(store.addresses(), kept)) {
      AddressIndex opened = next.open().orElseThrow();
      assertThat(store.addresses().changesSince(opened.mark()).isNone()).isTrue();
      assertThat(opened.size()).isEqualTo(300);
      opened.release();
    }
    build();
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void whatChangesWhileNobodyServesIsFollowedAtTheNextStart() throws IOException {
    build();
    put(List.of(new Address("new", "7 Quai Neuf 1000 Riom", new LatticePoint(9, 9))));
    put(List.of(new Address("a1", "1 Avenue Autre 1000 Riom", new LatticePoint(8, 8))));

    try (AddressSearch search = new AddressSearch(store.addresses(), kept)) {
      search.refresh();
      assertThat(first(search, "7 quai neuf")).isEqualTo("7 Quai Neuf 1000 Riom");
      assertThat(first(search, "1 avenue autre")).isEqualTo("1 Avenue Autre 1000 Riom");
      assertThat(search.state()).isEqualTo(new SearchState(Stage.READY, 1, 301, true));
    }
  }

  @Test
  void anIndexThatFollowedManyChangesAnswersAsOneMadeAnewDoes() throws IOException {
    Random random = new Random(11);
    try (AddressSearch search = new AddressSearch(store.addresses(), kept)) {
      search.refresh();
      for (int round = 0; round < 12; round++) {
        List<Address> some = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
          int id = random.nextInt(400);
          some.add(
              new Address(
                  "a" + id,
                  (1 + random.nextInt(80)) + " Rue " + NAMES[random.nextInt(NAMES.length)],
                  new LatticePoint(100_000 * id, 100)));
        }
        put(some);
        if (round % 3 == 0) {
          otherProgramRuns("DELETE FROM address WHERE id = 'a" + random.nextInt(300) + "'");
        }
        search.refresh();
      }
      try (Stream<Address> all = store.addresses().stream(null);
          BuiltIndex anew = BuiltIndex.of(all, "1")) {
        assertThat(search.state().addresses()).isEqualTo(anew.size());
        for (String name : NAMES) {
          for (int number = 1; number <= 80; number++) {
            String text = number + " rue " + name;
            assertThat(exact(search.search(text, 50).orElseThrow()))
                .as(text)
                .isEqualTo(exact(anew.find(PlaceQuestion.of(text, 50)).hits()));
          }
        }
      }
    }
  }

  private static final String[] NAMES = {"Neuve", "du Bois", "des Lilas", "Victor Hugo", "Basse"};

  private static List<String> exact(List<AddressHit> hits) {
    return hits.stream()
        .filter(hit -> hit.match() == AddressHit.Match.EXACT)
        .map(hit -> hit.id() + " " + hit.text())
        .sorted()
        .toList();
  }

  @Test
  void addressesThatManyChangedAtOnceAreComparedOneByOne() throws IOException {
    build();
    put(IntStream.range(0, 300).mapToObj(KeptIndexTest::address).toList());
    otherProgramRuns("DELETE FROM address WHERE id = 'a7'");
    put(List.of(new Address("new", "7 Quai Neuf 1000 Riom", new LatticePoint(9, 9))));

    try (AddressSearch search = new AddressSearch(store.addresses(), kept)) {
      search.refresh();
      assertThat(search.state().addresses()).isEqualTo(300);
      assertThat(first(search, "7 quai neuf")).isEqualTo("7 Quai Neuf 1000 Riom");
    }
  }

  @Test
  void aDamagedIndexIsMadeAnew() throws IOException {
    List<String> names = build();
    for (String name : names) {
      Path file = kept.resolve(name);
      byte[] content = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
      if (content.length < 20) {
        continue;
      }
      Files.write(file, Arrays.copyOf(content, content.length / 2));
      assertBuiltAndRight(name + " cut");
      Files.writeString(kept.resolve(latestSegments()), "not an index");
      assertBuiltAndRight(name + " and segments");
    }
  }

  @Test
  void anIndexThatOnlyItsChecksumsTellFromASoundOneIsMadeAnew() throws Exception {
    build();
    Path largest =
        files().stream()
            .map(kept::resolve)
            .max(Comparator.comparingLong(KeptIndexTest::size))
            .orElseThrow();
    byte[] content = Files.readAllBytes(largest);
    content[content.length / 2] ^= 0x40;
    Files.write(largest, content);

    try (AddressSearch search = new AddressSearch(store.addresses(), kept)) {
      search.watch(Duration.ofMillis(20));
      while (!files().stream().map(kept::resolve).noneMatch(largest::equals)
          || search.state().stage() != Stage.READY) {
        Thread.onSpinWait();
      }
      assertThat(first(search, "3 rue 1 riom")).isEqualTo("3 Rue 1 1000 Riom");
    }
  }

  @Test
  void anIndexOfAnotherVersionIsMadeAnew() throws IOException {
    build();
    try (IndexFolder own = IndexFolder.kept(kept);
        IndexWriter writer = own.writer(false)) {
      writer.setLiveCommitData(Map.of("format", "0", "mark", "x").entrySet());
      writer.commit();
    }
    assertBuiltAndRight("another version");
  }

  @Test
  void whereTheIndexCannotBeKeptSearchAnswersAllTheSame() throws IOException {
    Files.writeString(kept, "a file where the folder should be");
    try (AddressSearch search = new AddressSearch(store.addresses(), kept)) {
      search.refresh();
      assertThat(first(search, "3 rue 1")).isEqualTo("3 Rue 1 1000 Riom");
      assertThat(search.state().kept()).isFalse();
    }
    assertThat(kept).hasContent("a file where the folder should be");
  }

  @Test
  void twoServersShareTheIndexOfAStore() throws IOException {
    try (AddressSearch one = new AddressSearch(store.addresses(), kept);
        AddressSearch other = new AddressSearch(store.addresses(), kept)) {
      one.refresh();
      other.refresh();
      put(List.of(new Address("new", "7 Quai Neuf 1000 Riom", new LatticePoint(9, 9))));
      other.refresh();
      one.refresh();
      assertThat(first(one, "7 quai neuf")).isEqualTo("7 Quai Neuf 1000 Riom");
      assertThat(first(other, "7 quai neuf")).isEqualTo("7 Quai Neuf 1000 Riom");
    }
  }

  @Test
  void whileAnotherServerWritesTheIndexTheOldOneAnswersAndTheNewOneIsWaitedFor()
      throws IOException {
    try (AddressSearch one = new AddressSearch(store.addresses(), kept);
        AddressSearch late = new AddressSearch(store.addresses(), kept)) {
      one.refresh();
      put(List.of(new Address("new", "7 Quai Neuf 1000 Riom", new LatticePoint(9, 9))));
      try (IndexFolder theirs = IndexFolder.kept(kept);
          IndexWriter writer = theirs.writer(false)) {
        assertThat(writer.isOpen()).isTrue();
        one.refresh();
        late.refresh();
        assertThat(one.state().stage()).isEqualTo(Stage.UPDATING);
        assertThat(first(late, "3 rue 1")).isEqualTo("3 Rue 1 1000 Riom");
      }
      one.refresh();
      assertThat(first(one, "7 quai neuf")).isEqualTo("7 Quai Neuf 1000 Riom");
    }
  }

  @Test
  void aStoreThatWasPutBackIsNotMistakenForTheOneThatWasIndexed() throws IOException {
    Path copy = folder.resolve("copy.gpkg");
    store.close();
    Files.copy(folder.resolve("city.gpkg"), copy);
    store = GeoPackageStores.open(folder.resolve("city.gpkg"));
    put(List.of(new Address("new", "7 Quai Neuf 1000 Riom", new LatticePoint(9, 9))));
    build();
    store.close();
    Files.copy(copy, folder.resolve("city.gpkg"), StandardCopyOption.REPLACE_EXISTING);
    store = GeoPackageStores.open(folder.resolve("city.gpkg"));
    put(List.of(new Address("other", "7 Quai Vieux 1000 Riom", new LatticePoint(9, 9))));

    try (AddressSearch search = new AddressSearch(store.addresses(), kept)) {
      search.refresh();
      assertThat(first(search, "7 quai vieux")).isEqualTo("7 Quai Vieux 1000 Riom");
      assertThat(search.state().addresses()).isEqualTo(301);
    }
  }

  @Test
  void progressIsToldWhileAnIndexIsMade() throws IOException {
    List<Double> shares = new ArrayList<>();
    try (IndexKeeper keeper = new IndexKeeper(store.addresses(), kept)) {
      keeper
          .current(false, Progress.told((step, done, total, share) -> shares.add(share)))
          .release();
    }
    assertThat(shares).isSorted().hasSizeGreaterThan(50).endsWith(1.0);
  }

  private void assertBuiltAndRight(String what) throws IOException {
    try (AddressSearch search = new AddressSearch(store.addresses(), kept)) {
      search.refresh();
      assertThat(search.state().stage()).as(what).isEqualTo(Stage.READY);
      assertThat(search.state().addresses()).as(what).isEqualTo(300);
      assertThat(first(search, "3 rue 1 riom")).as(what).isEqualTo("3 Rue 1 1000 Riom");
      assertThat(search.state().kept()).as(what).isTrue();
    }
  }

  /** Makes or follows the index; its files. */
  private List<String> build() throws IOException {
    try (AddressSearch search = new AddressSearch(store.addresses(), kept)) {
      search.refresh();
    }
    return files();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(kept)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> !name.equals("write.lock"))
          .sorted()
          .toList();
    }
  }

  private String latestSegments() throws IOException {
    return files().stream().filter(name -> name.startsWith("segments_")).findFirst().orElseThrow();
  }

  private static long size(Path file) {
    return file.toFile().length();
  }

  private static String first(AddressSearch search, String text) {
    return search.search(text, 5).orElseThrow().get(0).text();
  }

  private void otherProgramRuns(String sql) {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("city.gpkg"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void put(List<Address> addresses) {
    store.addresses().put(addresses.iterator());
  }

  private static Address address(int i) {
    return new Address(
        "a" + i, (1 + i % 20) + " Rue " + (i / 20) + " 1000 Riom", new LatticePoint(100 * i, 0));
  }
}
