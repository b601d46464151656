package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.gridwright.core.RealData;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.gridwright.data.intake.LevelFields;
import org.gridwright.data.intake.ZoneImport;
import org.gridwright.data.intake.ZoneOptions;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.store.IncidentStore.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From an empty store to a published map, without a terminal. */
class BringInTest extends FromNothing {

  @ParameterizedTest
  @CsvSource({"en,1280", "zh,1280", "en,375", "zh,375"})
  void chicagosBeatsArePublishedAndCrimesFollow(String language, int width) {
    open(language, width);
    shot("empty-" + language + width);
    send(RealData.file("chicago/beats.geojson.gz"));
    assertThat(map.part("intake-fields")).isVisible();
    assertThat(map.page.locator("body")).hasAttribute("data-preview", "277");
    assertThat(map.part("intake-level-0")).hasValue("district");
    assertThat(map.part("intake-level-1")).hasValue("sector");
    assertThat(map.part("intake-level-2")).hasValue("beat");
    shot("fields-" + language + width);
    map.part("intake-theme").fill("police-beats");
    map.part("intake-begin").click();
    assertThat(map.part("intake-sound")).isVisible();
    assertThat(map.part("intake-result")).containsText(Pattern.compile("23\\D+68\\D+275\\D"));
    shot("sound-" + language + width);
    map.part("intake-date").fill("2016-01-01");
    map.part("intake-publish").click();
    assertThat(map.part("plans")).isVisible();
    map.awaitDrawn();
    PlanInfo plan = nothing.store.plans().latest("police-beats").orElseThrow();
    assertThat(plan.effectiveFrom()).hasToString("2016-01-01");
    shot("published-" + language + width);

    map.part("intake-open").click();
    send(RealData.file("chicago/crimes_2017_2019_25k.csv.gz"));
    assertThat(map.part("intake-use")).hasValue("incidents");
    assertThat(map.part("intake-time")).hasValue("date");
    assertThat(map.part("intake-category")).hasValue("primary_type");
    shot("incidents-" + language + width);
    map.part("intake-skip").check();
    map.part("intake-begin").click();
    assertThat(map.part("intake-result")).isVisible();
    shot("stored-" + language + width);
    assertThat(nothing.store.incidents().count(Query.ALL)).isGreaterThan(24_000);
    map.part("intake-done").click();
    assertThat(map.part("plans")).isVisible();
  }

  @ParameterizedTest
  @CsvSource({"en,1280", "zh,375"})
  void xiningsDatumIsAskedForAndUndone(String language, int width) throws Exception {
    open(language, width);
    Path shifted = RealData.file("china/xining_630100_districts_gcj02.geojson");
    Path nameless = Files.copy(shifted, folder.resolve("xining.geojson"));
    send(nameless);
    assertThat(map.part("intake-datum-asked")).isVisible();
    map.part("intake-begin").click();
    assertThat(map.part("intake-missing")).isVisible();
    assertThat(map.part("intake-datum")).isFocused();
    shot("datum-" + language + width);
    map.part("intake-datum").selectOption("gcj02");
    map.part("intake-begin").click();
    assertThat(map.part("intake-result")).isVisible();
    Locator sound = map.part("intake-sound");
    assertThat(sound.or(map.part("intake-blocked"))).isVisible();
    shot("checked-" + language + width);

    Plan plan = nothing.store.plans().load(1);
    assertThat(plan.theme().levels().stream().map(it -> it.name()))
        .containsExactly("city", "district");
    Unit first = plan.unit(1, "630102").orElseThrow();
    assertThat(first.name()).isEqualTo("城东区");
    assertThat(first.drawnArea().envelope().minX())
        .isCloseTo(unshifted().drawnArea().envelope().minX(), within(2));
  }

  @ParameterizedTest
  @CsvSource({"en,1280", "zh,1280", "en,375"})
  void newHavensFaultsAreMendedInItsDraftAndItIsPublished(String language, int width) {
    open(language, width);
    send(RealData.file("defects/new_haven.geojson.gz"));
    map.part("intake-begin").click();
    assertThat(map.part("intake-blocked")).isVisible();
    shot("blocked-" + language + width);
    map.part("intake-draft").click();
    assertThat(map.part("draft-head")).isVisible();
    map.awaitDrawn();
    shot("draft-" + language + width);
    map.page.reload();
    assertThat(map.part("draft-head")).isVisible();
    map.part("draft-leave").click();
    assertThat(map.part("start-drafts").locator("button")).hasCount(1);
    map.part("start-drafts").locator("button").click();
    assertThat(map.part("draft-head")).isVisible();

    map.part("publish").click();
    map.part("publish-reason").fill("as surveyed");
    map.part("publish-yes").click();
    assertThat(map.part("plans")).isVisible();
    assertThat(nothing.store.plans().latest("new-haven").orElseThrow().accepted())
        .isEqualTo("as surveyed");
  }

  @Test
  void aFileThatIsNoneIsRefusedInASentenceAndAnotherTaken() {
    refused =
        "error: Failed to load resource: the server responded with a status of 422 (Unprocessable"
            + " Entity)";
    open("en", 1280);
    choose("beats.zip", "PK\3\4");
    assertThat(map.part("intake-file-trouble")).containsText("beats.zip");
    shot("trouble");
    choose("roads.csv", "id,name\n1,A street\n");
    assertThat(map.part("intake-fields")).isVisible();
    map.part("intake-begin").click();
    assertThat(map.part("intake-missing")).isVisible();
    map.part("intake-again").click();
    assertThat(map.part("intake-choose")).isFocused();
  }

  @Test
  void aTextOfTwoMindsIsReadAsSomebodySays() {
    refused =
        "error: Failed to load resource: the server responded with a status of 422 (Unprocessable"
            + " Entity)";
    open("en", 1280);
    choose("stations.csv", "id;x,name;y\n1;a,Mill Road;b\n2;c,Lake Road;d\n");
    assertThat(map.part("intake-file-trouble")).containsText("stations.csv");
    shot("two-minds");
    map.part("intake-separator").selectOption("semicolon");
    map.part("intake-read-again").click();
    assertThat(map.part("intake-fields")).isVisible();
    assertThat(map.part("intake-separator")).hasValue("semicolon");
    assertThat(map.part("intake-text-x,name")).isVisible();
    map.part("intake-separator").selectOption("comma");
    assertThat(map.part("intake-text-id;x")).isVisible();
    shot("said");
  }

  @Test
  void aFileIsDroppedOnTheMap() {
    open("en", 1280);
    map.page.evaluate(
        """
        () => {
          const transfer = new DataTransfer();
          transfer.items.add(new File(['id,address,lon,lat\\n1,Main Street 1,10,50\\n'], 'places.csv'));
          const map = document.getElementById('map');
          map.dispatchEvent(new DragEvent('dragover', { dataTransfer: transfer, bubbles: true, cancelable: true }));
          map.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
        }\
        """);
    assertThat(map.part("intake-use")).hasValue("addresses");
    map.part("intake-begin").click();
    assertThat(map.part("intake-result")).containsText("1 stored.");
    assertThat(nothing.store.addresses().count()).isEqualTo(1);
  }

  @Test
  void atTwiceTheSizeAndByNightItIsAllThere() {
    map = chromium.window(nothing.root(), 700, 450);
    map.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    map.open("#/zoning?lang=en");
    map.part("intake-choose").scrollIntoViewIfNeeded();
    assertThat(map.part("intake-choose")).isVisible();
    shot("night-empty");
    send(RealData.file("defects/new_haven.geojson.gz"));
    shot("night-fields");
    map.part("intake-begin").press("Enter");
    assertThat(map.part("intake-blocked")).isVisible();
    shot("night-blocked");
  }

  @Test
  void aLargeFileIsSentWithItsProgressAndCancelled() {
    open("en", 1280);
    map.page.route(
        Pattern.compile(".*/api/v1/uploads\\?.*"),
        route -> {
          /* it goes on for as long as nobody cancels */
        });
    choose("large.csv", "id,name,lon,lat\n" + "1,one,10,50\n".repeat(10_000));
    assertThat(map.part("intake-sending")).isVisible();
    map.part("intake-sending-cancel").click();
    assertThat(map.part("intake-file-trouble")).hasText("Cancelled. Nothing was stored.");
    assertThat(map.part("intake-choose")).isFocused();
    map.page.unroute(Pattern.compile(".*/api/v1/uploads\\?.*"));
  }

  /** The same district of the file whose shift somebody else has undone. */
  private static Unit unshifted() {
    Path file = RealData.file("china/xining_630100_districts_wgs84.geojson");
    return ZoneImport.read(
            ZoneOptions.of(file, "xining", LevelFields.parse("district=adcode")),
            LatticeEnvelope.EMPTY,
            Progress.NONE)
        .plan()
        .unit(0, "630102")
        .orElseThrow();
  }
}
