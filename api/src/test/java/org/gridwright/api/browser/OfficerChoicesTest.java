package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What becomes of an officer whose grid is joined to another is chosen in the map. */
class OfficerChoicesTest extends PlannerTest {

  private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{2,}");
  private static final String OFFICER = "follows";

  private Crossroads place;
  private long assignment;

  @BeforeEach
  void anOfficerOfTheGridThatWillGo() {
    place = Crossroads.in(plan, 0);
    drafts.put("api/v1/officers/" + OFFICER, "{\"name\":\"赵云 (Zhao Yun)\",\"contact\":\"1\"}");
    for (JsonNode old : drafts.get("api/v1/officers/" + OFFICER).get("assignments")) {
      drafts.delete("api/v1/assignments/" + old.get("id").asLong());
    }
    assignment = drafts.post("api/v1/assignments", body("full-time")).get("id").asLong();
  }

  private String body(String role) {
    return "{\"officer\":\"%s\",\"theme\":\"%s\",\"grid\":\"%s\",\"role\":\"%s\"}"
        .formatted(OFFICER, plan.theme().id(), gone(), role);
  }

  private String gone() {
    return place.grids().get(1);
  }

  private void join() {
    drafts.edit(
        draft,
        """
        {"type":"merge","units":["%s","%s"],"into":"%s"}\
        """
            .formatted(place.grids().get(0), gone(), place.grids().get(0)));
  }

  private JsonNode question() {
    for (JsonNode each : drafts.get("api/v1/drafts/" + draft + "/officers").get("officers")) {
      if (each.get("assignment").asLong() == assignment) {
        return each;
      }
    }
    throw new AssertionError("nothing is asked");
  }

  private static Locator asked(DraftPage page) {
    return page.map.page.locator("[data-testid=officer-choice][data-officer=" + OFFICER + "]");
  }

  @Test
  void anEditThatMovesTheGridAsksAndTheDraftKeepsTheChoice() {
    DraftPage page = DraftPage.open(map, draft, place.corner());
    assertThat(page.part("officers-asked")).isHidden();
    join();
    page.part("officers-choose").click();
    Unit grid = plan.unit(plan.theme().gridLevel().depth(), gone()).orElseThrow();
    assertThat(asked(page)).containsText("Zhao Yun (Full-time)");
    assertThat(asked(page)).containsText(grid.attributes().get("name:en"));
    assertThat(asked(page)).containsText("is no more");
    assertThat(asked(page)).containsText("Nobody has chosen yet.");

    asked(page).locator("select").selectOption("nobody");
    assertThat(asked(page).getByTestId("officer-then")).hasText("Answers for no grid then.");
    assertThat(question().get("choice").asString()).isEqualTo("nobody");
    assertThat(question().get("chosen").asBoolean()).isTrue();
  }

  @Test
  void whatChangedSinceIsChosenAgainWhilePublishing() {
    join();
    String path = "api/v1/drafts/" + draft + "/officers/" + assignment;
    drafts.put(path, "{\"choice\":\"nobody\"}");
    DraftPage page = DraftPage.open(map, draft, place.corner());
    page.part("publish").click();
    assertThat(asked(page).getByTestId("officer-confirm")).hasCount(0);

    drafts.put("api/v1/assignments/" + assignment, body("part-time"));
    page.part("publish-yes").click();
    assertThat(page.part("publish-outcome")).containsText("Zhao Yun");
    assertThat(asked(page)).containsText("Part-time");
    asked(page).getByTestId("officer-confirm").click();
    assertThat(asked(page).getByTestId("officer-confirm")).hasCount(0);
    assertThat(question().get("outdated").asBoolean()).isFalse();
    assertThat(question().get("choice").asString()).isEqualTo("larger");
    map.page.keyboard().press("Escape");
    assertThat(map.complaints()).hasSize(1).allMatch(it -> it.contains("409"));
    map.forgive();
  }

  @Test
  void everyWordOfTheQuestionIsChineseInTheChinesePage() {
    join();
    map.in("zh");
    DraftPage page = DraftPage.open(map, draft, place.corner());
    page.part("officers-choose").click();
    assertThat(asked(page)).containsText("赵云");
    assertThat(page.part("officers-dialog").textContent()).doesNotContainPattern(ENGLISH);
  }
}
