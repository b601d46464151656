package org.gridwright.crs;

import au.com.objectix.jgridshift.GridShiftFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.operation.transform.NADCONTransform;

/**
 * The shifts of a datum, as a survey office measured them on a grid of places: NTv2 ({@code .gsb})
 * or NADCON (a pair {@code .las} and {@code .los}). Immutable and thread-safe.
 */
final class GridShift {

  private static final int HEAD = 8;

  private final Path file;
  private final Step step;

  private GridShift(Path file, Step step) {
    this.file = file;
    this.step = step;
  }

  /** Moves a position in place; whether the grid has it. */
  private interface Step {
    boolean move(double[] lonLat) throws TransformException, IOException;
  }

  /**
   * Reads a grid into memory.
   *
   * @throws CrsException when the file cannot be read as one
   */
  static GridShift of(Path file) {
    try {
      return new GridShift(file, isNtv2(file) ? ntv2(file) : nadcon(file));
    } catch (CrsException said) {
      throw said;
    } catch (IOException | FactoryException | RuntimeException e) {
      throw unreadable(file, e);
    }
  }

  private static CrsException unreadable(Path file, Exception e) {
    return new CrsException(
        CrsMessages.of("crs.grid-unreadable", name(file), String.valueOf(e.getMessage())), e);
  }

  String name() {
    return name(file);
  }

  /**
   * Longitude and latitude of the old datum become those of the new one, in degrees from Greenwich.
   *
   * @throws CrsException when the place lies beside the grid
   */
  void apply(double[] lonLat) {
    double lon = lonLat[0];
    double lat = lonLat[1];
    try {
      if (!step.move(lonLat)) {
        throw new CrsException(CrsMessages.of("crs.grid-beside", lon, lat, name()));
      }
    } catch (TransformException beside) {
      throw new CrsException(CrsMessages.of("crs.grid-beside", lon, lat, name()), beside);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static boolean isNtv2(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1).equals("NUM_OREC");
    }
  }

  private static Step ntv2(Path file) throws IOException {
    GridShiftFile grid = new GridShiftFile();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      grid.loadGridShiftFile(in, false);
    }
    return lonLat -> {
      var place = new au.com.objectix.jgridshift.GridShift();
      place.setLonPositiveEastDegrees(lonLat[0]);
      place.setLatDegrees(lonLat[1]);
      if (!grid.gridShiftForward(place)) {
        return false;
      }
      lonLat[0] = place.getShiftedLonPositiveEastDegrees();
      lonLat[1] = place.getShiftedLatDegrees();
      return true;
    };
  }

  /** Either of the pair names both. */
  private static Step nadcon(Path file) throws FactoryException {
    String name = name(file);
    String end = name.toLowerCase(Locale.ROOT);
    if (!end.endsWith(".las") && !end.endsWith(".los")) {
      throw new CrsException(CrsMessages.of("crs.grid-format", name));
    }
    String stem = name.substring(0, name.length() - 4);
    Nadcon transform = new Nadcon(part(file, stem, "las"), part(file, stem, "los"));
    return lonLat -> {
      transform.transform(lonLat, 0, lonLat, 0, 1);
      return true;
    };
  }

  private static URI part(Path file, String stem, String ending) {
    Path lower = file.resolveSibling(stem + "." + ending);
    Path upper = file.resolveSibling(stem + "." + ending.toUpperCase(Locale.ROOT));
    Path found = Files.exists(lower) ? lower : upper;
    if (!Files.isReadable(found)) {
      throw new CrsException(CrsMessages.of("crs.grid-half", name(file), name(lower)));
    }
    return found.toUri();
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** The library's transform, of files that lie anywhere. */
  private static final class Nadcon extends NADCONTransform {

    private static final long serialVersionUID = 1L;

    private Nadcon(URI latitudes, URI longitudes) throws FactoryException {
      super(latitudes, longitudes);
    }

    /** Called while the transform is made. */
    @Override
    protected URL locateGrid(URI file) throws FactoryException {
      try {
        return file.toURL();
      } catch (MalformedURLException e) {
        throw new FactoryException(e);
      }
    }
  }
}
