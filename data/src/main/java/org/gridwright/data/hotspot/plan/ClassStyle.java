package org.gridwright.data.hotspot.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How QGIS shows the classes of a result: a document in its style format, QML. */
final class ClassStyle {

  /** QGIS's "categorized" renderer over the field of classes. */
  private static final String DOCUMENT =
      """
      <!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
      <qgis version="3.22" styleCategories="Symbology">
        <renderer-v2 type="categorizedSymbol" attr="class" symbollevels="0" forceraster="0">
          <categories>
      %s    </categories>
          <symbols>
      %s    </symbols>
        </renderer-v2>
      </qgis>
      """;

  private ClassStyle() {}

  /** All classes, those that do not occur too: the style can be taken to another result. */
  static String qml() {
    List<String> categories = new ArrayList<>();
    List<String> symbols = new ArrayList<>();
    for (Map.Entry<String, Integer> each : ClassColours.BY_CLASS.entrySet()) {
      int number = categories.size();
      boolean hatched = each.getKey().equals(ClassColours.NOT_DEFINED);
      categories.add(
          String.format(
              Locale.ROOT,
              "      <category value=\"%1$s\" label=\"%1$s\" symbol=\"%2$d\" render=\"true\"/>\n",
              each.getKey(),
              number));
      symbols.add(symbol(number, colour(each.getValue()), hatched ? "b_diag" : "solid"));
    }
    return DOCUMENT.formatted(String.join("", categories), String.join("", symbols));
  }

  private static String symbol(int number, String colour, String style) {
    return String.format(
        Locale.ROOT,
        """
              <symbol type="fill" name="%1$d" alpha="1" clip_to_extent="1">
                <layer class="SimpleFill" enabled="1" locked="0" pass="0">
                  <Option type="Map">
                    <Option type="QString" name="color" value="%2$s"/>
                    <Option type="QString" name="style" value="%3$s"/>
                    <Option type="QString" name="outline_color" value="255,255,255,255"/>
                    <Option type="QString" name="outline_width" value="0.1"/>
                  </Option>
                  <prop k="color" v="%2$s"/>
                  <prop k="style" v="%3$s"/>
                  <prop k="outline_color" v="255,255,255,255"/>
                  <prop k="outline_width" v="0.1"/>
                </layer>
              </symbol>
        """,
        number,
        colour,
        style);
  }

  private static String colour(int rgb) {
    return String.format(
        Locale.ROOT, "%d,%d,%d,255", (rgb >> 16) & 0xff, (rgb >> 8) & 0xff, rgb & 0xff);
  }
}
