package org.gridwright.data.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

/** Well-known binary as the standard, PostGIS and damage write it. */
class WkbGeometryTest {

  private static final int EWKB_SRID = 0x20000000;
  private static final String TWO_PARTS =
      "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))";

  private static WkbGeometry reading(byte[] wkb) {
    return new WkbGeometry(
        ByteBuffer.wrap(wkb), Source.feature("a.gpkg", 1), new CircularArcs(0.01, () -> 1));
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] all = new byte[buffer.capacity()];
    buffer.rewind().get(all);
    return all;
  }

  private static ByteBuffer header(ByteOrder order, int type) {
    return ByteBuffer.allocate(100)
        .order(order)
        .put((byte) (order == ByteOrder.BIG_ENDIAN ? 0 : 1))
        .putInt(type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POINT (1 2)",
        "LINESTRING (1 2, 3 4)",
        "POLYGON ((0 0, 9 0, 9 9, 0 0), (5 1, 6 1, 6 2, 5 1))",
        "MULTIPOINT ((1 2), (3 4))",
        "MULTILINESTRING ((1 2, 3 4), (5 6, 7 8))",
        TWO_PARTS,
        "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (1 2, 3 4))",
      })
  void simpleTypesAreReadInBothByteOrders(String wkt) throws ParseException {
    Geometry expected = new WKTReader().read(wkt);
    for (int order : new int[] {ByteOrderValues.BIG_ENDIAN, ByteOrderValues.LITTLE_ENDIAN}) {
      WkbGeometry wkb = reading(new WKBWriter(2, order).write(expected));
      assertThat((Object) wkb.read()).isEqualTo(expected);
      assertThat(wkb.heights()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, false, 2",
    "1001, true, 3",
    "2001, false, 3",
    "3001, true, 4",
    "-2147483647, true, 3", // 0x80000001, Z of PostGIS and of old GDAL
    "1073741825, false, 3", // 0x40000001, M of PostGIS
    "-1073741823, true, 4", // 0xC0000001, both
  })
  void heightsAndMeasuresOfTheStandardAndOfPostgisAreLeftOut(
      int type, boolean heights, int ordinates) {
    ByteBuffer point = header(ByteOrder.LITTLE_ENDIAN, type);
    for (int i = 0; i < ordinates; i++) {
      point.putDouble(i + 1);
    }
    WkbGeometry wkb = reading(bytes(point));
    assertThat((Object) wkb.read()).hasToString("POINT (1 2)");
    assertThat(wkb.heights()).isEqualTo(heights);
  }

  @Test
  void aSystemInFrontIsPassedOver() {
    ByteBuffer point = header(ByteOrder.BIG_ENDIAN, EWKB_SRID | 1).putInt(4547);
    assertThat((Object) reading(bytes(point.putDouble(1).putDouble(2))).read())
        .hasToString("POINT (1 2)");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 16, 17, 1003, 3010})
  void whatHasNoMembersIsEmpty(int type) {
    ByteBuffer empty = header(ByteOrder.LITTLE_ENDIAN, type).putInt(0);
    assertThat(reading(bytes(empty)).read().isEmpty()).isTrue();
  }

  @Test
  void aPointWithoutNumbersIsEmpty() {
    ByteBuffer point = header(ByteOrder.LITTLE_ENDIAN, 1).putDouble(Double.NaN);
    assertThat(reading(bytes(point.putDouble(Double.NaN))).read().isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 13, 14, 18})
  void aTypeThatNobodyHasIsNamedWithTheRemedy(int type) {
    assertThatThrownBy(() -> reading(bytes(header(ByteOrder.BIG_ENDIAN, type))).read())
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("a.gpkg, feature 1: the geometry is of the unknown type " + type)
        .hasMessageContaining("CONVERT_TO_LINEAR");
  }

  @Test
  void damageIsRefusedInASentence() throws ParseException {
    byte[] sound = new WKBWriter().write(new WKTReader().read(TWO_PARTS));
    for (int length = 0; length < sound.length; length++) {
      byte[] cut = Arrays.copyOf(sound, length);
      assertThatThrownBy(() -> reading(cut).read()).isInstanceOf(InputException.class);
    }
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = sound.clone();
      for (int k = random.nextInt(4); k >= 0; k--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(20);
      }
      try {
        assertThat((Object) reading(damaged).read()).isNotNull();
      } catch (InputException refused) {
        assertThat(refused.getMessage()).contains("the geometry is");
      }
    }
  }
}
