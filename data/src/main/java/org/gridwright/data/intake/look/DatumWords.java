package org.gridwright.data.intake.look;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gridwright.crs.Datum;

/** What the name of a file says about its datum. */
final class DatumWords {

  private static final Pattern WGS84 = Pattern.compile("wgs_?-?84|cgcs_?-?2000|国家2000");
  private static final Pattern GCJ02 = Pattern.compile("gcj_?-?0?2|gcj|火星|高德|腾讯|amap|datav");
  private static final Pattern BD09 = Pattern.compile("bd_?-?0?9|百度|baidu");

  private DatumWords() {}

  static Optional<Datum> in(String name) {
    String text = name.toLowerCase(Locale.ROOT);
    if (BD09.matcher(text).find()) {
      return Optional.of(Datum.BD09);
    }
    if (GCJ02.matcher(text).find()) {
      return Optional.of(Datum.GCJ02);
    }
    return WGS84.matcher(text).find() ? Optional.of(Datum.WGS84) : Optional.empty();
  }
}
