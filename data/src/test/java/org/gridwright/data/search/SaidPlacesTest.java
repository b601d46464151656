package org.gridwright.data.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.model.Address;
import org.gridwright.data.search.AddressHit.Match;
import org.gridwright.data.search.HitDifference.How;
import org.gridwright.data.search.HitDifference.Part;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said, what is found, and what is told of it. */
class SaidPlacesTest {

  private static BuiltIndex index;

  @BeforeAll
  static void build() throws IOException {
    List<Address> addresses = new ArrayList<>();
    add(addresses, 0, 0, "5 Rue de Bourogne 90140 Charmois", "5 Rue de Charmois 90140 Bourogne");
    add(addresses, 9000, 0, "12 Rue Thome 1000 Riom", "12 Rue Thomé 1000 Riom");
    add(addresses, 20000, 0, "50 Lila Rd Boston 02124", "54 Lila Rd Boston 02124");
    add(addresses, 60000, 60000, "52 Lilac Rd Boston 02124");
    add(addresses, 20500, 300, "2 Hyde Ave Boston 02124", "4 Hyde Ave Boston 02124");
    add(
        addresses,
        40000,
        0,
        "12BIS Rue Neuve 1000 Riom",
        "14 Rue Neuve 1000 Riom",
        "464-466 Rue Neuve 1000 Riom");
    add(addresses, 60000, 9000, "464-466 Rue Longue 1000 Riom", "470 Rue Longue 1000 Riom");
    add(addresses, 80000, 0, "石田街38号", "石田街40号", "文康街38号", "甲12号文康街", "文康街12号之一");
    index = BuiltIndex.of(addresses.stream(), "1");
  }

  @AfterAll
  static void close() throws IOException {
    index.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5 Rue de Bourogne, Charmois | 5 Rue de Bourogne 90140 Charmois",
        "Bourogne, Rue de Charmois 5 | 5 Rue de Charmois 90140 Bourogne",
        "12 rue thomé | 12 Rue Thomé 1000 Riom",
        "12 rue thome | 12 Rue Thome 1000 Riom",
        "hello, it is at 54 Lila Road, Boston MA, in front of the garage | 54 Lila Rd Boston 02124",
        "12 bis rue neuve | 12BIS Rue Neuve 1000 Riom",
        "12b rue neuve | 12BIS Rue Neuve 1000 Riom",
        "12 B rue neuve | 12BIS Rue Neuve 1000 Riom",
        "464 rue neuve | 464-466 Rue Neuve 1000 Riom",
        "466 rue neuve | 464-466 Rue Neuve 1000 Riom",
        "云津市文康街道石田街三十八號2号楼3单元501 | 石田街38号",
        "时田街 38号 | 石田街38号",
        "shitian jie 38 | 石田街38号",
        "stj 38 | 石田街38号",
        "文康街12-1 | 文康街12号之一"
      })
  void theOneThatIsMeantComesFirst(String said, String found) throws IOException {
    assertThat(find(said).hits().get(0).text()).isEqualTo(found);
  }

  @Test
  void aNumberThatIsNotThereIsAPlaceBetweenItsNeighboursAndSaysSo() throws IOException {
    AddressHit first = find("52 Lila Road").hits().get(0);
    assertThat(first.match()).isEqualTo(Match.NEAREST_NUMBER);
    assertThat(first.id()).isNull();
    assertThat(first.text()).isEqualTo("50–54 Lila Rd Boston 02124");
    assertThat(first.differs())
        .contains(new HitDifference(Part.NUMBER, How.NOT_FOUND, "52", "50–54"));
    assertThat(first.uncertaintyMetres()).isPositive();
  }

  @Test
  void aPlaceBehindARangeLiesBehindItsLastNumber() throws IOException {
    AddressHit first = find("468 rue longue").hits().get(0);
    assertThat(first.text()).isEqualTo("466–470 Rue Longue 1000 Riom");
    assertThat(first.differs())
        .contains(new HitDifference(Part.NUMBER, How.NOT_FOUND, "468", "466–470"));
    assertThat(find("474 rue longue").hits().get(0).text()).startsWith("470 Rue Longue");
  }

  @Test
  void cityAndUnitsBeforeAStreetAreUnderstoodAsItsPlace() throws IOException {
    PlaceQuestion asked =
        new PlaceQuestion("云津市文康街道石田街38号2单元", 10, null, any -> true, any -> List.of("云津市", "文康街道"));
    Understood understood = index.find(asked).understood();
    assertThat(understood.locality()).isEqualTo("云津市文康街道");
    assertThat(understood.street()).isEqualTo("石田街");
    assertThat(understood.rest()).isEqualTo("2单元");
    assertThat(find("云津市石田街38号").understood().rest()).isEmpty();
  }

  @Test
  void aNumberThatIsThereIsNotSaidToBeMissing() throws IOException {
    for (String said : List.of("54 Lila Road", "石田街三十八号")) {
      assertThat(find(said).hits())
          .as(said)
          .first()
          .satisfies(hit -> assertThat(hit.match()).isEqualTo(Match.EXACT));
      assertThat(find(said).hits())
          .as(said)
          .allSatisfy(
              hit ->
                  assertThat(hit.differs())
                      .as(hit.text())
                      .noneMatch(
                          it ->
                              it.part() == Part.NUMBER
                                  && it.how() == How.NOT_FOUND
                                  && !hit.text().contains("Lilac")));
    }
  }

  @Test
  void aNumberAloneFindsTheHousesThatHaveItWhateverTheirStreet() throws IOException {
    assertThat(find("54").hits())
        .extracting(AddressHit::text)
        .containsExactly("54 Lila Rd Boston 02124");
    assertThat(find("54").hits().get(0).differs())
        .extracting(HitDifference::part, HitDifference::how)
        .containsExactly(tuple(Part.STREET, How.LEFT_OUT));
    assertThat(find("38").hits()).extracting(AddressHit::text).containsExactly("石田街38号", "文康街38号");
    assertThat(find("777").hits()).isEmpty();
  }

  @Test
  void aSuffixThatIsNotThereIsTold() throws IOException {
    AddressHit first = find("14 ter rue neuve").hits().get(0);
    assertThat(first.text()).startsWith("14 Rue Neuve");
    assertThat(first.match()).isNotEqualTo(Match.EXACT);
    assertThat(first.differs())
        .contains(new HitDifference(Part.SUFFIX, How.NOT_FOUND, "ter", null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Lila Rd & Hyde Ave", "corner of Lila Road and Hyde Avenue", "Hyde Ave / Lila Rd"})
  void aCornerIsWhereBothStreetsAreNearest(String said) throws IOException {
    AddressHit first = find(said).hits().get(0);
    assertThat(first.match()).isEqualTo(Match.CORNER);
    assertThat(first.text()).contains("Lila Rd").contains("Hyde Ave").contains(" & ");
  }

  @Test
  void streetsFarApartAreNoCornerAndBothAreTold() throws IOException {
    assertThat(find("Lilac Rd & Hyde Ave").hits())
        .extracting(AddressHit::match)
        .containsExactly(Match.STREET, Match.STREET);
  }

  @Test
  void theQuestionIsUnderstoodInParts() throws IOException {
    Understood understood = find("12 bis rue neuve, 1000 riom").understood();
    assertThat(understood.number()).isEqualTo("12");
    assertThat(understood.suffix()).isEqualTo("bis");
    assertThat(understood.street()).isEqualTo("rue neuve");
    assertThat(understood.postcode()).isEqualTo("1000");
    assertThat(understood.locality()).isEqualTo("riom");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "号",
        "12",
        "99999999999999999999",
        "(((.*",
        "😀😀",
        "\ud800",
        "\udc00x",
        "a\u0000b\u202ec",
        "&",
        "/ & /",
        "与",
        "路口",
        "12-",
        "-12",
        "12/",
        "①②③",
        "٣٤ rue",
        "甲号之",
        "()",
        "(12)"
      })
  void anythingIsAnswered(String said) {
    assertThatCode(() -> find(said)).doesNotThrowAnyException();
  }

  @Test
  void longTextsAreAnswered() {
    assertThatCode(() -> find("rue 12 号".repeat(800))).doesNotThrowAnyException();
    assertThatCode(() -> find("a".repeat(4000))).doesNotThrowAnyException();
  }

  @Test
  void theSameTextAtOnePlaceIsOneHit() throws IOException {
    List<Address> same =
        IntStream.range(0, 10_000)
            .mapToObj(i -> new Address("s" + i, "1 Same St", new LatticePoint(5, 5)))
            .toList();
    BuiltIndex own = BuiltIndex.of(same.stream(), "1");
    assertThat(own.find(PlaceQuestion.of("1 same st", 10)).hits()).hasSize(1);
    own.close();
  }

  private static Found find(String said) throws IOException {
    return index.find(PlaceQuestion.of(said, 10));
  }

  /** Addresses 20 m apart, in a row to the east. */
  private static void add(List<Address> addresses, int x, int y, String... texts) {
    for (String text : texts) {
      int step = 2000 * addresses.size() % 10_000;
      addresses.add(new Address("a" + addresses.size(), text, new LatticePoint(x + step, y)));
    }
  }
}
