package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.gridwright.data.store.IncidentStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A call comes in, and no hand leaves the keys until it is recorded. */
class IntakeByKeyboardTest extends BrowserTest {

  private MapPage map;

  @BeforeEach
  void newWindow() {
    map = chromium.desk(demo);
    map.open("#/dispatch?layers=-incidents");
    assertThat(map.part("search")).isVisible();
  }

  @AfterEach
  void nothingToComplainAbout() {
    assertThat(map.complaints()).isEmpty();
    map.close();
  }

  @Test
  void anAddressThatIsKnownIsRecordedInFourKeysBesideTheText() {
    long before = incidents();
    map.page.keyboard().press("/");
    map.page.keyboard().type(english());
    map.page.keyboard().press("Enter");
    Locator category = map.part("new-category");
    assertThat(category).isFocused();
    String first = category.locator("option").nth(1).innerText();
    map.page.keyboard().type(first);
    assertThat(category)
        .hasValue((String) category.locator("option").nth(1).evaluate("it => it.value"));
    map.page.keyboard().press("Control+Enter");
    assertThat(map.part("recorded")).containsText("Recorded");
    assertThat(map.part("recorded")).isFocused();
    map.page.keyboard().press("Control+Enter");
    map.page.keyboard().press("/");
    assertThat(map.part("search")).isFocused();
    assertThat(incidents())
        .as("one more, though the keys were pressed twice")
        .isEqualTo(before + 1);
  }

  @Test
  void withoutACategoryNothingIsRecordedAndTheCategoryIsAskedFor() {
    long before = incidents();
    map.page.keyboard().press("/");
    map.page.keyboard().type(english());
    map.page.keyboard().press("Enter");
    assertThat(map.part("new-category")).isFocused();
    map.page.keyboard().press("Control+Enter");
    assertThat(map.part("recorded")).containsText("category");
    assertThat(map.part("new-category")).isFocused();
    assertThat(incidents()).isEqualTo(before);
  }

  @Test
  void aPlaceThatWasPointedAtLeavesTheKeysWhereTheyAre() {
    map.part("map").click();
    assertThat(map.part("new-category")).isVisible();
    assertThat(map.part("map")).isFocused();
  }

  private String english() {
    return demo.address().text().replaceAll(".*\\((.*)\\)", "$1");
  }

  private long incidents() {
    return demo.store.incidents().count(IncidentStore.Query.ALL);
  }
}
