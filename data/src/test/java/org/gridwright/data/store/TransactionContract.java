package org.gridwright.data.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.Address;
import org.gridwright.data.store.sql.SqlStore;
import org.gridwright.data.stores.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Transactions: all or nothing, and readers that nobody blocks. */
public abstract class TransactionContract {

  protected static final Address HOME = new Address("1", "1 Main Street", new LatticePoint(3, 4));

  protected SqlStore store;

  /** The address of a new and empty store; the same within one test. */
  protected abstract String address();

  @BeforeEach
  void openStore() {
    store = (SqlStore) Stores.open(address());
  }

  @AfterEach
  void everyConnectionWasGivenBack() {
    try (SqlStore closing = store) {
      assertThat(closing.activeConnections()).as("connections still lent out").isZero();
    }
  }

  @Test
  void whatReturnedIsStored() {
    long count =
        store.transaction(
            tx -> {
              tx.themes().ensure(TestPlans.THEME);
              return tx.addresses().put(List.of(HOME).iterator());
            });

    assertThat(count).isEqualTo(1);
    assertThat(store.themes().all()).containsExactly(TestPlans.THEME);
    assertThat(store.addresses().count()).isEqualTo(1);
  }

  @Test
  void anExceptionUndoesEverything() {
    IllegalStateException mine = new IllegalStateException("mine");

    assertThatThrownBy(
            () ->
                store.transaction(
                    tx -> {
                      tx.themes().ensure(TestPlans.THEME);
                      tx.plans().createDraft(TestPlans.row(3), Actor.named("ann"), "try");
                      tx.addresses().put(List.of(HOME).iterator());
                      throw mine;
                    }))
        .isSameAs(mine);

    assertThat(store.themes().all()).isEmpty();
    assertThat(store.addresses().count()).isZero();
  }

  @Test
  void aFailingIteratorUndoesItsBulkWrite() {
    store.addresses().put(List.of(HOME).iterator());
    String before = store.addresses().version();

    assertThatThrownBy(() -> store.addresses().put(Numbered.addresses(5_000, 4_000)))
        .hasMessage("broken at 4000");

    assertThat(store.addresses().count()).isEqualTo(1);
    assertThat(store.addresses().version()).isEqualTo(before);
  }

  @Test
  void nestedCallsJoin() {
    assertThatThrownBy(
            () ->
                store.transaction(
                    tx -> {
                      tx.transaction(inner -> inner.addresses().put(List.of(HOME).iterator()));
                      throw new IllegalStateException("outer");
                    }))
        .hasMessage("outer");

    assertThat(store.addresses().count()).isZero();
  }

  @Test
  void readersSeeTheOldStateWhileAWriterWorks() {
    store.transaction(
        tx -> {
          tx.addresses().put(List.of(HOME).iterator());
          assertThat(tx.addresses().count()).as("its own writes").isEqualTo(1);
          assertThat(store.addresses().count()).as("others' view").isZero();
          return tx;
        });

    assertThat(store.addresses().count()).isEqualTo(1);
  }

  @Test
  void anOpenStreamKeepsItsStateWhileOthersWrite() {
    store.addresses().put(Numbered.addresses(3_000, -1));
    try (var stream = store.addresses().stream(null)) {
      var rows = stream.iterator();
      rows.next();
      store.addresses().put(List.of(HOME).iterator());

      int more = 0;
      for (; rows.hasNext(); rows.next()) {
        more++;
      }
      assertThat(more).isEqualTo(2_999);
    }
    assertThat(store.addresses().count()).isEqualTo(3_001);
  }

  @Test
  void aKilledProcessLeavesTheOldState() throws Exception {
    store.addresses().put(List.of(HOME).iterator());

    KilledWriter.runAndKill(address());

    assertThat(store.themes().all()).isEmpty();
    assertThat(store.addresses().count()).isEqualTo(1);
    assertThat(store.addresses().put(Numbered.addresses(10, -1))).isEqualTo(10);
  }

  @Test
  void aStoreOfAnEndedTransactionIsRefused() {
    AtomicReference<Store> kept = new AtomicReference<>();
    store.transaction(
        tx -> {
          kept.set(tx);
          return tx;
        });

    Store after = requireNonNull(kept.get());
    assertThatThrownBy(() -> after.addresses().count())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("inside its transaction");
  }
}
