package org.gridwright.data.intake.look;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the names of fields say about their content, in English, French, German and Chinese. */
final class FieldWords {

  static final Pattern CODE = word("\\w*code|geoid|insee|fips|adcode|编码|代码|编号|网格号");
  static final Pattern ID =
      word("id|\\w+[_ ]id|uuid|key|nr|no|num|number|ref|reference|序号|单号|case_?number");
  static final Pattern NAME =
      word("name|\\w+[_ ]name|names|nom|title|label|bezeichnung|名称|名字|姓名|标题");

  /** Measures, and numbers of rows, which are no codes. */
  static final Pattern NO_CODE =
      word(
          "fid|ogc_fid|objectid|gid|\\w*index|shape[_ ]?\\w*|\\w*area|\\w*perimeter|\\w*length|len"
              + "|\\w*count|children\\w*|pop\\w*|households|面积|周长|人口|户数|color|colour|\\w*url");

  static final Pattern LON = word("lon|lng|long|longitude|x|x_?coord\\w*|easting|经度|东经");
  static final Pattern LAT = word("lat|latitude|y|y_?coord\\w*|northing|纬度|北纬");
  static final Pattern TIME =
      word(
          "date|datetime|\\w*time|timestamp|occurred\\w*|opened\\w*|\\w*date|\\w+_dt|时间|日期|\\w*时间|\\w*日期");
  static final Pattern CATEGORY =
      word("category|kind|type|\\w+[_ ]type|offen[sc]e|case_title|reason|subject|类别|类型|事件类型|分类");
  static final Pattern ADDRESS =
      word("address|\\w*address|addr|full_?address|adresse|地址|详细地址|门牌地址");

  /** Parts of an address, in the order in which they are written. */
  static final List<Pattern> ADDRESS_PARTS =
      List.of(
          word("number|numero|house_?number|housenumber|hausnummer|street_?number\\w*|门牌号?"),
          word("street|\\w*street_?name|street_?body|nom_?voie|voie|rue|road|strasse|道路|路名|街路"),
          word("unit|suffix|rep|street_?suffix\\w*"),
          word("postcode|post_?code|zip\\w*|code_?postal|code_?post|plz|邮编"),
          word("city|nom_?commune|commune|town|ort|城市"));

  /** Levels of which others are parts, coarse to fine. */
  private static final List<Pattern> LEVELS =
      List.of(
          word("country|国家"),
          word("state|province|省\\w*"),
          word("city|市"),
          word("county|borough|department|parent[._]?\\w*|县|上级\\w*"),
          word("district|police_?district|division|区|区县|辖区"),
          word("sector|ward|precinct|zone|subdistrict|street|township|街道\\w*|乡镇\\w*|片区"),
          word("community|neighbou?rhood|village|beat|社区\\w*|村\\w*"),
          word("block|cell|grid|网格\\w*"));

  private FieldWords() {}

  static boolean says(Pattern words, String field) {
    return words.matcher(last(field)).matches();
  }

  /** How coarse a level of this name is; empty where the name is of no level. */
  static Optional<Integer> coarseness(String field) {
    String whole = field.toLowerCase(Locale.ROOT).replaceAll("_?(code|id|no|num|编码|代码)$", "");
    for (int i = 0; i < LEVELS.size(); i++) {
      if (LEVELS.get(i).matcher(whole).matches()) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private static String last(String field) {
    return field.substring(field.lastIndexOf('.') + 1);
  }

  private static Pattern word(String words) {
    return Pattern.compile(
        "(?:" + words + ")", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
  }
}
