package org.gridwright.data.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gridwright.data.store.Numbered;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.StoreException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A server that stops, starts anew or is cut off: told within five seconds, and over by itself. */
@ExtendWith(PostgisExtension.class)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class PostgisOutageTest {

  private static final Duration TOLD = Duration.ofSeconds(5);

  @Test
  void aStoppedServerIsToldInTimeAndGoesOn() throws Exception {
    try (Store store = PostgisStores.open(TestPostgis.newAddress(), Map.of())) {
      store.addresses().put(Numbered.addresses(10, -1));

      TestPostgis.whileStopped(
          () -> {
            assertAway(store);
            assertAway(store);
            assertThat(store.condition().trouble()).isEqualTo(Reason.UNAVAILABLE);
          });

      assertThat(writtenAgain(store)).isEqualTo(20);
    }
  }

  @Test
  void aTransactionUnderWayIsBrokenOffAndUndone() throws Exception {
    try (Store store = PostgisStores.open(TestPostgis.newAddress(), Map.of())) {
      CompletableFuture<StoreException> refusal = new CompletableFuture<>();
      store.addresses().put(Numbered.addresses(10, -1));
      Thread writer =
          new Thread(
              () ->
                  refusal.complete(
                      catchThrowableOfType(
                          StoreException.class,
                          () ->
                              store.transaction(
                                  tx -> {
                                    tx.addresses().put(Numbered.addresses(500, -1));
                                    return stoppedFor(() -> tx.addresses().count());
                                  }))));
      writer.start();
      assertThat(refusal.get(1, TimeUnit.MINUTES).reason()).isEqualTo(Reason.UNAVAILABLE);
      writer.join();

      assertThat(writtenAgain(store)).isEqualTo(20);
    }
  }

  @Test
  void aServerThatStartsAnewIsUsedAgain() throws Exception {
    try (Store store = PostgisStores.open(TestPostgis.newAddress(), Map.of())) {
      store.addresses().put(Numbered.addresses(10, -1));

      TestPostgis.restart();

      assertThat(writtenAgain(store)).isEqualTo(20);
    }
  }

  @Test
  void aServerThatIsCutOffIsToldInTimeAndUsedAgain() throws Exception {
    String address = TestPostgis.newAddress();
    int port = Integer.parseInt(address.replaceAll(".*127\\.0\\.0\\.1:(\\d+)/.*", "$1"));
    try (Relay relay = Relay.to(port);
        Store store =
            PostgisStores.open(
                address.replace(":" + port + "/", ":" + relay.port() + "/"), Map.of())) {
      store.addresses().put(Numbered.addresses(10, -1));

      relay.cut();
      assertAway(store);
      assertAway(store);
      relay.mend();

      assertThat(writtenAgain(store)).isEqualTo(20);
    }
  }

  private static long stoppedFor(java.util.function.LongSupplier work) {
    long[] result = new long[1];
    try {
      TestPostgis.whileStopped(() -> result[0] = work.getAsLong());
    } catch (RuntimeException failure) {
      throw failure;
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
    return result[0];
  }

  private static void assertAway(Store store) {
    long start = System.nanoTime();
    StoreException refusal =
        catchThrowableOfType(
            StoreException.class, () -> store.addresses().put(Numbered.addresses(20, -1)));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TOLD);
    assertThat(refusal).as("the refusal").isNotNull();
    assertThat(refusal.reason()).isEqualTo(Reason.UNAVAILABLE);
  }

  /** Writes twenty addresses as soon as that works; nobody does anything else about it. */
  private static long writtenAgain(Store store) {
    while (true) {
      try {
        store.addresses().put(Numbered.addresses(20, -1));
        return store.addresses().count();
      } catch (StoreException away) {
        Thread.onSpinWait();
      }
    }
  }
}
