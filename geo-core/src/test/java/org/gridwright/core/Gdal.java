package org.gridwright.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The programs of GDAL, which most files of geographic data come from, where they are installed.
 * Tests that need them are skipped, with a printed reason, where they are absent.
 */
public final class Gdal {

  private static final long PATIENCE_SECONDS = 60;

  private Gdal() {}

  /** Writes a file from another in a folder: arguments of {@code ogr2ogr}. */
  public static void ogr2ogr(Path folder, String... arguments) {
    run(folder, "", Stream.concat(Stream.of("ogr2ogr"), Arrays.stream(arguments)).toList());
  }

  /**
   * A position as GDAL's files have it in a system, first ordinate first, for a longitude and
   * latitude in another one.
   */
  public static double[] fromLonLat(Path folder, String lonLat, String system, double x, double y) {
    String out =
        run(
            folder,
            String.format(Locale.ROOT, "%.12f %.12f%n", x, y),
            List.of("gdaltransform", "-s_srs", lonLat, "-t_srs", system));
    return Arrays.stream(out.strip().split("\\s+")).mapToDouble(Double::parseDouble).toArray();
  }

  private static String run(Path folder, String input, List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException(String.join(" ", command));
      }
      return out;
    } catch (IOException absent) {
      String reason = "skipped: " + command.get(0) + " of GDAL is not installed";
      System.out.println(reason);
      Assumptions.abort(reason);
      throw new UncheckedIOException(absent);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
