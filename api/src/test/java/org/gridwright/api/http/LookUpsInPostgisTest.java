package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.gridwright.api.http.Client.Answer;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.postgis.PostgisExtension;
import org.gridwright.data.store.postgis.TestPostgis;
import org.gridwright.data.stores.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgisExtension.class)
class LookUpsInPostgisTest extends LookUpsContract {

  private static final Duration TOLD = Duration.ofSeconds(5);

  @Override
  Store store() {
    return Stores.open(TestPostgis.newAddress());
  }

  @Test
  void aStoppedDatabaseIsNoReasonToWait() throws Exception {
    Duration idle = slowest();
    TestPostgis.whileStopped(
        () -> {
          assertQuick(idle);
          for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            Answer refused = report();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TOLD);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.json().get("code").asString()).isEqualTo("store-unavailable");
          }
          assertQuick(idle);
          assertThat(officers()).isEqualTo("Li Wei");
          assertThat(city.client.get("/api/v1/search?q=eglise").status()).isEqualTo(200);
          Answer health = city.client.get("/health");
          assertThat(health.status()).isEqualTo(503);
          assertThat(health.json().get("status").asString()).isEqualTo("store-unavailable");
          assertThat(health.json().get("reason").asString()).contains("does not answer");
        });

    while (report().status() != 201 || city.client.get("/health").status() != 200) {
      Thread.onSpinWait();
    }
  }
}
