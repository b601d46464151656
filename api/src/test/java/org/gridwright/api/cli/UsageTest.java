package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UsageTest {

  @Test
  void helpNamesEveryExitStatusAndGoesToStandardOutput() {
    CommandRun help = gridwright("--help");

    assertThat(help.status()).isZero();
    assertThat(help.out())
        .contains("Usage: gridwright")
        .contains("--store=STORE")
        .contains("Exit status: 0 done");
    assertThat(help.err()).isEmpty();
  }

  @Test
  void helpSpeaksChineseWhereTheEnvironmentDoes() {
    CommandRun help = CommandRun.of(Path.of(""), Map.of("LANG", "zh_CN.UTF-8"), "--help");

    assertThat(help.out()).contains("用法").contains("退出状态");
    assertThat(gridwright("--lang", "zh-CN", "--help").out()).isEqualTo(help.out());
  }

  @Test
  void versionIsOneLine() {
    assertThat(gridwright("--version").out()).matches("gridwright \\S+\n");
  }

  @Test
  void anUnknownOptionIsBadUsageAndNamesTheNearestOne() {
    CommandRun run = gridwright("--stroe", "x.gpkg");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("gridwright: unknown option --stroe; did you mean --store?");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aMissingCommandIsBadUsage() {
    CommandRun run = gridwright();

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("a command is missing");
  }

  private static CommandRun gridwright(String... arguments) {
    return CommandRun.of(Path.of(""), Map.of(), arguments);
  }
}
