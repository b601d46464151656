package org.gridwright.data.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.store.RowCheck;
import org.gridwright.data.store.UnreadableRow;
import org.junit.jupiter.api.Test;

/** Rows are looked for when another program wrote, and again while there are some. */
class RowWatchTest {

  private final AtomicInteger asked = new AtomicInteger();
  private final List<UnreadableRow> bad = new ArrayList<>();
  private String version = "1";

  private final RowWatch watch =
      new RowWatch(
          new RowCheck() {
            @Override
            public String version() {
              return version;
            }

            @Override
            public String planVersion() {
              return version;
            }

            @Override
            public List<UnreadableRow> unreadable() {
              asked.incrementAndGet();
              return List.copyOf(bad);
            }
          });

  @Test
  void looksOnlyWhereSomebodyWrote() {
    for (int i = 0; i < 20; i++) {
      watch.refresh();
    }
    assertThat(asked).hasValue(1);

    version = "2";
    watch.refresh();
    assertThat(asked).hasValue(2);
  }

  @Test
  void findsOutThatRowsWereMended() {
    bad.add(new UnreadableRow("incident", "a", DataMessages.of("rows.geometry")));
    watch.refresh();
    assertThat(watch.unreadable()).hasSize(1);

    bad.clear();
    for (int i = 0; i < 5; i++) {
      watch.refresh();
    }
    assertThat(watch.unreadable()).isEmpty();
  }
}
