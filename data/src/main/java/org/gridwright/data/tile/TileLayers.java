package org.gridwright.data.tile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.tile.TileAddress;
import org.gridwright.data.exchange.archive.TileLayerInfo;

/** Which layers the tiles of a plan have. */
public final class TileLayers {

  private static final String TEXT = "String";

  private TileLayers() {}

  /** The layers of the tiles of a level. */
  public static List<TileLayerInfo> of(Plan plan, int depth) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("code", TEXT);
    fields.put("name", TEXT);
    plan.attributeKeys(depth).stream()
        .filter(key -> key.startsWith(Unit.NAME_IN))
        .forEach(key -> fields.put(key, TEXT));
    if (depth > 0) {
      fields.put("parent", TEXT);
    }
    Map<String, String> labelled = new LinkedHashMap<>(fields);
    labelled.put(UnitTiles.ROOM, "Number");
    String level = plan.theme().levels().get(depth).name();
    return List.of(
        at(UnitTiles.UNITS, "Units, as areas; as points where no ground of them is left.", fields),
        at(
            UnitTiles.lines(level),
            "Lines between units, each once, with the coarsest level that they bound.",
            Map.of("level", TEXT)),
        at(
            UnitTiles.LABELS,
            "A place for the name of each unit, and how wide it may be in metres.",
            labelled));
  }

  private static TileLayerInfo at(String id, String description, Map<String, String> fields) {
    return new TileLayerInfo(id, description, fields, 0, TileAddress.LAST_ZOOM);
  }
}
