package org.gridwright.api.browser;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** A browser and a served demo city for the tests of one class. */
@Tag("browser")
abstract class BrowserTest {

  @TempDir static Path folder;
  static Chromium chromium;
  static ServedDemo demo;

  @BeforeAll
  static void serve() {
    chromium = Chromium.launch();
    demo = ServedDemo.in(folder);
  }

  @AfterAll
  static void close() {
    if (demo != null) {
      demo.close();
      demo = null;
    }
    if (chromium != null) {
      chromium.close();
      chromium = null;
    }
  }
}
