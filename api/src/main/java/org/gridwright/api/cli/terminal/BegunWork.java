package org.gridwright.api.cli.terminal;

import java.util.function.Consumer;
import org.gridwright.data.store.Store;

/**
 * Work that goes on with an open store; closing it ends the work, then closes the store.
 *
 * @param work such as a server
 * @param end ends the work
 */
public record BegunWork<W>(Store store, W work, Consumer<W> end) implements AutoCloseable {

  @Override
  public void close() {
    try (store) {
      end.accept(work);
    }
  }
}
