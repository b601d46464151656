package org.gridwright.api.http.layers;

import io.javalin.http.Context;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gridwright.data.exchange.GeoJsonWriter;
import org.gridwright.data.layer.LayerRow;

/** Streams features as the body of an answer. */
final class FeatureStream {

  private static final String GEO_JSON = "application/geo+json";
  private static final int BUFFER = 1 << 16;

  private FeatureStream() {}

  /**
   * Writes the collection. On a failure it is not ended, so that nobody takes a part for the whole.
   */
  static void write(Context ctx, Supplier<Stream<LayerRow>> features, int limit)
      throws IOException {
    ctx.contentType(GEO_JSON);
    OutputStream out = new BufferedOutputStream(ctx.outputStream(), BUFFER);
    try (Stream<LayerRow> opened = features.get()) {
      GeoJsonWriter writer = new GeoJsonWriter(out);
      Iterator<LayerRow> each = opened.iterator();
      for (int written = 0; written < limit && each.hasNext(); written++) {
        writer.write(each.next());
      }
      if (each.hasNext()) {
        writer.member("truncated", true);
      }
      writer.close();
    }
    out.flush();
  }
}
