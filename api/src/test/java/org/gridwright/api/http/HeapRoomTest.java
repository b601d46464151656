package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Large files come into memory one after the other. */
class HeapRoomTest {

  private static final long MIB = 1 << 20;

  private final HeapRoom room = new HeapRoom(300 * MIB);

  @Test
  void aSecondFileWaitsUntilTheFirstIsDone() {
    try (HeapRoom.Reserve first = room.reserve();
        HeapRoom.Reserve second = room.reserve()) {
      first.take(60 * MIB);
      assertThatThrownBy(() -> second.take(60 * MIB))
          .isInstanceOfSatisfying(
              ProblemException.class,
              full -> {
                assertThat(full.status()).isEqualTo(503);
                assertThat(full.retryAfterSeconds()).hasValue(30);
              });
      second.take(40 * MIB);
      first.close();
      second.take(60 * MIB);
    }
    try (HeapRoom.Reserve third = room.reserve()) {
      third.take(100 * MIB);
    }
  }

  @Test
  void aFileThatNeverFitsIsToldWhatDoes() {
    try (HeapRoom.Reserve place = room.reserve()) {
      assertThatThrownBy(() -> place.take(101 * MIB))
          .isInstanceOfSatisfying(
              ProblemException.class,
              large -> {
                assertThat(large.status()).isEqualTo(413);
                assertThat(large.detail(Locale.ENGLISH)).contains("up to 100 MB");
              });
    }
  }
}
