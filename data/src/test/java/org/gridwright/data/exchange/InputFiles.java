package org.gridwright.data.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Small input files for tests. */
public final class InputFiles {

  private InputFiles() {}

  public static Path write(Path folder, String name, String text) {
    return write(folder, name, text.getBytes(StandardCharsets.UTF_8));
  }

  public static Path write(Path folder, String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] gzip(String text) {
    return gzip(text.getBytes(StandardCharsets.UTF_8));
  }

  public static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public static byte[] firstHalf(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 2);
  }

  /** A FeatureCollection of the given features. */
  public static String collection(String... features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",\n", features) + "]}";
  }

  /** A feature of type Polygon with one ring, such as {@code "[0,0],[1,0],[1,1],[0,0]"}. */
  public static String polygon(String properties, String ring) {
    return feature(properties, "{\"type\":\"Polygon\",\"coordinates\":[[" + ring + "]]}");
  }

  public static String feature(String properties, String geometry) {
    return "{\"type\":\"Feature\",\"properties\":{"
        + properties
        + "},\"geometry\":"
        + geometry
        + "}";
  }

  /** A square of one thousandth degree whose south-west corner is at the given thousandths. */
  public static String square(String properties, int x, int y) {
    return polygon(
        properties,
        "[%s,%s],[%s,%s],[%s,%s],[%s,%s],[%s,%s]"
            .formatted(
                x / 1e3,
                y / 1e3,
                (x + 1) / 1e3,
                y / 1e3,
                (x + 1) / 1e3,
                (y + 1) / 1e3,
                x / 1e3,
                (y + 1) / 1e3,
                x / 1e3,
                y / 1e3));
  }
}
