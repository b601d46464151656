package org.gridwright.core.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gridwright.core.Gdal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What GDAL reads in a tile that this program wrote. */
class VectorLayerTest {

  @TempDir Path folder;

  @Test
  void anotherProgramReadsPolygonsLinesPointsAndTheirTags() throws IOException {
    VectorLayer units = new VectorLayer("units");
    int[] outer = {100, 100, 1100, 100, 1100, 1100, 100, 1100};
    int[] hole = {200, 200, 200, 300, 300, 300, 300, 200};
    int[] island = {2000, 2000, 2100, 2000, 2100, 2100, 2000, 2100};
    units.polygons(7, Map.of("name", "玉街"), List.of(List.of(outer, hole), List.of(island)));
    VectorLayer lines = new VectorLayer("grid_lines");
    lines.lines(1, Map.of("depth", 3L), List.of(new int[] {0, 0, 4096, 4096}));
    VectorLayer labels = new VectorLayer("labels");
    labels.point(300, Map.of("share", 0.25, "small", true), 5, 4000);
    Path tile = folder.resolve("tile.mvt");
    Files.write(tile, VectorLayer.tile(List.of(units, lines, labels, new VectorLayer("nothing"))));

    assertThat(read(tile, "units"))
        .contains("\"mvt_id\": 7", "\"name\": \"玉街\"", "\"type\": \"MultiPolygon\"")
        .contains("[ [ [ 100, 3996 ], [ 1100, 3996 ], [ 1100, 2996 ]", "[ 2000, 2096 ]");
    assertThat(read(tile, "grid_lines")).contains("\"depth\": 3", "[ 0, 4096 ], [ 4096, 0 ]");
    assertThat(read(tile, "labels"))
        .contains("\"mvt_id\": 300", "\"share\": 0.25", "\"small\": true", "[ 5, 96 ]");
  }

  /** A layer as GeoJSON, y northward. */
  private String read(Path tile, String layer) throws IOException {
    Path out = folder.resolve(layer + ".geojson");
    Gdal.ogr2ogr(
        folder,
        "-f",
        "GeoJSON",
        "-lco",
        "COORDINATE_PRECISION=0",
        "-lco",
        "RFC7946=NO",
        out.toString(),
        "MVT:" + tile,
        layer);
    return Files.readString(out).replaceAll("\\.0\\b", "");
  }
}
