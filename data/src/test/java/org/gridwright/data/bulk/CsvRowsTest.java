package org.gridwright.data.bulk;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.gridwright.core.SeededRuns;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeException;
import org.gridwright.core.work.Checkpoint;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.Source;
import org.gridwright.data.exchange.TextOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {

  private static final Charset GBK = Charset.forName("GBK");
  private final Strip strip = new Strip("A", "B", "C");

  /** Random rows; each must come back byte for byte, with the grid of what FastCSV reads in it. */
  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void copiesEveryByteAndAgreesWithFastCsv(String lineEnd) throws IOException {
    for (int seed = 0; seed < SeededRuns.of(150); seed++) {
      Random random = new Random(seed);
      List<String> rows = new ArrayList<>();
      for (int i = random.nextInt(40); i >= 0; i--) {
        rows.add(row(random));
      }
      boolean closed = random.nextBoolean();
      String head = "id,\"lon\", lat ,text" + lineEnd;
      String text = head + String.join(lineEnd, rows) + (closed ? lineEnd : "");
      StringBuilder expected = new StringBuilder("id,\"lon\", lat ,text,grid" + lineEnd);
      List<CsvRecord> records = CsvReader.builder().ofCsvRecord(text).stream().skip(1).toList();
      assertThat(records).hasSameSizeAs(rows);
      for (int i = 0; i < rows.size(); i++) {
        String grid = grid(records.get(i).getField(1), records.get(i).getField(2));
        boolean last = i == rows.size() - 1;
        expected
            .append(rows.get(i))
            .append(',')
            .append(grid)
            .append(last && !closed ? "" : lineEnd);
      }
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      InputStream in =
          random.nextInt(3) == 0 ? Strip.byteByByte(bytes) : new ByteArrayInputStream(bytes);
      BulkLimits limits = new BulkLimits(8 + random.nextInt(100), 1 + random.nextInt(4), 4096);
      Strip.Result result =
          strip.csv(in, StandardCharsets.UTF_8, CsvStyle.AS_GIVEN, limits, PlacedColumn.GRID);
      assertThat(result.text()).as("seed %d", seed).isEqualTo(expected.toString());
      assertThat(requireNonNull(result.summary()).rows()).isEqualTo(rows.size());
    }
  }

  private String grid(String lon, String lat) {
    try {
      return strip.codeAt(
          Lattice.longitude(Double.parseDouble(lon)), Lattice.latitude(Double.parseDouble(lat)));
    } catch (NumberFormatException | LatticeException unreadable) {
      return "";
    }
  }

  private static String row(Random random) {
    return random.nextInt(100)
        + ","
        + ordinate(random, 4)
        + ","
        + ordinate(random, 2)
        + ","
        + text(random);
  }

  private static String ordinate(Random random, int range) {
    String plain = String.valueOf(random.nextInt(-1, range * 10) / 10.0);
    return switch (random.nextInt(8)) {
      case 0 -> "\"" + plain + "\"";
      case 1 -> " +" + plain.replace("-", "") + " ";
      case 2 -> plain + "e0";
      case 3 -> random.nextBoolean() ? "" : "east";
      case 4 -> "\"a\n,\"\"\r\nb\"";
      default -> plain;
    };
  }

  private static String text(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> "\"two\r\nlines, \"\"quoted\"\"\"";
      case 1 -> "网格一";
      case 2 -> "5\" pipe";
      case 3 -> "\"\"";
      case 4 -> "\"\n\"";
      default -> "";
    };
  }

  @Test
  void keepsTheOrderOfManyBlocks() throws IOException {
    StringBuilder text = new StringBuilder("id,lon,lat\n");
    StringBuilder expected = new StringBuilder("id,lon,lat,grid\n");
    for (int i = 0; i < 20_000; i++) {
      text.append(i).append(",1.5,0.5\n");
      expected.append(i).append(",1.5,0.5,B\n");
    }
    assertThat(strip.csv(text.toString(), PlacedColumn.GRID).text()).isEqualTo(expected.toString());
  }

  @Test
  void fillsShortRowsAndKeepsEmptyLinesAndTheMark() throws IOException {
    assertThat(strip.csv("\ufefflon,lat,t\n\n0.5,0.5\n7\n\r\n", PlacedColumn.GRID).text())
        .isEqualTo("\ufefflon,lat,t,grid\n\n0.5,0.5,,A\n7,,,\n\r\n");
  }

  @Test
  void writesByTheStandardWhenAsked() throws IOException {
    InputStream in =
        new ByteArrayInputStream(
            "\ufefflon,lat\n\n0.5,0.5,extra\n".getBytes(StandardCharsets.UTF_8));
    Strip.Result result =
        strip.csv(
            in,
            StandardCharsets.UTF_8,
            CsvStyle.RFC_4180,
            new BulkLimits(64, 2, 4096),
            PlacedColumn.GRID);
    assertThat(result.text()).isEqualTo("lon,lat,grid\r\n0.5,0.5,A\r\n");
  }

  @Test
  void reportsWhatAPersonShouldLookAt() throws IOException {
    Strip.Result result =
        strip.csv("id,lon,lat\n1,0.5,0.5\n2,,1\n3,\"1,5\",1\n4,1,0.5\n5,4,0.5\n6\n");
    assertThat(result.text())
        .startsWith("id,lon,lat,grid,on_boundary,contested,runner_up,distance_m\n1,0.5,0.5,A,false")
        .contains("\n4,1,0.5,B,true,,A,0.0\n");
    assertThat(result.report().split("\r\n"))
        .satisfiesExactly(
            row -> assertThat(row).isEqualTo("row,kind,lon,lat,grid,nearest,distance_m"),
            row -> assertThat(row).isEqualTo("2,missing,,1,,,"),
            row -> assertThat(row).isEqualTo("3,bad,\"1,5\",1,,,"),
            row -> assertThat(row).isEqualTo("4,boundary,1,0.5,B,A,0.0"),
            row -> assertThat(row).startsWith("5,outside,4,0.5,,C,1113"),
            row -> assertThat(row).isEqualTo("6,missing,,,,,"));
    assertThat(result.summary()).isEqualTo(new BulkSummary(6, 2, 1, 3, 3, true, 1, 0, 0, 0));
  }

  /** Each choice looks up no more than it needs; what it writes is as with all columns. */
  @Test
  void anyChoiceOfColumnsSaysTheSame() throws IOException {
    Random random = new Random(7);
    StringBuilder rows = new StringBuilder("lon,lat\n");
    for (int i = 0; i < 300; i++) {
      rows.append(random.nextInt(9) / 2.0 - .5).append(',');
      rows.append(random.nextInt(5) == 0 ? "" : random.nextInt(4) / 2.0 - .5).append('\n');
    }
    List<String[]> all = fields(strip.csv(rows.toString()).text());
    for (PlacedColumn column : PlacedColumn.values()) {
      List<String[]> one = fields(strip.csv(rows.toString(), column).text());
      assertThat(one.stream().map(row -> row[2]))
          .isEqualTo(all.stream().map(row -> row[2 + column.ordinal()]).toList());
    }
    assertThat(strip.csv(rows.toString(), true, PlacedColumn.GRID).report())
        .isEqualTo(strip.csv(rows.toString()).report())
        .contains(",boundary,", ",outside,", ",missing,");
  }

  private static List<String[]> fields(String csv) {
    return csv.lines().map(line -> line.split(",", -1)).toList();
  }

  @Test
  void writesCodesInTheEncodingOfTheFile() throws IOException {
    Strip chinese = new Strip("东,一", "西\"二");
    byte[] bytes = "名称,lon,lat\n漢\"字,0.5,0.5\n\"乗,亂\",1.5,0.5\n".getBytes(GBK);
    Strip.Result result =
        chinese.csv(
            new ByteArrayInputStream(bytes),
            GBK,
            CsvStyle.AS_GIVEN,
            new BulkLimits(20, 3, 4096),
            PlacedColumn.GRID);
    assertThat(new String(result.bytes(), GBK))
        .isEqualTo("名称,lon,lat,grid\n漢\"字,0.5,0.5,\"东,一\"\n\"乗,亂\",1.5,0.5,\"西\"\"二\"\n");
    assertThatThrownBy(
            () ->
                chinese.csv(
                    new ByteArrayInputStream("lon,lat,t\n0.5,0.5,街\n".getBytes(GBK)),
                    StandardCharsets.UTF_8,
                    CsvStyle.AS_GIVEN,
                    new BulkLimits(64, 3, 4096),
                    PlacedColumn.GRID))
        .hasMessageContaining("line 2")
        .hasMessageContaining("--encoding GBK");
  }

  @Test
  void refusesWhatCannotBeRead() {
    assertThatThrownBy(() -> strip.csv("lon,lat\n1,1\n1,1,1\n", PlacedColumn.GRID))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("line 3")
        .hasMessageContaining("3 fields");
    assertThatThrownBy(() -> strip.csv("lon,lat\n1,1\n\"1,1\n", PlacedColumn.GRID))
        .hasMessageContaining("line 3")
        .hasMessageContaining("closing quote");
    assertThatThrownBy(() -> strip.csv("lon,lat\n" + "1".repeat(1 << 17), PlacedColumn.GRID))
        .hasMessageContaining("line 2");
    assertThatThrownBy(() -> strip.csv("long,lat\n1,1\n", PlacedColumn.GRID))
        .hasMessageContaining("did you mean \"long\"");
    assertThatThrownBy(() -> strip.csv("lon,lat,lon\n1,1\n", PlacedColumn.GRID))
        .hasMessageContaining("twice");
    assertThatThrownBy(() -> strip.csv("\n\n", PlacedColumn.GRID)).hasMessageContaining("empty");
    for (Charset wide : List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
      byte[] bytes = "lon,lat\n1,1\n".getBytes(wide);
      assertThatThrownBy(
              () ->
                  CsvSource.open(
                      new ByteArrayInputStream(bytes),
                      () -> 0,
                      Source.file("in.csv"),
                      TextOptions.DEFAULT,
                      true,
                      BulkLimits.forFiles()))
          .hasMessageContaining("UTF-16");
    }
  }

  /** However much there is to read, no more than the allowed number of blocks is in memory. */
  @Test
  void readsNoFurtherAheadThanItsBlocks() throws Exception {
    BulkLimits limits = new BulkLimits(1 << 10, 4, 4096);
    AtomicLong read = new AtomicLong();
    AtomicLong ahead = new AtomicLong();
    byte[] row = "0.5,0.5\n".getBytes(StandardCharsets.UTF_8);
    @SuppressWarnings("InputStreamSlowMultibyteRead") // as slowly as a client may send
    InputStream in =
        new InputStream() {
          @Override
          public int read() {
            byte b =
                read.get() < 8
                    ? (byte) "lon,lat\n".charAt((int) read.get())
                    : row[(int) (read.get() & 7)];
            return read.getAndIncrement() < 400_000 ? b : -1;
          }

          @Override
          public int available() {
            return 1;
          }
        };
    AtomicLong written = new AtomicLong();
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int value) {
            written.incrementAndGet();
          }

          @Override
          public void write(byte[] bytes, int offset, int length) {
            ahead.accumulateAndGet(read.get() - written.get() * 8 / 10, Math::max);
            written.addAndGet(length);
          }
        };
    CsvSource csv =
        CsvSource.open(in, () -> 0, Source.file("in"), TextOptions.DEFAULT, true, limits);
    strip
        .assigner(limits)
        .csv(
            csv,
            new CsvJob(0, 1, -1, Set.of(PlacedColumn.GRID), CsvStyle.AS_GIVEN, false),
            out,
            null,
            Checkpoint.OPEN,
            BulkProgress.NONE);
    assertThat(written).hasValueGreaterThan(400_000);
    assertThat(ahead.get()).isLessThan(6 * 1024);
  }

  @Test
  void stopsWhenNobodyReadsTheOutput() {
    OutputStream closed =
        new OutputStream() {
          private int left = 1000;

          @Override
          public void write(int value) throws IOException {
            if (--left < 0) {
              throw new IOException("Broken pipe");
            }
          }
        };
    @SuppressWarnings("InputStreamSlowMultibyteRead") // as slowly as a client may send
    InputStream endless =
        new InputStream() {
          private int at;

          @Override
          public int read() {
            return "lon,lat\n".charAt(at++ & 7);
          }

          @Override
          public int available() {
            return 1;
          }
        };
    BulkLimits limits = new BulkLimits(256, 3, 4096);
    assertThatThrownBy(
            () -> {
              CsvSource csv =
                  CsvSource.open(
                      endless, () -> 0, Source.file("in"), TextOptions.DEFAULT, true, limits);
              CsvJob job = new CsvJob(0, 1, -1, PlacedColumn.ALL, CsvStyle.AS_GIVEN, false);
              strip
                  .assigner(limits)
                  .csv(csv, job, closed, null, Checkpoint.OPEN, BulkProgress.NONE);
            })
        .isInstanceOf(IOException.class)
        .hasMessage("Broken pipe");
  }
}
