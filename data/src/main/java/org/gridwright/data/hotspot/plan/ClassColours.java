package org.gridwright.data.hotspot.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The colours of classes in pictures and styles, those of the map; told apart in any vision. */
final class ClassColours {

  /** Places that nothing can be said of; hatched besides. */
  static final String NOT_DEFINED = "not-defined";

  /** Red, green and blue by class, the surest of more first. */
  static final Map<String, Integer> BY_CLASS = colours();

  private static final int NONE = 0x9aa3aa;

  private ClassColours() {}

  private static Map<String, Integer> colours() {
    Map<String, Integer> colours = new LinkedHashMap<>();
    shades(colours, "hot", 0x8c1d18, 0xd1493f, 0xf2b39f);
    shades(colours, "cold", 0x1d4a86, 0x5a8fcb, 0xb3cfea);
    shades(colours, "high-high", 0x8c1d18, 0xd1493f, 0xf2b39f);
    shades(colours, "high-low", 0xb06500, 0xe0922f, 0xf3cf9a);
    shades(colours, "low-high", 0x5b3f8f, 0x8d73bd, 0xc9bce2);
    shades(colours, "low-low", 0x1d4a86, 0x5a8fcb, 0xb3cfea);
    shades(colours, "alike", 0x1f5f4a, 0x4f9c80, 0xb4d8c8);
    shades(colours, "unlike", 0x74481b, 0xb58a58, 0xe0c9ae);
    colours.put("not-significant", 0xf3f3ee);
    colours.put(NOT_DEFINED, NONE);
    return Collections.unmodifiableMap(colours);
  }

  private static void shades(
      Map<String, Integer> colours, String kind, int surest, int sure, int least) {
    colours.put(kind + "-99", surest);
    colours.put(kind + "-95", sure);
    colours.put(kind + "-90", least);
  }

  /** The colour of a class; of any other text that of what is not defined. */
  static int of(String id) {
    return BY_CLASS.getOrDefault(id, NONE);
  }
}
