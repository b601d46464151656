package org.gridwright.api.cli.terminal;

import org.gridwright.data.store.Store;

/**
 * Work that goes on with an open store; closing it ends the work, then closes the store.
 *
 * @param work such as a server
 */
public record BegunWork<W extends AutoCloseable>(Store store, W work) implements AutoCloseable {

  @Override
  public void close() throws Exception {
    try (store) {
      work.close();
    }
  }
}
