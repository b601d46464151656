package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;

/** Results as pictures, and as files that QGIS shows in colours. */
class HotspotPicturesTest extends HotspotRuns {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  /** As the map's legend has them. */
  private static final Map<String, Integer> COLOURS =
      Map.of("hot-99", 0x8c1d18, "hot-95", 0xd1493f, "not-significant", 0xf3f3ee);

  @Test
  void eachPlaceOfAPictureHasTheColourOfItsClass() throws Exception {
    String path =
        client.json("POST", PATH, "{'method':'gistar','category':'noise'}").header("Location");
    JsonNode map = client.get(path + "?format=geojson").json();
    Path file = folder.resolve("grids.png");
    gridwright("hotspots --store " + folder.resolve("demo.gpkg") + " --category noise -o " + file);
    BufferedImage picture = ImageIO.read(file.toFile());
    Envelope box = new Envelope();
    for (JsonNode feature : map.get("features")) {
      box.expandToInclude(shape(feature).getEnvelopeInternal());
    }
    Set<String> seen = new HashSet<>();
    for (JsonNode feature : map.get("features")) {
      Integer colour = COLOURS.get(feature.get("properties").get("class").asString());
      if (colour != null) {
        Coordinate inside = shape(feature).getInteriorPoint().getCoordinate();
        int x = (int) ((inside.x - box.getMinX()) / box.getWidth() * picture.getWidth());
        int y = (int) ((box.getMaxY() - inside.y) / box.getHeight() * picture.getHeight());
        assertThat(picture.getRGB(x, y) & 0xffffff)
            .as(feature.get("id").toString())
            .isEqualTo(colour);
        seen.add(feature.get("properties").get("class").asString());
      }
    }
    assertThat(seen).contains("hot-99", "not-significant");
    assertThat(client.get(path + "?format=png").type()).isEqualTo("image/png");
  }

  /** Its parts without holes: a point within the largest lies in the place. */
  private static Geometry shape(JsonNode feature) {
    JsonNode coordinates = feature.get("geometry").get("coordinates");
    boolean many = feature.get("geometry").get("type").asString().equals("MultiPolygon");
    List<Polygon> parts = new ArrayList<>();
    for (JsonNode polygon : many ? coordinates : List.of(coordinates)) {
      Coordinate[] ring = new Coordinate[polygon.get(0).size()];
      for (int i = 0; i < ring.length; i++) {
        JsonNode at = polygon.get(0).get(i);
        ring[i] = new Coordinate(at.get(0).asDouble(), at.get(1).asDouble());
      }
      parts.add(GEOMETRIES.createPolygon(ring));
    }
    return GEOMETRIES.createMultiPolygon(parts.toArray(Polygon[]::new));
  }

  @Test
  void aGeoPackageHasAStyleWithAColourForEachClass() throws Exception {
    Path file = folder.resolve("styled.gpkg");
    gridwright("hotspots --store " + folder.resolve("demo.gpkg") + " -o " + file);
    assertThat(Files.exists(file)).isTrue();
    Set<String> classes = new HashSet<>();
    String qml;
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery("SELECT DISTINCT class FROM hotspots")) {
        while (rows.next()) {
          classes.add(rows.getString(1));
        }
      }
      try (ResultSet style =
          statement.executeQuery(
              "SELECT styleQML FROM layer_styles WHERE f_table_schema = '' AND useAsDefault"
                  + " AND f_table_name = 'hotspots' AND f_geometry_column = 'geom'")) {
        assertThat(style.next()).isTrue();
        qml = style.getString(1);
      }
    }
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(qml)));
    NodeList categories = document.getElementsByTagName("category");
    Set<String> styled = new HashSet<>();
    Set<String> symbols = new HashSet<>();
    for (int i = 0; i < categories.getLength(); i++) {
      styled.add(((Element) categories.item(i)).getAttribute("value"));
      symbols.add(((Element) categories.item(i)).getAttribute("symbol"));
    }
    assertThat(styled).containsAll(classes);
    assertThat(document.getElementsByTagName("symbol").getLength()).isEqualTo(symbols.size());
  }
}
