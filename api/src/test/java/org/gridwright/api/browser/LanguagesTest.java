package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every word on the page is in the reader's language, on a desk and on a phone. */
class LanguagesTest extends BrowserTest {

  /** The product, languages in their own words, units, keys, and addresses of mail. */
  private static final Pattern IN_NO_LANGUAGE =
      Pattern.compile("Gridwright|English|中文|Esc|Enter|Home|End|\\b[kc]?m²?|\\S+@\\S+");

  private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{2,}");
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  private MapPage map;

  @BeforeEach
  void newWindow() {
    map = chromium.desk(demo);
  }

  @AfterEach
  void nothingToComplainAbout() {
    List<String> complaints = map.complaints();
    map.close();
    assertThat(complaints).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zoning", "dispatch", "hotspots"})
  void everyWordChangesToChineseAndBack(String workspace) {
    map.open("#/" + workspace + somewhere());
    map.awaitQuiet();
    List<String> english = map.words();
    assertThat(map.page.locator("html")).hasAttribute("lang", "en-GB");
    assertThat(english.stream().map(LanguagesTest::withoutNames).filter(CHINESE.asPredicate()))
        .as("Chinese in the English page")
        .isEmpty();

    map.part("language-zh").click();
    map.awaitQuiet();
    assertThat(map.page.locator("html")).hasAttribute("lang", "zh-CN");
    assertThat(map.words().stream().map(LanguagesTest::withoutNames).filter(ENGLISH.asPredicate()))
        .as("English in the Chinese page")
        .isEmpty();

    map.part("language-en").click();
    map.awaitQuiet();
    assertThat(map.page.locator("html")).hasAttribute("lang", "en-GB");
    assertThat(map.words()).containsExactlyInAnyOrderElementsOf(english);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void aPhoneNeedsNoSidewaysScrolling(String language) {
    map.close();
    for (String workspace : List.of("zoning", "dispatch", "hotspots")) {
      map = chromium.window(demo, 375, 720);
      map.open("#/" + workspace + somewhere() + "&lang=" + language);
      map.awaitQuiet();
      assertThat(map.page.evaluate("document.documentElement.scrollWidth"))
          .as(workspace)
          .isEqualTo(375);
      assertThat(map.page.evaluate("document.body.scrollWidth")).as(workspace).isEqualTo(375);
      nothingToComplainAbout();
    }
  }

  /** With a place and a unit chosen, so that the page says as much as it can. */
  private static String somewhere() {
    var place = demo.address().place();
    return "?place=" + place.lat() + "," + place.lon() + "&unit=grid/" + demo.gridAt(place);
  }

  private static String withoutNames(String text) {
    return IN_NO_LANGUAGE.matcher(text).replaceAll("");
  }
}
