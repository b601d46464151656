package org.gridwright.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.gridwright.core.message.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Shifts from files of survey offices. The grids here span 107 to 106 degrees west, 41 to 42
 * degrees north, and shift by what the National Geodetic Survey publishes for one place in it.
 */
class GridShiftTest {

  private static final double LON = -106.720118;
  private static final double LAT = 41.087658;
  private static final double TRUE_LON = -106.7207124;
  private static final double TRUE_LAT = 41.0876278;

  /** A thousandth of an arc second, 3 cm: floats in the files hold no more. */
  private static final double EXACT = 1e-3 / 3600;

  @TempDir Path folder;

  @Test
  void anNtv2FileTakesAnOldDatumToTheMetre() throws IOException {
    Path file = Files.write(folder.resolve("city.gsb"), ntv2());
    CrsTransform transform = CrsTransform.of("EPSG:4267", Datum.WGS84, file);
    double[] got = new double[2];
    transform.toWgs84(LON, LAT, got);

    assertThat(got[0]).isEqualTo(TRUE_LON, within(EXACT));
    assertThat(got[1]).isEqualTo(TRUE_LAT, within(EXACT));
    assertThat(transform.settledAt(LON, LAT)).isSameAs(transform);
    assertThat(transform.remark().map(Message::toString))
        .contains("EPSG:4267: its datum was shifted to WGS 84 with the grid city.gsb");
  }

  @Test
  void aMapOnTheDatumGoesByTheGridToo() throws IOException {
    Path file = Files.write(folder.resolve("city.gsb"), ntv2());
    double[] by = new double[2];
    double[] without = new double[2];
    CrsTransform.of("EPSG:26713", Datum.WGS84, file).toWgs84(355500, 4550100, by);
    CrsTransform.of("EPSG:26713", Datum.WGS84)
        .settledAt(355500, 4550100)
        .toWgs84(355500, 4550100, without);

    assertThat(by[0]).isNotEqualTo(without[0]).isEqualTo(without[0], within(1e-4));
    assertThat(by[1]).isNotEqualTo(without[1]).isEqualTo(without[1], within(1e-4));
  }

  @ParameterizedTest
  @ValueSource(strings = {"city.las", "city.los"})
  void aNadconPairIsNamedByEitherFile(String named) throws IOException {
    Files.write(folder.resolve("city.las"), nadcon((TRUE_LAT - LAT) * 3600));
    Files.write(folder.resolve("city.los"), nadcon((LON - TRUE_LON) * 3600));
    double[] got = new double[2];
    CrsTransform transform = CrsTransform.of("EPSG:4267", Datum.WGS84, folder.resolve(named));
    transform.toWgs84(LON, LAT, got);

    assertThat(got[0]).isEqualTo(TRUE_LON, within(EXACT));
    assertThat(got[1]).isEqualTo(TRUE_LAT, within(EXACT));
    assertThatThrownBy(() -> transform.toWgs84(-120, 41, new double[2]))
        .isInstanceOf(CrsException.class)
        .hasMessageContaining("does not reach longitude -120.0, latitude 41.0");
  }

  @Test
  void aPlaceBesideTheGridIsRefused() throws IOException {
    Path file = Files.write(folder.resolve("city.gsb"), ntv2());
    CrsTransform transform = CrsTransform.of("EPSG:4267", Datum.WGS84, file);
    assertThatThrownBy(() -> transform.toWgs84(-100, 41, new double[2]))
        .isInstanceOf(CrsException.class)
        .hasMessageStartingWith("the grid of shifts city.gsb does not reach longitude -100.0");
  }

  @Test
  void whatIsNoGridIsRefusedInASentence() throws IOException {
    Path text = Files.writeString(folder.resolve("a.txt"), "no grid");
    Path half = Files.write(folder.resolve("half.las"), nadcon(0));
    Path cut = Files.write(folder.resolve("cut.gsb"), Arrays.copyOf(ntv2(), 200));
    assertRefused("EPSG:4267", text, "a.txt is no grid of shifts that is known here");
    assertRefused(
        "EPSG:4267", half, "half.las is one half of a NADCON grid; put half.los beside it");
    assertRefused("EPSG:4267", cut, "the grid of shifts cut.gsb cannot be read");
    assertRefused(
        "EPSG:4267", folder.resolve("absent.gsb"), "the grid of shifts absent.gsb cannot");
    assertRefused("EPSG:4326", half, "the grid of shifts half.las does not go with EPSG:4326");
  }

  private static void assertRefused(String code, Path file, String sentence) {
    assertThatThrownBy(() -> CrsTransform.of(code, Datum.WGS84, file))
        .isInstanceOf(CrsException.class)
        .hasMessageStartingWith(sentence);
  }

  /** Two by two nodes; shifts in arc seconds, longitudes positive west. */
  private static byte[] ntv2() {
    ByteBuffer file = ByteBuffer.allocate(2 * 11 * 16 + 4 * 16 + 16).order(ByteOrder.LITTLE_ENDIAN);
    number(file, "NUM_OREC", 11);
    number(file, "NUM_SREC", 11);
    number(file, "NUM_FILE", 1);
    text(file, "GS_TYPE", "SECONDS");
    text(file, "VERSION", "TEST");
    text(file, "SYSTEM_F", "NAD27");
    text(file, "SYSTEM_T", "NAD83");
    real(file, "MAJOR_F", 6378206.4);
    real(file, "MINOR_F", 6356583.8);
    real(file, "MAJOR_T", 6378137);
    real(file, "MINOR_T", 6356752.314);
    text(file, "SUB_NAME", "CITY");
    text(file, "PARENT", "NONE");
    text(file, "CREATED", "TEST");
    text(file, "UPDATED", "TEST");
    real(file, "S_LAT", 41 * 3600);
    real(file, "N_LAT", 42 * 3600);
    real(file, "E_LONG", 106 * 3600);
    real(file, "W_LONG", 107 * 3600);
    real(file, "LAT_INC", 3600);
    real(file, "LONG_INC", 3600);
    number(file, "GS_COUNT", 4);
    for (int node = 0; node < 4; node++) {
      file.putFloat((float) ((TRUE_LAT - LAT) * 3600));
      file.putFloat((float) ((LON - TRUE_LON) * 3600));
      file.putFloat(0).putFloat(0);
    }
    text(file, "END", "");
    return file.array();
  }

  private static ByteBuffer key(ByteBuffer file, String key) {
    return file.put("%-8s".formatted(key).getBytes(StandardCharsets.US_ASCII));
  }

  private static void text(ByteBuffer file, String key, String value) {
    key(file, key).put("%-8s".formatted(value).getBytes(StandardCharsets.US_ASCII));
  }

  private static void number(ByteBuffer file, String key, int value) {
    key(file, key).putInt(value).putInt(0);
  }

  private static void real(ByteBuffer file, String key, double value) {
    key(file, key).putDouble(value);
  }

  /**
   * Thirty-three by three nodes with one shift, in records of one length; the first holds the
   * header.
   */
  private static byte[] nadcon(double seconds) {
    int columns = 33;
    int record = (columns + 1) * Float.BYTES;
    ByteBuffer file = ByteBuffer.allocate(4 * record).order(ByteOrder.LITTLE_ENDIAN);
    file.put(
        "%-56s%-8s"
            .formatted("NADCON EXTRACTED REGION", "NADGRD")
            .getBytes(StandardCharsets.US_ASCII));
    file.putInt(columns).putInt(3).putInt(1);
    file.putFloat(-107).putFloat(1 / 32f).putFloat(41).putFloat(0.5f).putFloat(0);
    for (int row = 1; row <= 3; row++) {
      file.position(row * record).putInt(row);
      for (int column = 0; column < columns; column++) {
        file.putFloat((float) seconds);
      }
    }
    return file.array();
  }
}
