package org.gridwright.data.exchange;

import java.util.Arrays;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The positions of one {@code coordinates} member in the order of the file, with the ends of the
 * arrays that hold them. The nesting is known only at the end, because {@code type} may follow.
 */
final class Positions {

  private final JsonParser parser;
  private final Source source;
  private double[] xy = new double[128];
  private int size;
  private int[] ringEnds = new int[4];
  private int rings;
  private int[] polygonEnds = new int[2];
  private int polygons;
  private int height;
  private boolean heights;

  Positions(JsonParser parser, Source source) {
    this.parser = parser;
    this.source = source;
  }

  /** Reads the array on whose opening bracket the parser stands. */
  void read() {
    height = array(0);
  }

  /** Number of positions. */
  int size() {
    return size;
  }

  /** How deep positions are nested: 1 for a bare position, 4 for a MultiPolygon; 0 for none. */
  int height() {
    return height;
  }

  boolean heights() {
    return heights;
  }

  int rings() {
    return rings;
  }

  int ringStart(int ring) {
    return ring == 0 ? 0 : ringEnds[ring - 1];
  }

  /** Exclusive. */
  int ringEnd(int ring) {
    return ringEnds[ring];
  }

  int polygons() {
    return polygons;
  }

  /** Number of the first ring behind the polygon. */
  int polygonEnd(int polygon) {
    return polygonEnds[polygon];
  }

  /** A copy of the positions [from, to), two ordinates each. */
  PackedCoordinateSequence sequence(int from, int to) {
    return new PackedCoordinateSequence.Double(Arrays.copyOfRange(xy, 2 * from, 2 * to), 2, 0);
  }

  private int array(int depth) {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.END_ARRAY) {
      return 0;
    }
    if (token != JsonToken.START_ARRAY) {
      position(token);
      return 1;
    }
    int below = 0;
    for (; token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      if (token != JsonToken.START_ARRAY || depth > 4) {
        throw InputException.at(source, "input.coordinates-nesting");
      }
      int child = array(depth + 1);
      if (child != below && below != 0 && child != 0) {
        throw InputException.at(source, "input.coordinates-nesting");
      }
      below = Math.max(below, child);
    }
    end(below);
    return below == 0 ? 0 : below + 1;
  }

  private void end(int below) {
    if (below == 1) {
      ringEnds = rings == ringEnds.length ? Arrays.copyOf(ringEnds, 2 * rings) : ringEnds;
      ringEnds[rings++] = size;
    } else if (below == 2) {
      polygonEnds =
          polygons == polygonEnds.length ? Arrays.copyOf(polygonEnds, 2 * polygons) : polygonEnds;
      polygonEnds[polygons++] = rings;
    }
  }

  private void position(JsonToken first) {
    xy = 2 * size == xy.length ? Arrays.copyOf(xy, 4 * size) : xy;
    xy[2 * size] = ordinate(first);
    xy[2 * size + 1] = ordinate(parser.nextToken());
    size++;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      heights = true;
      parser.skipChildren();
    }
  }

  private double ordinate(JsonToken token) {
    if (token == null || !token.isNumeric()) {
      throw InputException.at(
          source,
          token == JsonToken.END_ARRAY ? "input.position-short" : "input.ordinate-not-number",
          token == JsonToken.END_ARRAY ? "" : parser.getString());
    }
    double value = parser.getDoubleValue();
    if (!Double.isFinite(value)) {
      throw InputException.at(source, "input.ordinate-not-number", parser.getString());
    }
    return value;
  }
}
