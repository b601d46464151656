package org.gridwright.data.bulk;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.gridwright.core.locate.Locator;
import org.jspecify.annotations.Nullable;

/** The codes of grids as bytes, made when first asked for. Safe for any thread. */
final class GridCodes {

  private static final byte[] NOTHING = {};

  private final List<String> codes;
  private final Function<String, byte[]> written;
  private final AtomicReferenceArray<byte @Nullable []> known;

  /**
   * @param codes of the grids; owner {@code k} has the one at {@code k - 1}
   * @param written the bytes of a text as the format writes it
   */
  GridCodes(List<String> codes, Function<String, byte[]> written) {
    this.codes = codes;
    this.written = written;
    this.known = new AtomicReferenceArray<>(codes.size());
  }

  /** The bytes of an owner's code; none for {@link Locator#NOBODY}. Not to be changed. */
  byte[] bytes(int owner) {
    if (owner == Locator.NOBODY) {
      return NOTHING;
    }
    byte[] code = known.get(owner - 1);
    if (code == null) {
      code = written.apply(code(owner));
      known.set(owner - 1, code);
    }
    return code;
  }

  /** The code of an owner that there is. */
  String code(int owner) {
    return codes.get(owner - 1);
  }
}
