package org.gridwright.data.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridwright.data.exchange.InputFiles.write;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The dialect of a CSV is found by its first rows, told, or asked for. */
class TextDialectTest {

  @TempDir Path folder;

  private static TextDialect dialect(String text) {
    return dialect(text, TextOptions.DEFAULT);
  }

  private static TextDialect dialect(String text, TextOptions told) {
    return TextDialect.of(text, true, StandardCharsets.UTF_8, told, Source.file("a.csv"));
  }

  private List<List<String>> rows(String text) {
    List<List<String>> rows = new ArrayList<>();
    try (CsvTable table =
        CsvTable.open(InputFile.of(write(folder, "a.csv", text)), TextOptions.DEFAULT)) {
      rows.add(table.header());
      table.forEachRemaining(row -> rows.add(row.values()));
    }
    return rows;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id,lon,lat\na,114.305,30.605\n",
        "id,lon,lat\r\na,114.305,30.605\r\n",
        "id,names,lon,lat\na,x;y,1.5,2\nb,x;y;z,1,2\n",
        "id,name,lon\na,\"Wang, Li\",1.5\nb,\"x\ny\",2.5\n",
        "code\nA\nB\nC;D\n",
        "code\nA\nB\n",
        "id,lon,lat\n",
        "id,list,lon\na,\"1,2\",30.5\n",
        "id,lon,lat\na,1,2\nb,1,2,3\n",
        ",code\n0,A\n1,B\n",
        "name,\"l, b\",x\n\"a;b\",\"c;d\",\"e;f\"\n",
      })
  void aFileWithCommasIsReadAsEverAndNothingIsTold(String text) {
    TextDialect found = dialect(text);

    assertThat(found.separator()).isEqualTo(',');
    assertThat(found.decimal()).isEqualTo('.');
    assertThat(found.headerLine()).isEqualTo(1);
    assertThat(found.notes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t", "|"})
  void theSeparatorIsFoundAndTold(String separator) {
    String text = "id,lon,lat\na,114.305,30.605\n\nb,114.3051,30.6\n".replace(",", separator);

    assertThat(dialect(text).separator()).isEqualTo(separator.charAt(0));
    assertThat(dialect(text).notes().toString()).contains("between the fields", "--separator");
    assertThat(rows(text)).element(1).isEqualTo(List.of("a", "114.305", "30.605"));
  }

  @Test
  void commasBeforeFractionsAreFoundBetweenSemicolons() {
    TextDialect found = dialect("id;lon;lat\na;114,305;30,605\nb;114;30\n");

    assertThat(found.separator()).isEqualTo(';');
    assertThat(found.decimal()).isEqualTo(',');
    assertThat(found.notes().toString()).contains("a comma before the fraction", "--decimal");
    assertThat(found.pointed("114,305")).isEqualTo("114.305");
  }

  @Test
  void aRowWithTooManyFieldsDoesNotMakeTheHeaderATitle() {
    TextDialect found = dialect("id;lon;lat\na;114,305;30,605\nb;114,3;30,6;x;y\n");

    assertThat(found.separator()).isEqualTo(';');
    assertThat(found.headerLine()).isEqualTo(1);
  }

  @Test
  void marksBetweenThousandsAreNoDecimalMarks() {
    assertThat(dialect("id\tn\na\t1,250\nb\t12,500\n").decimal()).isEqualTo('.');
    assertThat(dialect("id\tn\na\t1,25\n").decimal()).isEqualTo(',');
    assertThat(dialect("id,n\na,\"0,125\"\n").decimal()).isEqualTo(',');
    assertThat(dialect("id;n\na;1,5\n").pointed("1.250")).isNull();
    assertThat(dialect("id;n\na;1,5\n").pointed("1.250,5")).isNull();
    assertThat(dialect("id,n\na,1.5\n").pointed("1,250")).isNull();
  }

  @Test
  void numbersWithBothMarksBetweenSemicolonsAreAskedFor() {
    assertThatThrownBy(() -> dialect("id;n;lon\na;1.250;114,3\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("114,3")
        .hasMessageContaining("1.250")
        .hasMessageContaining("--decimal");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b;c,d\n1,2;3,4\n", "a,b;c\n", "a,b|c\n1,2|3\n2,3|4\n"})
  void rowsThatFitTwoSeparatorsAreAskedFor(String text) {
    assertThatThrownBy(() -> dialect(text))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("can be read with a comma and with")
        .hasMessageContaining("--separator");
    TextOptions told = new TextOptions(null, ';', null, OptionalLong.empty(), Remedies.OPTIONS);
    assertThat(dialect(text, told).separator()).isEqualTo(';');
    assertThat(dialect(text, told).found()).doesNotContain("separator");
  }

  @Test
  void overHttpParametersAreNamed() {
    assertThatThrownBy(() -> dialect("a,b;c\n", TextOptions.of(Remedies.PARAMETERS)))
        .hasMessageContaining("add separator=… to the address");
  }

  @Test
  void aSepLineSaysTheSeparatorAndIsNoRow() {
    String text = "sep=;\r\nid;lon;lat\r\na;114,305;30,605\r\n";

    assertThat(dialect(text).separator()).isEqualTo(';');
    assertThat(dialect(text).headerLine()).isEqualTo(2);
    assertThat(dialect(text).found()).containsExactly("decimal");
    assertThat(rows(text)).first().isEqualTo(List.of("id", "lon", "lat"));
  }

  @Test
  void titlesBeforeTheHeaderAreLeftOutAndTold() {
    String text =
        "Hydranten, Stand Mai 2024\n\nQuelle: Stadt;;\nid;lon;lat\na;114,305;30,605\nb;114,4;30,6\n";

    TextDialect found = dialect(text);
    assertThat(found.headerLine()).isEqualTo(4);
    assertThat(found.leftOut()).containsExactly("Hydranten, Stand Mai 2024", "Quelle: Stadt");
    assertThat(found.notes().toString())
        .contains("from line 4", "Hydranten, Stand Mai 2024", "--header-line");
    assertThat(rows(text)).hasSize(3).first().isEqualTo(List.of("id", "lon", "lat"));
  }

  @Test
  void linesKeepTheirNumbersBehindTitles() {
    Path file = write(folder, "a.csv", "Title\nid,lon,lat\na,1,2\nb,1\n");

    try (CsvTable table = CsvTable.open(InputFile.of(file), TextOptions.DEFAULT)) {
      assertThat(table.next().line()).isEqualTo(3);
      assertThatThrownBy(table::next)
          .hasMessageContaining("line 4")
          .hasMessageContaining("a comma");
    }
  }

  @Test
  void theHeaderStandsWhereItIsSaid() {
    TextOptions told = new TextOptions(null, null, null, OptionalLong.of(3), Remedies.OPTIONS);
    Path file = write(folder, "a.csv", "\uFEFFx,y\n1,2\nid,lon,lat\na,1,2\n");

    try (CsvTable table = CsvTable.open(InputFile.of(file), told)) {
      assertThat(table.header()).containsExactly("id", "lon", "lat");
      assertThat(table.dialect().notes()).isEmpty();
    }
  }

  @Test
  void separatorsBehindTheLastFieldAndEmptyRowsMeanNothing() {
    assertThat(rows("id;name;\r\na;x;\r\n;;\r\n\r\nb;\"y\r\nz\";\r\n"))
        .extracting(row -> row.subList(0, 2))
        .containsExactly(List.of("id", "name"), List.of("a", "x"), List.of("b", "y\r\nz"));
    assertThat(rows("id,name,,\na,x,,\n"))
        .containsExactly(List.of("id", "name"), List.of("a", "x"));
  }
}
