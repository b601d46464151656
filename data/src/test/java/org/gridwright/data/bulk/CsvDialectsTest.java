package org.gridwright.data.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.OptionalLong;
import org.gridwright.core.work.Checkpoint;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.Remedies;
import org.gridwright.data.exchange.Source;
import org.gridwright.data.exchange.TextOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows in other dialects and encodings are assigned as rows with commas are. */
class CsvDialectsTest {

  private static final String ROWS = "id,lon,lat,note\na,0.5,0.5,x\nb,3.5,0.25,\"y,z\"\nc,,1,\n";

  private final Strip strip = new Strip("A", "B", "C", "D");

  private String assigned(byte[] bytes, TextOptions told, boolean raw) throws IOException {
    BulkLimits limits = new BulkLimits(64, 4, 1 << 16);
    CsvSource csv =
        CsvSource.open(
            new ByteArrayInputStream(bytes), () -> 0, Source.file("in.csv"), told, true, limits);
    CsvJob job =
        new CsvJob(
            csv.column("lon"),
            csv.column("lat"),
            -1,
            EnumSet.of(PlacedColumn.GRID, PlacedColumn.DISTANCE_M),
            CsvStyle.AS_GIVEN,
            raw);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    strip.assigner(limits).csv(csv, job, out, null, Checkpoint.OPEN, BulkProgress.NONE);
    return out.toString(csv.encoding());
  }

  private String assigned(String text) throws IOException {
    return assigned(text.getBytes(StandardCharsets.UTF_8), TextOptions.DEFAULT, false);
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t", "|"})
  void anotherSeparatorChangesNothingElse(String separator) throws IOException {
    String other = ROWS.replace("\"y,z\"", "'y'").replace(",", separator);
    String same = ROWS.replace("\"y,z\"", "'y'");

    assertThat(assigned(other)).isEqualTo(assigned(same).replace(",", separator));
  }

  @Test
  void commasBeforeFractionsAreReadAndWritten() throws IOException {
    String rows = "id;lon;lat\na;0,5;0,5\nb;-3,5;0,25\n";

    assertThat(assigned(rows))
        .isEqualTo(
            assigned(rows.replace(',', '.').replace(';', ',')).replace(',', ';').replace('.', ','))
        .contains("-3,5");
  }

  @Test
  void numbersWithMarksBetweenThousandsAreNone() throws IOException {
    TextOptions told = new TextOptions(null, null, ',', OptionalLong.empty(), Remedies.OPTIONS);
    byte[] rows = "id;lon;lat\na;0,5;0,5\nb;1.250;0,5\n".getBytes(StandardCharsets.UTF_8);

    assertThat(assigned(rows, told, false)).contains("b;1.250;0,5;;\n");
  }

  @Test
  void titlesAndTheSepLineStayBeforeTheHeader() throws IOException {
    String rows = "sep=;\r\nTitle\r\nid;lon;lat\r\na;0.5;0.5\r\nb;1.5;0.5\r\n";

    assertThat(assigned(rows))
        .startsWith("sep=;\r\nTitle\r\nid;lon;lat;grid;distance_m\r\na;0.5;0.5;");
  }

  @Test
  void unclearRowsAreAskedFor() {
    assertThatThrownBy(() -> assigned("lon,lat;x\n1,2;3\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("--separator");
  }

  @Test
  void whatIsSaidIsNotFound() throws IOException {
    TextOptions told = new TextOptions(null, ';', ',', OptionalLong.of(2), Remedies.OPTIONS);
    byte[] rows = "x,y;z\nlon;lat\n0,5;0,5\n".getBytes(StandardCharsets.UTF_8);

    assertThat(assigned(rows, told, false)).startsWith("x,y;z\nlon;lat;grid;distance_m\n0,5;0,5;");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE"})
  void rowsInWideCharactersAreReadByTheirMark(String encoding) throws IOException {
    byte[] wide = ("\uFEFF" + ROWS).getBytes(Charset.forName(encoding));

    assertThat(assigned(wide, TextOptions.DEFAULT, false)).isEqualTo("\uFEFF" + assigned(ROWS));
  }

  @Test
  void barsInGbkAreNotMistakenForSecondBytes() throws IOException {
    String rows = "id|name|lon|lat\na|\u4e85|0.5|0.5\n"; // whose bytes hold one of a bar
    Charset gbk = Charset.forName("GBK");

    assertThat(assigned(rows.getBytes(gbk), TextOptions.DEFAULT.in(gbk), false))
        .startsWith("id|name|lon|lat|grid|distance_m\na|\u4e85|0.5|0.5|");
  }

  @Test
  void cellsThatASpreadsheetWouldRunAreGuardedUnlessRaw() throws IOException {
    String rows = "id,lon,lat,=h\n\"=cmd(\"\"x\"\")\",0.5,0.5,-2+3\n'=a,-0.5,+0.5,-7.5\n";

    assertThat(assigned(rows))
        .contains("id,lon,lat,'=h,grid")
        .contains("\"'=cmd(\"\"x\"\")\",0.5,0.5,'-2+3,")
        .contains("''=a,-0.5,+0.5,-7.5,");
    assertThat(assigned(rows.getBytes(StandardCharsets.UTF_8), TextOptions.DEFAULT, true))
        .contains("\"=cmd(\"\"x\"\")\",0.5,0.5,-2+3,");
  }
}
