package org.gridwright.api.http.locate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.gridwright.api.http.Bodies;
import org.gridwright.api.http.DegreePoints;
import org.gridwright.api.http.Json;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.message.Message;
import org.gridwright.data.bulk.BulkLimits;
import org.gridwright.data.bulk.PlacedColumn;
import org.gridwright.data.exchange.CsvOutput;
import org.gridwright.data.exchange.RecodedInput;
import org.gridwright.data.exchange.Remedies;
import org.gridwright.data.exchange.Source;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Locates the lines of an NDJSON. Empty lines are left out. */
final class NdjsonPoints implements PointStream {

  private final BulkLimits limits;

  NdjsonPoints(BulkLimits limits) {
    this.limits = limits;
  }

  @Override
  public String contentType(CsvOutput output) {
    return "application/x-ndjson; charset=utf-8";
  }

  @Override
  public long locate(Order order, InputStream in, OutputStream out) throws IOException {
    return order
        .assigner()
        .ndjson(
            inUtf8(order, in),
            order.columns(),
            Json.MAPPER::writeValueAsBytes,
            line -> Json.MAPPER.writeValueAsBytes(answer(order, line)),
            out);
  }

  private static InputStream inUtf8(Order order, InputStream in) {
    Charset encoding = order.text().encoding();
    return encoding == null || encoding.equals(StandardCharsets.UTF_8)
        ? in
        : new RecodedInput(in, Source.file("body"), encoding, Remedies.PARAMETERS);
  }

  private ObjectNode answer(Order order, byte[] line) {
    ObjectNode row = Json.MAPPER.createObjectNode();
    Locale language = order.language();
    try {
      if (line.length > limits.maxRecord()) {
        return error(
            row, ApiMessages.of("http.line-long", String.valueOf(limits.maxRecord())), language);
      }
      if (!(Json.MAPPER.readTree(line) instanceof ObjectNode object)) {
        return error(row, ApiMessages.of("http.body-not-object"), language);
      }
      row = object;
      return append(row, RowPlacement.of(order.snapshot(), point(row)), order.columns());
    } catch (JacksonException malformed) {
      Message told = Bodies.malformed(malformed);
      return error(row, told, language);
    } catch (ProblemException unreadable) {
      return error(row, unreadable.told(), language);
    }
  }

  private static LatticePoint point(ObjectNode row) {
    return DegreePoints.of(ordinate(row, "lon"), ordinate(row, "lat"), ProblemException::badBody);
  }

  private static double ordinate(ObjectNode row, String name) {
    JsonNode value = row.get(name);
    if (value == null || !value.isNumber()) {
      throw ProblemException.badBody(name, ApiMessages.of("http.member-number", name));
    }
    return value.doubleValue();
  }

  private static ObjectNode append(
      ObjectNode row, RowPlacement placement, Set<PlacedColumn> columns) {
    for (PlacedColumn column : PlacedColumn.values()) {
      if (columns.contains(column)) {
        switch (column) {
          case GRID -> row.put(column.label(), placement.grid());
          case ON_BOUNDARY -> row.put(column.label(), placement.onBoundary());
          case CONTESTED -> {
            var contested = row.putArray(column.label());
            placement.contested().forEach(contested::add);
          }
          case RUNNER_UP -> row.put(column.label(), placement.runnerUp());
          case DISTANCE_M -> row.put(column.label(), placement.distanceMetres());
        }
      }
    }
    return row;
  }

  private static ObjectNode error(ObjectNode row, Message told, Locale language) {
    row.putNull("grid");
    return row.put("error", told.in(language));
  }
}
