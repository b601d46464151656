package org.gridwright.core.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridwright.core.fact.FactDeclaration;
import org.gridwright.core.fact.FactSchema;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;

/** New grids are called as their siblings are. */
class NewNamesTest {

  private static final Theme THEME = Theme.of("names", "Names", CodeScheme.FREE, "grid");

  private static Unit named(List<String> names, List<String> chinese) {
    return named(names, chinese, FactSchema.NONE);
  }

  private static Unit named(List<String> names, List<String> chinese, FactSchema schema) {
    List<Unit> units = new ArrayList<>();
    List<Unit> drawn = Pictures.plan(THEME, 0, 0, 10, "ABCDEF").grids();
    for (int i = 0; i < names.size(); i++) {
      Map<String, String> attributes = new TreeMap<>();
      if (i < chinese.size()) {
        attributes.put("name:zh", chinese.get(i));
      }
      Unit unit = drawn.get(i);
      units.add(new Unit(0, unit.code(), null, names.get(i), attributes, unit.area()));
    }
    Unit bare = drawn.get(5);
    return new NewNames(Plan.of(THEME, units), box -> units, schema)
        .named(new Unit(0, "A-2", null, "A-2", Map.of(), bare.area()));
  }

  @Test
  void byTheNextNumberInEachLanguage() {
    Unit unit = named(List.of("Grid 1", "Grid 9", "Grid 4"), List.of("第一网格", "第九网格", "第四网格"));
    assertThat(unit.name()).isEqualTo("Grid 10");
    assertThat(unit.attributes()).isEqualTo(Map.of("name:zh", "第十网格"));
  }

  @Test
  void byThePatternOfTheThemeBeforeAll() {
    FactSchema schema =
        FactSchema.of(
            List.of(
                FactDeclaration.naming("name", "Beat {n} (new)"),
                FactDeclaration.naming("name:zh", "第{n}警务区")));
    Unit unit = named(List.of("Grid 1", "Beat 9 (new)"), List.of("第十二警务区"), schema);
    assertThat(unit.name()).isEqualTo("Beat 13 (new)");
    assertThat(unit.attributes()).isEqualTo(Map.of("name:zh", "第十三警务区"));
    assertThat(named(List.of(), List.of(), schema).name()).isEqualTo("Beat 1 (new)");
  }

  @Test
  void withWhatStandsAroundTheNumber() {
    assertThat(named(List.of("12号网格（北）", "7号网格（北）"), List.of()).name()).isEqualTo("13号网格（北）");
    assertThat(named(List.of("Beat 0711", "Beat 0712", "Loop"), List.of()).name())
        .isEqualTo("Beat 0713");
  }

  @Test
  void plainlyWhereNamesAreOfAnotherKindAndNotAtAllWhereThereAreNone() {
    assertThat(named(List.of("Westville", "Downtown"), List.of()).name()).isEqualTo("Grid 1");
    assertThat(named(List.of("石田", "柳巷"), List.of()).name()).isEqualTo("第一网格");
    assertThat(named(List.of("A", "B", "C"), List.of()).name()).isEqualTo("A-2");
  }

  @Test
  void chineseNumeralsAreWrittenAsPeopleDo() {
    Map<Integer, String> written =
        Map.of(
            1, "一", 10, "十", 12, "十二", 20, "二十", 102, "一百零二", 110, "一百一十", 1037, "一千零三十七", 2000,
            "二千");
    written.forEach(
        (number, text) -> {
          assertThat(ChineseNumeral.of(number)).isEqualTo(text);
          assertThat(ChineseNumeral.read(text)).hasValue(number);
        });
    for (int number = 1; number < 10_000; number++) {
      assertThat(ChineseNumeral.read(ChineseNumeral.of(number))).hasValue(number);
    }
    assertThat(ChineseNumeral.read("十一十")).isEmpty();
  }
}
