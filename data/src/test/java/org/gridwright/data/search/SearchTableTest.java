package org.gridwright.data.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gridwright.core.RealData;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.model.Address;
import org.junit.jupiter.api.Test;

/** The table of questions, on a sample: nothing is found less often than before. */
class SearchTableTest {

  private static final int SAMPLE = 60;

  /** What a sample may be below the goal by chance. */
  private static final double CHANCE = 5;

  @Test
  void chineseIsFoundAsItIsSaid() throws IOException {
    ChineseRows rows = new ChineseRows(122, SAMPLE);
    hold(rows.addresses().stream(), rows.rows(), rows::names);
  }

  @Test
  void bostonIsFoundByNumbersThatAreNotThereAndByCorners() throws IOException {
    RealData.file("boston/boston_corners.csv.gz");
    BostonRows rows = new BostonRows(TypedData.boston().orElseThrow(), SAMPLE);
    hold(rows.indexed().stream().map(TypedAddress::address), rows.rows(), any -> List.of());
  }

  @Test
  void franceIsFoundInSpiteOfErrors() throws IOException {
    RealData.file("france_bano_addresses/addresses_2016.csv.gz");
    List<TypedAddress> france = TypedData.france().orElseThrow();
    hold(
        france.stream().map(TypedAddress::address),
        new FrenchRows(france, SAMPLE).rows(),
        any -> List.of());
  }

  private static void hold(
      Stream<Address> addresses, List<TypedRow> rows, Function<LatticePoint, List<String>> names)
      throws IOException {
    BuiltIndex index = BuiltIndex.of(addresses, "1");
    for (TypedRow row : rows) {
      double percent = SearchTable.ask(index, row, names, false).percent();
      assertThat(percent)
          .as(row.name())
          .isGreaterThanOrEqualTo(Math.max(row.now(), row.goal()) - CHANCE);
    }
    index.close();
  }
}
