package org.gridwright.data.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MigrationsTest {

  @ParameterizedTest
  @EnumSource
  void theKnownVersionIsThatOfTheLastMigration(Migrations dialect) throws Exception {
    Path folder =
        Path.of(Migrations.class.getResource(dialect.name().toLowerCase(Locale.ROOT)).toURI());
    try (Stream<Path> scripts = Files.list(folder)) {
      assertThat(scripts).hasSize(dialect.latest());
    }
  }
}
