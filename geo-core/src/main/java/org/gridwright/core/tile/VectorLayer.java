package org.gridwright.core.tile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A layer of a vector tile in the making (Mapbox Vector Tile Specification 2.1). Used by one
 * thread.
 *
 * <p>Coordinates are 4096ths of the tile from its northwest corner, x eastward, y southward, as in
 * {@link TileArea}.
 */
public final class VectorLayer {

  private static final int POINT = 1;
  private static final int LINE = 2;
  private static final int POLYGON = 3;

  private static final int MOVE_TO = 1;
  private static final int LINE_TO = 2;
  private static final int CLOSE_PATH = 7;

  private final String name;
  private final Map<String, Integer> keys = new LinkedHashMap<>();
  private final Map<Object, Integer> values = new LinkedHashMap<>();
  private final ProtoBytes features = new ProtoBytes();

  /** The parts of the feature at hand. */
  private final ProtoBytes geometry = new ProtoBytes();

  private final ProtoBytes numbers = new ProtoBytes();
  private final ProtoBytes feature = new ProtoBytes();
  private int cursorX;
  private int cursorY;
  private int count;

  public VectorLayer(String name) {
    this.name = name;
  }

  /** How many features it has. */
  public int count() {
    return count;
  }

  /**
   * A point.
   *
   * @param id different from those of the layer's other features
   * @param tags texts, whole numbers, decimal numbers and truth values by name
   */
  public void point(long id, Map<String, ?> tags, int x, int y) {
    geometry.varint(command(MOVE_TO, 1));
    to(x, y);
    feature(id, tags, POINT);
  }

  /**
   * Lines as one feature.
   *
   * @param lines each {@code x0, y0, x1, y1, …}, of two points or more
   */
  public void lines(long id, Map<String, ?> tags, List<int[]> lines) {
    for (int[] line : lines) {
      path(line);
    }
    feature(id, tags, LINE);
  }

  /** Polygons as one feature, as {@link TileArea#polygons} has them. */
  public void polygons(long id, Map<String, ?> tags, List<List<int[]>> polygons) {
    for (List<int[]> rings : polygons) {
      for (int[] ring : rings) {
        path(ring);
        geometry.varint(command(CLOSE_PATH, 1));
      }
    }
    feature(id, tags, POLYGON);
  }

  /**
   * A tile of layers; those without features are left out.
   *
   * @param layers of different names
   */
  public static byte[] tile(List<VectorLayer> layers) {
    ProtoBytes tile = new ProtoBytes();
    for (VectorLayer layer : layers) {
      if (layer.count > 0) {
        tile.message(3, layer.message());
      }
    }
    return tile.toArray();
  }

  private ProtoBytes message() {
    ProtoBytes layer = new ProtoBytes();
    layer.number(15, 2);
    layer.text(1, name);
    layer.append(features);
    keys.keySet().forEach(key -> layer.text(3, key));
    values.keySet().forEach(value -> layer.message(4, value(value)));
    layer.number(5, TileFrame.EXTENT);
    return layer;
  }

  private static ProtoBytes value(Object value) {
    ProtoBytes message = new ProtoBytes();
    if (value instanceof Boolean truth) {
      message.number(7, truth ? 1 : 0);
    } else if (value instanceof Long whole) {
      message.number(4, whole);
    } else if (value instanceof Double decimal) {
      message.decimal(3, decimal);
    } else {
      message.text(1, value.toString());
    }
    return message;
  }

  private void path(int[] points) {
    geometry.varint(command(MOVE_TO, 1));
    to(points[0], points[1]);
    geometry.varint(command(LINE_TO, points.length / 2 - 1));
    for (int i = 2; i < points.length; i += 2) {
      to(points[i], points[i + 1]);
    }
  }

  private static int command(int id, int count) {
    return (count << 3) | id;
  }

  private void to(int x, int y) {
    geometry.zigzag(x - cursorX);
    geometry.zigzag(y - cursorY);
    cursorX = x;
    cursorY = y;
  }

  private void feature(long id, Map<String, ?> tags, int type) {
    tags.forEach(
        (key, value) -> {
          numbers.varint(keys.computeIfAbsent(key, it -> keys.size()));
          numbers.varint(values.computeIfAbsent(value, it -> values.size()));
        });
    feature.number(1, id);
    feature.message(2, numbers);
    feature.number(3, type);
    feature.message(4, geometry);
    features.message(2, feature);
    feature.clear();
    numbers.clear();
    geometry.clear();
    cursorX = 0;
    cursorY = 0;
    count++;
  }
}
