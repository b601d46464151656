package org.gridwright.data.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A period in steps: each day is in one, and they follow each other without a gap. */
class TimeStepsTest {

  @ParameterizedTest
  @CsvSource({
    "days, 2024-02-27, 2024-03-02, 5, 2024-02-27, 2024-03-02",
    "days:7, 2024-01-01, 2024-01-15, 3, 2023-12-26, 2024-01-15",
    "weeks, 2024-01-03, 2024-01-15, 3, 2024-01-01, 2024-01-21",
    "months, 2023-12-31, 2024-02-01, 3, 2023-12-01, 2024-02-29",
    "months, 2024-02-29, 2024-02-29, 1, 2024-02-01, 2024-02-29"
  })
  void eachDayIsInTheStepThatBeginsAndEndsAroundIt(
      String word, LocalDate first, LocalDate last, int count, LocalDate begin, LocalDate end) {
    TimeSteps steps = new TimeSteps(StepLength.of(word), first, last);
    assertThat(steps.count()).isEqualTo(count);
    assertThat(steps.begin(0)).isEqualTo(begin);
    assertThat(steps.end(count - 1)).isEqualTo(end);
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      int step = steps.of(day);
      assertThat(day).isBetween(steps.begin(step), steps.end(step));
    }
    for (int step = 1; step < count; step++) {
      assertThat(steps.begin(step)).isEqualTo(steps.end(step - 1).plusDays(1));
    }
  }

  @ParameterizedTest
  @CsvSource({"days:0", "days:", "years", "7", "days:99999"})
  void otherWordsAreNoLength(String word) {
    assertThatThrownBy(() -> StepLength.of(word))
        .isInstanceOf(HotspotInputException.class)
        .hasMessageContaining("weeks");
  }

  @Test
  void aPeriodDoesNotEndBeforeItBegins() {
    LocalDate day = LocalDate.of(2024, 1, 2);
    assertThatThrownBy(() -> new TimeSteps(StepLength.DAY, day, day.minusDays(1)))
        .isInstanceOf(HotspotInputException.class);
  }
}
