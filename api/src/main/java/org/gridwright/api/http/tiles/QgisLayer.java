package org.gridwright.api.http.tiles;

import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.gridwright.core.plan.Level;
import org.gridwright.data.tile.UnitTiles;

/**
 * A layer definition file of QGIS (.qlr) that shows the vector tiles of a level: areas, and over
 * them the lines of each level, the coarser the wider. For QGIS from 3.14 on.
 */
final class QgisLayer {

  private static final String ID = "gridwright";
  private static final String MILLIMETRES = "MM";

  /** As QGIS counts shapes. */
  private static final String LINE = "1";

  private static final String POLYGON = "2";

  private final XMLStreamWriter xml;

  private QgisLayer(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /**
   * The file.
   *
   * @param levels of the theme down to that of the tiles, the coarsest first
   */
  static String of(TileJson tiles, List<Level> levels) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeDTD("<!DOCTYPE qgis-layer-definition>");
      new QgisLayer(xml).write(tiles, levels);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException unwritable) {
      throw new IllegalStateException(unwritable);
    }
    return text.toString();
  }

  private void write(TileJson tiles, List<Level> levels) throws XMLStreamException {
    xml.writeStartElement("qlr");
    begin("layer-tree-group", Map.of("name", ""));
    begin("layer-tree-layer", Map.of("id", ID, "name", tiles.name(), "checked", "Qt::Checked"));
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeStartElement("maplayers");
    begin("maplayer", Map.of("type", "vector-tile"));
    text("id", ID);
    text("datasource", source(tiles));
    text("layername", tiles.name());
    renderer(levels);
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  /** Where the tiles are, as QGIS writes it: parameters of a query, each encoded. */
  private static String source(TileJson tiles) {
    String address = URLEncoder.encode(tiles.tiles().get(0), StandardCharsets.UTF_8);
    return "type=xyz&url="
        + address.replace("%7B", "{").replace("%7D", "}")
        + "&zmin="
        + tiles.minzoom()
        + "&zmax="
        + tiles.maxzoom();
  }

  private void renderer(List<Level> levels) throws XMLStreamException {
    begin("renderer", Map.of("type", "basic"));
    xml.writeStartElement("styles");
    style("Areas", UnitTiles.UNITS, "", POLYGON);
    symbol("fill", "SimpleFill", Map.of("color", "207,227,238,140", "outline_style", "no"));
    xml.writeEndElement();
    String lines = UnitTiles.lines(levels.get(levels.size() - 1).name());
    for (int depth = levels.size() - 1; depth >= 0; depth--) {
      int above = levels.size() - 1 - depth;
      String level = levels.get(depth).name();
      style(level, lines, "\"level\" = '" + level.replace("'", "''") + "'", LINE);
      symbol(
          "line",
          "SimpleLine",
          Map.of(
              "line_color",
              above == 0 ? "154,165,173,255" : above == 1 ? "102,115,125,255" : "58,70,79,255",
              "line_width",
              String.valueOf(0.2 + 0.25 * above),
              "line_width_unit",
              MILLIMETRES));
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void style(String name, String layer, String filter, String shape)
      throws XMLStreamException {
    begin(
        "style",
        Map.of(
            "name",
            name,
            "layer",
            layer,
            "expression",
            filter,
            "geometry",
            shape,
            "enabled",
            "1",
            "min-zoom",
            "-1",
            "max-zoom",
            "-1"));
  }

  private void symbol(String type, String drawn, Map<String, String> options)
      throws XMLStreamException {
    xml.writeStartElement("symbols");
    begin("symbol", Map.of("type", type, "name", "0", "alpha", "1", "clip_to_extent", "1"));
    begin("layer", Map.of("class", drawn, "enabled", "1", "pass", "0", "locked", "0"));
    begin("Option", Map.of("type", "Map"));
    for (Map.Entry<String, String> each : new TreeMap<>(options).entrySet()) {
      begin("Option", Map.of("type", "QString", "name", each.getKey(), "value", each.getValue()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void begin(String element, Map<String, String> attributes) throws XMLStreamException {
    xml.writeStartElement(element);
    for (Map.Entry<String, String> each : new TreeMap<>(attributes).entrySet()) {
      xml.writeAttribute(each.getKey(), each.getValue());
    }
  }

  private void text(String element, String text) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
