package org.gridwright.data.exchange;

import java.io.OutputStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Map;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.layer.LayerRow;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Streams one FeatureCollection after RFC 7946: CRS84, longitude first, at most 7 decimals, shells
 * counter-clockwise, no {@code crs} member. Begins with the first feature, ends with {@link
 * #close}, which leaves the stream open. Memory is constant. For one thread.
 *
 * <p>Failures of the stream are thrown as {@link JacksonException}s.
 */
public final class GeoJsonWriter implements AutoCloseable {

  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private final JsonGenerator json;
  private final GeoJsonShapes shapes;
  private boolean inFeatures;

  public GeoJsonWriter(OutputStream out) {
    this.json = JSON.createGenerator(ObjectWriteContext.empty(), out);
    this.shapes = new GeoJsonShapes(json);
    json.writeStartObject();
    json.writeStringProperty("type", "FeatureCollection");
    json.writeName("features");
    json.writeStartArray();
    inFeatures = true;
  }

  /**
   * Writes a feature with an area; one polygon is written as Polygon.
   *
   * @param id null for none
   * @param properties texts, numbers, booleans, nulls, maps and lists of these
   */
  public void write(@Nullable String id, Map<String, ?> properties, LatticeMultiPolygon area) {
    begin(id, properties);
    shapes.write(area);
    json.writeEndObject();
  }

  /** As above, with a point. */
  public void write(@Nullable String id, Map<String, ?> properties, LatticePoint point) {
    begin(id, properties);
    shapes.write(point);
    json.writeEndObject();
  }

  /**
   * As above, with any geometry in degrees, longitude first, rounded to the lattice; null for none.
   */
  public void write(@Nullable String id, Map<String, ?> properties, @Nullable Geometry geometry) {
    begin(id, properties);
    shapes.write(geometry);
    json.writeEndObject();
  }

  /** Writes a row of a layer as a feature, with its values as properties. */
  public void write(LayerRow row) {
    if (row.area() != null) {
      write(row.id(), row.values(), row.area());
    } else if (row.point() != null) {
      write(row.id(), row.values(), row.point());
    } else {
      write(row.id(), row.values(), (Geometry) null);
    }
  }

  /**
   * Ends the features and writes a further member of the collection, such as {@code truncated}.
   *
   * @param value text, number, boolean, null, or a map or list of these
   */
  public void member(String name, @Nullable Object value) {
    endFeatures();
    json.writeName(name);
    write(value);
  }

  /** Hands on what was written so far. */
  public void flush() {
    json.flush();
  }

  /** Ends the collection and flushes; the stream stays open. */
  @Override
  public void close() {
    endFeatures();
    json.writeEndObject();
    json.close();
  }

  private void begin(@Nullable String id, Map<String, ?> properties) {
    json.writeStartObject();
    json.writeStringProperty("type", "Feature");
    if (id != null) {
      json.writeStringProperty("id", id);
    }
    json.writeName("properties");
    write(properties);
    json.writeName("geometry");
  }

  private void endFeatures() {
    if (inFeatures) {
      json.writeEndArray();
      inFeatures = false;
    }
  }

  private void write(@Nullable Object value) {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      map.forEach(
          (key, member) -> {
            json.writeName(String.valueOf(key));
            write(member);
          });
      json.writeEndObject();
    } else if (value instanceof Iterable<?> items) {
      json.writeStartArray();
      items.forEach(this::write);
      json.writeEndArray();
    } else if (value instanceof Number number) {
      writeNumber(number);
    } else if (value instanceof Boolean bool) {
      json.writeBoolean(bool);
    } else {
      json.writeString(value.toString());
    }
  }

  /**
   * A geometry in degrees, longitude first, rounded to the lattice, as a GeoJSON geometry object;
   * {@code null} for none.
   */
  public static String geometry(@Nullable Geometry degrees) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      new GeoJsonShapes(json).write(degrees);
    }
    return text.toString();
  }

  /** Without exponents. JSON has no NaN and no infinity; they are written as null. */
  private void writeNumber(Number number) {
    if (number instanceof BigDecimal written) {
      json.writeNumber(written.toString());
    } else if (number instanceof Double real && Double.isFinite(real)) {
      json.writeNumber(BigDecimal.valueOf(real).toPlainString());
    } else if (Double.isFinite(number.doubleValue())) {
      json.writeNumber(number.toString());
    } else {
      json.writeNull();
    }
  }
}
