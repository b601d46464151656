package org.gridwright.data.store.sql;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.gridwright.data.model.DraftInfo;
import org.gridwright.data.store.sql.DraftRows.Mark;

/**
 * Drafts as they were listed last: what a draft differs in is counted again only after it has
 * changed, since every open map asks for the list every few seconds. Thread-safe.
 */
final class ListedDrafts {

  /** Far more than a city has; then the list is read anew. */
  private static final int MOST = 10_000;

  private final Map<Long, Listed> known = new ConcurrentHashMap<>();

  private record Listed(Mark mark, DraftInfo draft) {}

  /** The draft of a mark, read where it is not known with that mark. */
  DraftInfo of(Mark mark, Supplier<DraftInfo> read) {
    Listed listed = known.get(mark.id());
    if (listed == null || !listed.mark().equals(mark)) {
      listed = new Listed(mark, read.get());
      if (known.size() >= MOST) {
        known.clear();
      }
      known.put(mark.id(), listed);
    }
    return listed.draft();
  }
}
