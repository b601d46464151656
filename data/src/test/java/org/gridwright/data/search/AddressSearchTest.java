package org.gridwright.data.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.model.Address;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.geopackage.GeoPackageStores;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is typed, and what is found first. */
class AddressSearchTest {

  @TempDir static Path folder;
  private static Store store;
  private static AddressSearch search;

  @BeforeAll
  static void fill() {
    store = GeoPackageStores.open(folder.resolve("city.gpkg"));
    put(
        "12 Rue de l'Église, Riom",
        "14 Rue de l'Église, Riom",
        "12 Rue de la Gare, Riom",
        "120 Rue de l'Église, Riom",
        "12 Avenue Charles de Gaulle, Thiers",
        "武汉市江汉区建设路12号",
        "武汉市江汉区建设路14号",
        "武汉市江汉区解放大道12号");
    search = new AddressSearch(store.addresses(), null);
    search.refresh();
  }

  @AfterAll
  static void close() {
    search.close();
    store.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12 rue de l'église | 12 Rue de l'Église, Riom",
        "rue de l eglise 14 | 14 Rue de l'Église, Riom",
        "12 rue de l'eglize | 12 Rue de l'Église, Riom",
        "12 avenue Charels de Gaule | 12 Avenue Charles de Gaulle, Thiers",
        "120 eglis | 120 Rue de l'Église, Riom",
        "thiers | 12 Avenue Charles de Gaulle, Thiers",
        "12 GARE | 12 Rue de la Gare, Riom",
        "建设路14号 | 武汉市江汉区建设路14号",
        "解放大道 | 武汉市江汉区解放大道12号",
        "江汉区建设路１２号 | 武汉市江汉区建设路12号"
      })
  void theBestMatchComesFirst(String typed, String found) {
    assertThat(texts(typed)).startsWith(found);
  }

  @Test
  void anUnknownNumberStillFindsTheStreet() {
    assertThat(texts("99 rue de la gare")).startsWith("12 Rue de la Gare, Riom");
  }

  @Test
  void whatIsNothingFindsNothing() {
    assertThat(texts("!?")).isEmpty();
    assertThat(texts("zzzzzz")).isEmpty();
  }

  @Test
  void whereNothingIsFoundTheWordThatBeginsMostAlikeIsTold() {
    assertThat(search.search("thiezzzzzzz", 5).orElseThrow()).isEmpty();
    assertThat(search.mostAlike("thiezzzzzzz").orElseThrow().text())
        .isEqualTo("12 Avenue Charles de Gaulle, Thiers");
    assertThat(search.mostAlike("!?")).isEmpty();
    assertThat(search.mostAlike("xyxyxy")).isEmpty();
  }

  @Test
  void aPerfectMatchScoresOne() {
    assertThat(search.search("12 Rue de la Gare", 1).orElseThrow().get(0).score()).isEqualTo(1);
  }

  @Test
  void newAddressesAreFoundAfterARefresh() {
    AddressSearch own = new AddressSearch(store.addresses(), null);
    assertThat(own.search("rue", 1)).isEmpty();
    own.refresh();
    store
        .addresses()
        .put(List.of(new Address("new", "7 Quai Neuf", new LatticePoint(1, 2))).iterator());
    own.refresh();
    assertThat(own.search("quai neuf", 5).orElseThrow())
        .extracting(AddressHit::place)
        .containsExactly(new LatticePoint(1, 2));
    own.close();
  }

  private static List<String> texts(String typed) {
    return search.search(typed, 10).orElseThrow().stream().map(hit -> hit.text()).toList();
  }

  private static void put(String... texts) {
    List<Address> addresses = new ArrayList<>();
    for (String text : texts) {
      addresses.add(new Address("a" + addresses.size(), text, new LatticePoint(0, 0)));
    }
    store.addresses().put(addresses.iterator());
  }
}
