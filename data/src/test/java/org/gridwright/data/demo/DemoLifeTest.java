package org.gridwright.data.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.sf.geographiclib.Geodesic;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.locate.JtsLocator;
import org.gridwright.core.locate.Locator;
import org.gridwright.data.demo.life.Category;
import org.gridwright.data.demo.life.Channel;
import org.gridwright.data.demo.life.Planted;
import org.gridwright.data.model.Address;
import org.gridwright.data.model.Assignment;
import org.gridwright.data.model.Incident;
import org.gridwright.data.model.RosterEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What goes on in the demo city. */
class DemoLifeTest {

  private static DemoCity city;
  private static Locator locator;
  private static List<Incident> incidents;

  @BeforeAll
  static void makeCity() {
    city = DemoCity.generate(DemoOptions.of(1037, 1));
    locator = JtsLocator.of(city.plan());
    incidents = city.incidents().toList();
  }

  @Test
  void everyAddressLiesInsideAGridAndTextsDiffer() {
    Set<String> ids = new HashSet<>();
    Set<Integer> grids = new HashSet<>();
    for (Address address : city.addresses().toList()) {
      int owner = locator.owner(address.place().x(), address.place().y());
      assertThat(owner).as(address.toString()).isNotEqualTo(Locator.NOBODY);
      assertThat(address.text()).matches("\\p{IsHan}+\\d+号 \\(\\d+ [A-Z][a-z]+ [A-Z][a-z]+\\)");
      ids.add(address.id());
      grids.add(owner);
    }
    assertThat(ids).hasSize((int) city.addressCount());
    assertThat(city.addressCount()).isBetween(15_000L, 20_000L);
    assertThat(grids.size()).as("grids with addresses").isGreaterThan(1010);
  }

  @Test
  void incidentsFillTwoYearsInOrderAndLieInGrids() {
    assertThat(incidents).hasSizeBetween(24_500, 26_000);
    assertThat(incidents.stream().map(Incident::id)).doesNotHaveDuplicates();
    LocalDateTime before = LocalDateTime.of(2024, 1, 1, 0, 0);
    for (Incident incident : incidents) {
      assertThat(incident.occurred()).isAfterOrEqualTo(before).isBefore("2026-01-01T00:00:00");
      before = incident.occurred();
    }
    assertThat(incidents)
        .allMatch(i -> locator.owner(i.place().x(), i.place().y()) != Locator.NOBODY);
  }

  @Test
  void categoriesAndChannelsAreAllUsedAndHaveTitlesInBothLanguages() {
    Set<String> used = incidents.stream().map(Incident::category).collect(Collectors.toSet());
    Set<String> channels = incidents.stream().map(Incident::channel).collect(Collectors.toSet());
    for (Category category : Category.values()) {
      assertThat(used).contains(category.id());
      assertThat(category.title().in(Locale.ENGLISH)).isNotBlank();
      assertThat(category.title().in(Locale.SIMPLIFIED_CHINESE)).matches(".*\\p{IsHan}.*");
    }
    for (Channel channel : Channel.values()) {
      assertThat(channels).contains(channel.id());
      assertThat(channel.title().in(Locale.SIMPLIFIED_CHINESE)).matches(".*\\p{IsHan}.*");
    }
  }

  @Test
  void theCityHasARhythm() {
    long nightNoise = count("noise", 21, 24) + count("noise", 0, 2);
    assertThat(nightNoise).isGreaterThan(count("noise", 9, 14));
    assertThat(count("parking", 17, 19)).isGreaterThan(3 * count("parking", 3, 5));
    long weekend =
        incidents.stream()
            .filter(i -> i.category().equals("road-damage"))
            .filter(i -> i.occurred().getDayOfWeek().getValue() >= 6)
            .count();
    long all = incidents.stream().filter(i -> i.category().equals("road-damage")).count();
    assertThat(weekend / (double) all).as("2 of 7 days would be .286").isBetween(0.12, 0.2);
    assertThat(inMonth("drainage", 7)).isGreaterThan(2 * inMonth("drainage", 1));
    assertThat(inMonth("street-lighting", 12)).isGreaterThan(inMonth("street-lighting", 6));
  }

  @Test
  void plantedConcentrationsStandOut() {
    assertThat(city.planted()).hasSize(3);
    for (Planted planted : city.planted()) {
      double days = Duration.between(planted.from(), planted.to()).toDays();
      long during = near(planted, true);
      double usual = near(planted, false) * days / (731 - days);
      assertThat((double) during).as(planted.toString()).isGreaterThan(8 * Math.max(usual, 4));
      assertThat(during).isBetween((long) planted.extra(), planted.extra() + 60L);
      assertThat(planted.grids()).isGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void everyGridHasOneFullTimeOfficer() {
    Map<String, Long> fullTime =
        city.roster()
            .map(RosterEntry::assignment)
            .filter(assignment -> assignment.role().equals("full-time"))
            .collect(Collectors.groupingBy(Assignment::gridCode, Collectors.counting()));
    assertThat(fullTime).hasSize(1037).allSatisfy((grid, n) -> assertThat(n).isEqualTo(1));
    assertThat(city.roster().map(RosterEntry::officer))
        .allMatch(officer -> officer.contact() != null && officer.contact().endsWith(".example"));
  }

  @Test
  void everyCategoryHasADepartment() {
    Set<String> handled =
        city.departments().stream()
            .flatMap(department -> department.categories().stream())
            .collect(Collectors.toSet());
    for (Category category : Category.values()) {
      assertThat(handled).contains(category.id());
    }
  }

  @Test
  void facilitiesOfEveryKindStandInGrids() {
    assertThat(city.facilities().map(facility -> facility.kind()).distinct())
        .containsExactlyInAnyOrder("hydrant", "service-centre", "shelter");
    assertThat(city.facilities().map(facility -> facility.id())).doesNotHaveDuplicates();
  }

  private static long count(String category, int fromHour, int toHour) {
    return incidents.stream()
        .filter(i -> i.category().equals(category))
        .filter(i -> i.occurred().getHour() >= fromHour && i.occurred().getHour() < toHour)
        .count();
  }

  private static long inMonth(String category, int month) {
    return incidents.stream()
        .filter(i -> i.category().equals(category))
        .filter(i -> i.occurred().getMonthValue() == month)
        .count();
  }

  private static long near(Planted planted, boolean during) {
    return incidents.stream()
        .filter(i -> i.category().equals(planted.category()))
        .filter(i -> metres(i.place(), planted.centre()) <= planted.radiusMetres())
        .filter(
            i ->
                during
                    == (!i.occurred().isBefore(planted.from())
                        && i.occurred().isBefore(planted.to())))
        .count();
  }

  private static double metres(LatticePoint a, LatticePoint b) {
    return Geodesic.WGS84.Inverse(a.lat(), a.lon(), b.lat(), b.lon()).s12;
  }
}
