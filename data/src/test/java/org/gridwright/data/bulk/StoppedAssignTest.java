package org.gridwright.data.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.gridwright.core.work.CancelledException;
import org.gridwright.core.work.Checkpoint;
import org.gridwright.data.exchange.Source;
import org.gridwright.data.exchange.TextOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A run over rows stops at any block, by whichever thread comes to it. */
@Timeout(60)
class StoppedAssignTest {

  private static final BulkLimits LIMITS = new BulkLimits(64, 4, 1 << 16);
  private static final String ROWS = "lon,lat\n" + "0.5,0.5\n1.5,0.5\n".repeat(2_000);

  private final Strip strip = new Strip("A", "B");

  @Test
  void stopsAtAnyBlock() throws IOException {
    AtomicLong passed = new AtomicLong();
    assertThat(assigned(passed::incrementAndGet).rows()).isEqualTo(4_000);
    long all = passed.get();
    assertThat(all).isGreaterThan(100);
    for (long last : List.of(1L, 2L, all / 2, all)) {
      passed.set(0);
      assertThatThrownBy(
              () ->
                  assigned(
                      () -> {
                        if (passed.incrementAndGet() >= last) {
                          throw new CancelledException();
                        }
                      }))
          .isInstanceOf(CancelledException.class);
    }
  }

  private BulkSummary assigned(Checkpoint checkpoint) throws IOException {
    CsvSource csv =
        CsvSource.open(
            new ByteArrayInputStream(ROWS.getBytes(StandardCharsets.UTF_8)),
            () -> 0,
            Source.file("in.csv"),
            TextOptions.DEFAULT,
            true,
            LIMITS);
    CsvJob job =
        new CsvJob(
            csv.column("lon"), csv.column("lat"), -1, PlacedColumn.ALL, CsvStyle.AS_GIVEN, false);
    return strip
        .assigner(LIMITS)
        .csv(csv, job, new ByteArrayOutputStream(), null, checkpoint, BulkProgress.NONE);
  }
}
