package org.gridwright.data.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.gridwright.data.store.Numbered;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.StoreException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One clear sentence for each way a server can fail, without the password. */
@ExtendWith(PostgisExtension.class)
class PostgisFailuresTest {

  @Test
  void aServerThatDoesNotAnswerIsNamed() {
    StoreException refusal = refusal("jdbc:postgresql://127.0.0.1:1/city?user=u&password=secret");

    assertThat(refusal.reason()).isEqualTo(Reason.UNAVAILABLE);
    assertThat(refusal).hasMessageContaining("127.0.0.1:1/city does not answer");
  }

  @Test
  void aWrongPasswordIsRefusedWithoutShowingIt() {
    String right = TestPostgis.address("gridwright");
    StoreException refusal = refusal(right.replaceAll("password=.*", "password=secret"));

    assertThat(refusal).hasMessageContaining("refused the user or password");
  }

  @Test
  void credentialsComeFromTheEnvironmentToo() {
    String[] parts = TestPostgis.newAddress().split("[?&=]", -1);
    String url = parts[0] + "?currentSchema=" + parts[6];
    try (Store store =
        PostgisStores.open(url, Map.of("PGUSER", parts[2], "PGPASSWORD", parts[4]))) {
      assertThat(store.description()).matches("postgis 127.0.0.1:\\d+/gridwright");
    }
  }

  @Test
  void credentialsBeforeTheHostAreRefusedWithoutShowingThem() {
    assertThat(refusal("jdbc:postgresql://me:secret@127.0.0.1:1/city"))
        .hasMessageContaining("PGUSER");
  }

  @Test
  void aMissingDatabaseIsNamed() {
    assertThat(refusal(TestPostgis.address("nowhere")))
        .hasMessageContaining("no database")
        .hasMessageContaining("nowhere");
  }

  @Test
  void anEmptyDatabaseHoldsNoStoreToOpen() {
    String address = TestPostgis.newAddress();

    StoreException refusal =
        catchThrowableOfType(
            StoreException.class, () -> PostgisStores.openExisting(address, Map.of()));

    assertThat(refusal).hasMessageContaining("there is no store at");
  }

  @Test
  void theExtensionIsAddedWhereThatIsAllowed() {
    TestPostgis.execute("postgres", "CREATE DATABASE plain");
    try (Store store = PostgisStores.open(TestPostgis.address("plain"), Map.of())) {
      assertThat(store.addresses().put(Numbered.addresses(3, -1))).isEqualTo(3);
    }
  }

  @Test
  void aMissingExtensionIsNamedWhereItCannotBeAdded() {
    TestPostgis.execute("postgres", "CREATE DATABASE bare");
    TestPostgis.execute("postgres", "CREATE ROLE clerk LOGIN PASSWORD 'secret'");

    assertThat(
            refusal(
                TestPostgis.address("bare").replaceAll("user=.*", "user=clerk&password=secret")))
        .hasMessageContaining("PostGIS is missing");
  }

  @Test
  void aNewerStoreIsLeftAlone() {
    String address = TestPostgis.newAddress();
    PostgisStores.open(address, Map.of()).close();
    String schema = address.replaceAll(".*currentSchema=(\\w+),.*", "$1");
    TestPostgis.execute(
        "gridwright",
        "INSERT INTO %s.flyway_schema_history SELECT 99, '99', 'later', type, script, checksum,"
                .formatted(schema)
            + " installed_by, installed_on, execution_time, success"
            + " FROM %s.flyway_schema_history WHERE version = '1'".formatted(schema));

    StoreException refusal = refusal(address);

    assertThat(refusal.reason()).isEqualTo(Reason.UNREADABLE);
    assertThat(refusal).hasMessageContaining("newer version").hasMessageContaining("99");
  }

  @Test
  void aLostConnectionUndoesTheTransaction() {
    try (Store store = PostgisStores.open(TestPostgis.newAddress(), Map.of())) {
      StoreException refusal =
          catchThrowableOfType(
              StoreException.class,
              () ->
                  store.transaction(
                      tx -> {
                        tx.addresses().put(Numbered.addresses(1_000, -1));
                        TestPostgis.execute(
                            "postgres",
                            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                + " WHERE application_name = 'gridwright'"
                                + " AND state = 'idle in transaction'");
                        return tx.addresses().count();
                      }));

      assertThat(refusal.reason()).isEqualTo(Reason.UNAVAILABLE);
      assertThat(refusal).hasMessageContaining("was lost");
      assertThat(store.addresses().count()).isZero();
    }
  }

  private static StoreException refusal(String address) {
    StoreException refusal =
        catchThrowableOfType(
            StoreException.class, () -> PostgisStores.open(address, Map.of()).close());
    assertThat(refusal).as("the refusal").isNotNull();
    assertThat(refusal.getMessage()).doesNotContain("secret");
    return refusal;
  }
}
