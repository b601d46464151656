package org.gridwright.api.http.tiles;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.tile.TileAddress;
import org.gridwright.data.tile.UnitTiles;
import org.jspecify.annotations.Nullable;

/**
 * How programs are to draw the vector tiles of a level (MapLibre style specification, version 8).
 * It names no glyphs: text is drawn in fonts of the machine that draws it, which OpenLayers does
 * always and MapLibre GL from 5.11 on.
 *
 * @param center longitude, latitude
 */
record TileStyle(
    int version,
    String name,
    List<Double> center,
    double zoom,
    Map<String, Source> sources,
    List<Painted> layers) {

  private static final String SOURCE = "gridwright";
  private static final String POLYGON = "Polygon";
  private static final double EQUATOR_METRES = 40_075_016.69;
  private static final long TILE_PIXELS = 512;

  /** From this zoom on units have names. */
  private static final int FIRST_NAMES = 6;

  /** A name wants so much room. */
  private static final int NAME_PIXELS = 40;

  /** Fills that are told apart by who sees fewer colours too; a unit's number chooses. */
  private static final List<String> FILLS =
      List.of("#cfe3ee", "#f3e3c3", "#dcd3ea", "#d5e8d4", "#f2d5cf", "#e6e6dc");

  /** Where the tiles are described. */
  record Source(String type, String url) {}

  /** Something drawn, the later ones over the earlier. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Painted(
      String id,
      String type,
      @Nullable String source,
      @JsonProperty("source-layer") @Nullable String sourceLayer,
      @Nullable List<Object> filter,
      @Nullable Map<String, Object> layout,
      Map<String, Object> paint,
      @Nullable Integer minzoom,
      @Nullable Integer maxzoom) {}

  /**
   * The style of a level's tiles.
   *
   * @param levels of the theme down to the level, the coarsest first
   * @param tileJson address of their description
   * @param language of the names
   */
  static TileStyle of(TileJson tiles, List<Level> levels, String tileJson, Locale language) {
    List<Painted> drawn = new ArrayList<>();
    drawn.add(
        new Painted(
            "ground",
            "background",
            null,
            null,
            null,
            null,
            Map.of("background-color", "#f7f5f0"),
            null,
            null));
    drawn.add(fills());
    drawn.add(specks());
    String lines = UnitTiles.lines(levels.get(levels.size() - 1).name());
    for (int depth = levels.size() - 1; depth >= 0; depth--) {
      drawn.add(line(lines, levels.get(depth).name(), levels.size() - 1 - depth));
    }
    List<Double> center = tiles.center();
    for (int zoom = FIRST_NAMES; zoom <= TileAddress.LAST_ZOOM; zoom++) {
      drawn.add(names(zoom, center.get(1), language));
    }
    return new TileStyle(
        8,
        tiles.name(),
        center.subList(0, 2),
        center.get(2),
        Map.of(SOURCE, new Source("vector", tileJson)),
        drawn);
  }

  private static Painted fills() {
    List<Object> colour =
        new ArrayList<>(List.of("match", List.of("%", List.of("id"), FILLS.size())));
    for (int i = 1; i < FILLS.size(); i++) {
      colour.add(i);
      colour.add(FILLS.get(i));
    }
    colour.add(FILLS.get(0));
    return of("areas", "fill", UnitTiles.UNITS, POLYGON, null, Map.of("fill-color", colour));
  }

  /** Units of which no ground is left at a zoom. */
  private static Painted specks() {
    return of(
        "specks",
        "circle",
        UnitTiles.UNITS,
        "Point",
        null,
        Map.of("circle-radius", 1, "circle-color", "#8a949c"));
  }

  /**
   * @param above how many levels below this one are drawn too
   */
  private static Painted line(String layer, String level, int above) {
    List<Object> width =
        List.of(
            "interpolate", List.of("linear"), List.of("zoom"), 8, 0.3 + 0.5 * above, 16, 1 + above);
    String colour = above == 0 ? "#9aa5ad" : above == 1 ? "#66737d" : "#3a464f";
    return new Painted(
        "borders-" + level,
        "line",
        SOURCE,
        layer,
        List.of("==", List.of("get", "level"), level),
        Map.of("line-join", "round"),
        Map.of("line-color", colour, "line-width", width),
        null,
        null);
  }

  /** The names that have room at a zoom. */
  private static Painted names(int zoom, double latitude, Locale language) {
    List<Object> text =
        List.of(
            "coalesce",
            List.of("get", Unit.NAME_IN + language.getLanguage()),
            List.of("get", "name"));
    double pixel = EQUATOR_METRES * Math.cos(Math.toRadians(latitude)) / (TILE_PIXELS << zoom);
    return new Painted(
        "names-" + zoom,
        "symbol",
        SOURCE,
        UnitTiles.LABELS,
        List.of(">=", List.of("get", UnitTiles.ROOM), Math.ceil(NAME_PIXELS * pixel)),
        Map.of("text-field", text, "text-size", 12, "text-font", List.of("Arial", "sans-serif")),
        Map.of("text-color", "#18222b", "text-halo-color", "#ffffff", "text-halo-width", 1.5),
        zoom,
        zoom == TileAddress.LAST_ZOOM ? null : zoom + 1);
  }

  private static Painted of(
      String id,
      String type,
      String layer,
      String shape,
      @Nullable Map<String, Object> layout,
      Map<String, Object> paint) {
    return new Painted(
        id,
        type,
        SOURCE,
        layer,
        List.of("==", List.of("geometry-type"), shape),
        layout,
        paint,
        null,
        null);
  }
}
