package org.gridwright.core.hotspot.repeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.gridwright.core.hotspot.HotspotException;
import org.junit.jupiter.api.Test;

class RepeatPlacesTest {

  private static LocalDate day(int day) {
    return LocalDate.of(2024, 2, 1).plusDays(day);
  }

  @Test
  void thePlacesWithMostComeFirstWithTheirDatesAndIntervals() {
    List<RepeatPlaces.RepeatPlace> found =
        RepeatPlaces.of(
            List.of("b", "a", "b", "c", "a", "b"),
            List.of(day(40), day(3), day(1), day(2), day(3), day(31)),
            2);
    assertThat(found).extracting(RepeatPlaces.RepeatPlace::place).containsExactly("b", "a");
    assertThat(found.get(0).dates()).containsExactly(day(1), day(31), day(40));
    assertThat(found.get(0).intervals()).containsExactly(30L, 9L);
    assertThat(found.get(1).intervals()).containsExactly(0L);
  }

  @Test
  void aDateForEachIncidentIsNeeded() {
    assertThatThrownBy(() -> RepeatPlaces.of(List.of("a"), List.of(), 2))
        .isInstanceOf(HotspotException.class);
    assertThat(RepeatPlaces.of(List.of(), List.of(), 2)).isEmpty();
  }
}
