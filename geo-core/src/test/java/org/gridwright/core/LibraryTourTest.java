package org.gridwright.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.io.ParseException;

/** The README of this module shows what its program really prints. */
class LibraryTourTest {

  @Test
  void theReadmeShowsWhatItPrints() throws IOException, ParseException {
    assertThat(Files.readString(Path.of("README.md"))).contains("```text\n" + printed() + "```\n");
  }

  private static String printed() throws ParseException {
    PrintStream usual = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      LibraryTour.main(new String[0]);
    } finally {
      System.setOut(usual);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}
