package org.gridwright.api.http.locate;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.gridwright.api.http.Json;
import org.gridwright.api.http.Points;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.message.Message;
import org.gridwright.data.snapshot.PlanSnapshot;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Locates the lines of an NDJSON. Empty lines are left out. */
final class NdjsonPoints implements PointStream {

  private static final int MAX_LINE = 1 << 20;
  private static final int BUFFER = 1 << 16;

  @Override
  public String contentType() {
    return "application/x-ndjson; charset=utf-8";
  }

  @Override
  public long locate(PlanSnapshot snapshot, InputStream in, OutputStream out, Locale language)
      throws IOException {
    InputStream buffered = new BufferedInputStream(in, BUFFER);
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    long rows = 0;
    boolean more = true;
    while (more) {
      line.reset();
      more = readLine(buffered, line);
      if (!line.toString(StandardCharsets.UTF_8).isBlank()) {
        out.write(Json.MAPPER.writeValueAsBytes(answer(snapshot, line, language)));
        out.write('\n');
        rows++;
      }
    }
    out.flush();
    return rows;
  }

  /** Reads one line, at most one byte more than allowed of it; false at the end of the stream. */
  private static boolean readLine(InputStream in, ByteArrayOutputStream line) throws IOException {
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '\n') {
        return true;
      }
      if (line.size() <= MAX_LINE) {
        line.write(b);
      }
    }
    return false;
  }

  private static ObjectNode answer(
      PlanSnapshot snapshot, ByteArrayOutputStream line, Locale language) {
    ObjectNode row = Json.MAPPER.createObjectNode();
    try {
      if (line.size() > MAX_LINE) {
        return error(row, ApiMessages.of("http.line-long", String.valueOf(MAX_LINE)), language);
      }
      if (!(Json.MAPPER.readTree(line.toByteArray()) instanceof ObjectNode object)) {
        return error(row, ApiMessages.of("http.body-not-object"), language);
      }
      row = object;
      return append(row, RowPlacement.of(snapshot, point(row)));
    } catch (JacksonException malformed) {
      Message told = ApiMessages.of("http.body-malformed", malformed.getOriginalMessage());
      return error(row, told, language);
    } catch (ProblemException unreadable) {
      return error(row, unreadable.told(), language);
    }
  }

  private static LatticePoint point(ObjectNode row) {
    return Points.of(ordinate(row, "lon"), ordinate(row, "lat"), ProblemException::badBody);
  }

  private static double ordinate(ObjectNode row, String name) {
    JsonNode value = row.get(name);
    if (value == null || !value.isNumber()) {
      throw ProblemException.badBody(name, ApiMessages.of("http.member-number", name));
    }
    return value.doubleValue();
  }

  private static ObjectNode append(ObjectNode row, RowPlacement placement) {
    row.put("grid", placement.grid());
    row.put("on_boundary", placement.onBoundary());
    var contested = row.putArray("contested");
    placement.contested().forEach(contested::add);
    row.put("runner_up", placement.runnerUp());
    row.put("distance_m", placement.distanceMetres());
    return row;
  }

  private static ObjectNode error(ObjectNode row, Message told, Locale language) {
    row.putNull("grid");
    return row.put("error", told.in(language));
  }
}
