package org.gridwright.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.gridwright.core.message.Message;
import org.junit.jupiter.api.Test;

class CodeSchemeTest {

  private static final Theme CITY =
      Theme.of("city", "City", CodeScheme.CN15, "city", "district", "street", "community", "grid");

  @Test
  void aPathOfCn15CodesIsSound() {
    String[] path = {"6301", "630102", "630102001", "630102001003", "630102001003017"};
    for (int depth = 0; depth < path.length; depth++) {
      Optional<String> parent = depth == 0 ? Optional.empty() : Optional.of(path[depth - 1]);
      assertThat(CodeScheme.CN15.fault(CITY, depth, path[depth], parent)).isEmpty();
    }
  }

  @Test
  void cn15NamesWhatIsWrong() {
    assertThat(fault("63010200100301", "630102001003")).contains("code.cn15-digits");
    assertThat(fault("63010200100301A", "630102001003")).contains("code.cn15-digits");
    assertThat(fault("630102001004017", "630102001003")).contains("code.cn15-prefix");
    assertThat(fault("630102001003000", "630102001003")).contains("code.cn15-sequence");
    Theme deep = Theme.of("deep", "Deep", CodeScheme.CN15, "a", "b", "c", "d", "e", "f", "g");
    assertThat(CodeScheme.CN15.fault(deep, 0, "1", Optional.empty()).map(Message::key))
        .contains("code.cn15-levels");
  }

  @Test
  void freeCodesAreNotJudged() {
    assertThat(CodeScheme.FREE.fault(CITY, 4, "网格 7", Optional.of("x"))).isEmpty();
  }

  private static Optional<String> fault(String code, String parent) {
    return CodeScheme.CN15.fault(CITY, 4, code, Optional.of(parent)).map(Message::key);
  }
}
