package org.gridwright.data.store;

import org.gridwright.core.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * How an open store is at the moment.
 *
 * @param trouble what keeps it from being read or written; null where nothing does
 * @param told the sentence for it; null without trouble
 * @param readOnly whether it was opened to be read only
 */
public record StoreCondition(
    StoreException.@Nullable Reason trouble, @Nullable Message told, boolean readOnly) {

  /** Nothing is wrong, and it may be written to. */
  public static final StoreCondition SOUND = new StoreCondition(null, null, false);

  /** What a refusal says. */
  public static StoreCondition of(StoreException refusal) {
    return new StoreCondition(refusal.reason(), refusal.told(), false);
  }
}
