package org.gridwright.data.hotspot.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.store.Store;

/** Names a result by all that it follows from. */
final class ContentId {

  private static final int BYTES = 12;

  private ContentId() {}

  /** The same for the same question about the same places and data; 24 characters. */
  static String of(Store store, PlanSnapshot snapshot, Object question) {
    return of(
        snapshot.id(),
        snapshot.revision(),
        snapshot.info().status(),
        snapshot.theme(),
        store.incidents().version(),
        store.addresses().version(),
        store.facts().schema(snapshot.theme().id()),
        question);
  }

  /** The same for the same things, as their texts have it. */
  private static String of(Object... things) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(Arrays.deepToString(things).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
