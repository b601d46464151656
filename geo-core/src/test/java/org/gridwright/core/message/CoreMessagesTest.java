package org.gridwright.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class CoreMessagesTest {

  @Test
  void bothLanguagesHaveTheSameKeysAndPlaceholders() {
    assertThat(CatalogueCheck.faults("org.gridwright.core.messages", getClass().getClassLoader()))
        .isEmpty();
  }

  @Test
  void aMessageIsWordedInTheReadersLanguage() {
    Message message = Message.core("lattice.longitude-range", 200.0);
    assertThat(message.in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("经度 200.0 不在 -180 到 180 度之间");
    assertThat(message.in(Locale.FRENCH)).isEqualTo(message.toString());
    assertThat(message.toString()).isEqualTo("longitude 200.0 is not between -180 and 180 degrees");
  }
}
