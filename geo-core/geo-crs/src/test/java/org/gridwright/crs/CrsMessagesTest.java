package org.gridwright.crs;

import static org.assertj.core.api.Assertions.assertThat;

import org.gridwright.core.message.CatalogueCheck;
import org.junit.jupiter.api.Test;

class CrsMessagesTest {

  @Test
  void bothLanguagesHaveTheSameKeysAndPlaceholders() {
    assertThat(CatalogueCheck.faults("org.gridwright.crs.messages", getClass().getClassLoader()))
        .isEmpty();
  }
}
