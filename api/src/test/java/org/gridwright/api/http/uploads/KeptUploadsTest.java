package org.gridwright.api.http.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.kept.KeptFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeptUploadsTest {

  private static final int LIMIT = 1000;

  private final Hand clock = new Hand();
  private final Uploads uploads = new Uploads(LIMIT, clock, KeptFiles.parent());

  @AfterEach
  void close() {
    uploads.close();
  }

  @Test
  void whatNobodyAsksForGoes() throws IOException {
    Upload forgotten = kept("a.csv", 10);
    Upload wanted = kept("b.csv", 10);
    clock.pass(Duration.ofMinutes(100));
    assertThat(uploads.find(wanted.id())).isPresent();
    clock.pass(Duration.ofMinutes(30));
    uploads.letGo();

    assertThat(uploads.find(forgotten.id())).isEmpty();
    assertThat(forgotten.file()).doesNotExist();
    assertThat(uploads.find(wanted.id())).isPresent();
    assertThat(wanted.file()).hasSize(10);
  }

  @Test
  void ofMoreThanMayBeTheOldestGoes() throws IOException {
    List<Upload> all = new ArrayList<>();
    for (int i = 0; i <= Uploads.MOST; i++) {
      clock.pass(Duration.ofSeconds(1));
      all.add(kept(i + ".csv", 1));
    }
    assertThat(all.stream().map(each -> uploads.find(each.id()).isPresent()))
        .startsWith(false)
        .filteredOn(is -> is)
        .hasSize(Uploads.MOST);
  }

  @Test
  void whatIsTooLargeLeavesNothing() throws IOException {
    Path folder = kept("small.csv", LIMIT).folder().resolve("..").normalize();
    assertThatThrownBy(() -> kept("large.csv", LIMIT + 1)).isInstanceOf(ProblemException.class);
    try (Stream<Path> inside = Files.list(folder)) {
      assertThat(inside).hasSize(1);
    }
  }

  @Test
  void onlyTheOwnerReadsThemAndNothingIsLeftAtTheEnd() throws IOException {
    Path folder = kept("secret.csv", 1).folder().resolve("..").normalize();
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
          .isEqualTo("rwx------");
    }
    uploads.close();
    assertThat(folder).doesNotExist();
  }

  private Upload kept(String name, int size) throws IOException {
    return uploads.keep(name, new ByteArrayInputStream(new byte[size]));
  }

  /** A clock that is moved by hand. */
  private static final class Hand extends Clock {

    private Instant now = Instant.parse("2025-06-01T12:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
