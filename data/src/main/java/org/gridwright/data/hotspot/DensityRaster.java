package org.gridwright.data.hotspot;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.gridwright.core.hotspot.density.DensityBand;
import org.gridwright.core.hotspot.density.DensityBands;
import org.gridwright.core.hotspot.density.DensityPlane;
import org.gridwright.core.hotspot.density.DensitySurface;
import org.gridwright.core.hotspot.density.RasterFrame;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.work.Progress;
import org.gridwright.data.exchange.CsvOutput;
import org.gridwright.data.exchange.CsvRecordWriter;
import org.jspecify.annotations.Nullable;

/**
 * A density as files. Rows of a raster are parallels, equally far apart in metres, and so not quite
 * in degrees; those of a picture are equally far apart in degrees, as its world file has it, and
 * each shows the row in which its middle lies.
 */
public record DensityRaster(DensityAnalysis analysis) {

  private static final double SQUARE_METRES = 1e6;

  /** Levels are round by square kilometre, and not quite by square metre. */
  private static final MathContext ROUND = new MathContext(12);

  /** At most so many bands from nothing to the peak. */
  private static final int MOST_BANDS = 10;

  private DensitySurface surface() {
    return analysis.surface();
  }

  private RasterFrame frame() {
    return surface().frame();
  }

  /** Writes the middles of cells within the window, from the south; leaves the stream open. */
  public void writeCsv(OutputStream out, CsvOutput output) {
    boolean planar = analysis.ground().plane().isEmpty();
    try (CsvRecordWriter csv = new CsvRecordWriter(out, output)) {
      csv.write(planar ? List.of("x", "y", "per_km2") : List.of("lon", "lat", "per_km2"));
      for (int row = 0; row < frame().rows(); row++) {
        String y = northing(row);
        for (int column = 0; column < frame().columns(); column++) {
          OptionalDouble density = surface().perSquareKilometre(column, row);
          if (density.isPresent()) {
            csv.write(easting(column), y, String.valueOf(density.getAsDouble()));
          }
        }
      }
    }
  }

  /** The middle of a column, in degrees or metres. */
  private String easting(int column) {
    double x = frame().x(column);
    return analysis
        .ground()
        .plane()
        .map(plane -> degrees(plane.longitude(x)))
        .orElseGet(() -> String.valueOf(x));
  }

  /** The middle of a row, in degrees or metres. */
  private String northing(int row) {
    double y = frame().y(row);
    return analysis
        .ground()
        .plane()
        .map(plane -> degrees(plane.latitude(y)))
        .orElseGet(() -> String.valueOf(y));
  }

  private static String degrees(int steps) {
    return BigDecimal.valueOf(Lattice.degrees(steps)).toPlainString();
  }

  /**
   * Writes bands between round levels that tile the raster; leaves the stream open.
   *
   * @throws HotspotInputException when coordinates are metres, which GeoJSON cannot hold
   */
  public void writeGeoJson(OutputStream out, Progress progress) {
    bands(progress).writeGeoJson(out);
  }

  /**
   * Bands between round levels that tile the raster.
   *
   * @throws HotspotInputException when coordinates are metres, which GeoJSON cannot hold
   */
  public FigureSheet bands(Progress progress) {
    DensityPlane plane =
        analysis
            .ground()
            .plane()
            .orElseThrow(() -> HotspotInputException.of("hotspot.planar-geojson"));
    double[] levels =
        DoubleStream.of(levels())
            .map(perSquareKilometre -> perSquareKilometre / SQUARE_METRES)
            .toArray();
    List<DensityBand> bands = DensityBands.of(surface(), plane, levels, progress);
    return new FigureSheet(
        List.of("from_per_km2", "to_per_km2"),
        () -> bands.stream().map(DensityRaster::row),
        Map.of("bandwidth_m", analysis.bandwidth()));
  }

  private static FigureSheet.FigureRow row(DensityBand band) {
    return new FigureSheet.Values()
        .plain(level(band.from(), 0))
        .plain(level(band.to(), null))
        .row(LatticeJts.toDegrees(band.area()));
  }

  /** The first cell with the greatest density. */
  private record PeakCell(int column, int row) {}

  private PeakCell peak() {
    PeakCell best = new PeakCell(0, 0);
    double greatest = -1;
    for (int row = 0; row < frame().rows(); row++) {
      for (int column = 0; column < frame().columns(); column++) {
        OptionalDouble density = surface().at(column, row);
        if (density.isPresent() && density.getAsDouble() > greatest) {
          greatest = density.getAsDouble();
          best = new PeakCell(column, row);
        }
      }
    }
    return best;
  }

  /** The middle of the first cell with the greatest density, in degrees or metres, east first. */
  public List<BigDecimal> peakAt() {
    PeakCell peak = peak();
    return List.of(new BigDecimal(easting(peak.column())), new BigDecimal(northing(peak.row())));
  }

  /** What is told of the whole density. */
  public Map<String, @Nullable Object> summary() {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("incidents", surface().incidents());
    told.put("bandwidth", analysis.bandwidth());
    told.put("cell", frame().cellMetres());
    told.put("columns", frame().columns());
    told.put("rows", frame().rows());
    told.put("peakPerSquareKilometre", peakPerSquareKilometre());
    told.put("peakAt", peakAt());
    told.put("errorPerSquareKilometre", surface().errorShare() * peakPerSquareKilometre());
    told.put("total", surface().total());
    return told;
  }

  /** The greatest density. */
  public double peakPerSquareKilometre() {
    return surface().peak() * SQUARE_METRES;
  }

  /** What to beware of. */
  public List<MethodNote> notes() {
    return List.of(MethodNote.of("claims-nothing"));
  }

  private static @Nullable Object level(OptionalDouble level, @Nullable Object otherwise) {
    if (level.isEmpty()) {
      return otherwise;
    }
    return BigDecimal.valueOf(level.getAsDouble() * SQUARE_METRES).round(ROUND).doubleValue();
  }

  /** Round levels by square kilometre, from above 0 to below the peak. */
  double[] levels() {
    double peak = surface().peak() * SQUARE_METRES;
    if (!(peak > 0)) {
      return new double[] {1};
    }
    double power = Math.pow(10, Math.floor(Math.log10(peak / MOST_BANDS)));
    double step =
        DoubleStream.of(1, 2, 5, 10)
            .map(each -> each * power)
            .filter(each -> peak / each <= MOST_BANDS)
            .findFirst()
            .orElse(10 * power);
    return IntStream.rangeClosed(1, MOST_BANDS)
        .mapToDouble(i -> i * step)
        .filter(level -> level < peak)
        .toArray();
  }

  /** Writes a picture of a pixel for each cell, PNG; leaves the stream open. */
  public void writePicture(OutputStream out) throws IOException {
    BufferedImage picture =
        new BufferedImage(frame().columns(), frame().rows(), BufferedImage.TYPE_INT_ARGB);
    double peak = surface().peak();
    for (int line = 0; line < frame().rows(); line++) {
      int row = row(line);
      for (int column = 0; column < frame().columns(); column++) {
        OptionalDouble density = surface().at(column, row);
        if (density.isPresent()) {
          double share = peak > 0 ? density.getAsDouble() / peak : 0;
          picture.setRGB(column, line, DensityColours.of(share));
        }
      }
    }
    try (ImageOutputStream image = new MemoryCacheImageOutputStream(out)) {
      ImageIO.write(picture, "png", image);
    }
  }

  /** The row that a line of the picture shows, counted from the north. */
  private int row(int line) {
    int rows = frame().rows();
    if (analysis.ground().plane().isEmpty()) {
      return rows - 1 - line;
    }
    DensityPlane plane = analysis.ground().plane().get();
    double latitude = north(plane) - (line + 0.5) * lineSteps(plane);
    double row = (plane.y(latitude) - frame().south()) / frame().cellMetres();
    return Math.max(0, Math.min(rows - 1, (int) Math.floor(row)));
  }

  private int north(DensityPlane plane) {
    return plane.latitude(frame().south() + frame().rows() * frame().cellMetres());
  }

  /** Lattice steps between two lines of the picture. */
  private double lineSteps(DensityPlane plane) {
    return ((double) north(plane) - plane.latitude(frame().south())) / frame().rows();
  }

  /** The world file of the picture: size of a pixel, and the middle of the north-western one. */
  public String worldFile() {
    double cell = frame().cellMetres();
    double width = cell;
    double height = cell;
    double west = frame().x(0);
    double north = frame().y(frame().rows() - 1);
    if (analysis.ground().plane().isPresent()) {
      DensityPlane plane = analysis.ground().plane().get();
      width = cell / plane.metresOfStrip() / Lattice.STEPS_PER_DEGREE;
      height = lineSteps(plane) / Lattice.STEPS_PER_DEGREE;
      west = Lattice.degrees(plane.longitude(west));
      north = (double) north(plane) / Lattice.STEPS_PER_DEGREE - height / 2;
    }
    return width + "\n0.0\n0.0\n" + -height + "\n" + west + "\n" + north + "\n";
  }
}
