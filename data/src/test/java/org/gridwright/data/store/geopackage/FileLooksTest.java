package org.gridwright.data.store.geopackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Looks at a file without a lock, while its log may be on its way into it. */
class FileLooksTest {

  private final AtomicInteger looks = new AtomicInteger();

  @Test
  void aPageThatIsHalfWrittenIsNoDamage() throws SQLException {
    assertThat(FileContent.again(() -> readableAtThe(3))).isEqualTo("a store");
    assertThat(looks).hasValue(3);
  }

  @Test
  void whatStaysUnreadableIsTold() {
    assertThatThrownBy(() -> FileContent.again(() -> readableAtThe(100))).hasMessage("malformed");
    assertThat(looks).hasValue(5);
  }

  private String readableAtThe(int look) throws SQLException {
    if (looks.incrementAndGet() < look) {
      throw new SQLException("malformed");
    }
    return "a store";
  }
}
