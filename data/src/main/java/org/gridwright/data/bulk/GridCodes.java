package org.gridwright.data.bulk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.gridwright.core.locate.Locator;
import org.jspecify.annotations.Nullable;

/**
 * The codes of grids as bytes, made page by page when first asked for. Safe for any thread.
 *
 * <p>A page is an array of bytes: where each of its codes ends, as ints, then the codes, one behind
 * the other. So the codes of many grids lie close together, and a processor's caches hold them.
 */
final class GridCodes {

  private static final int PAGE_BITS = 6;
  private static final int PAGE = 1 << PAGE_BITS;
  private static final int INT = 4;
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private final List<String> codes;
  private final Function<String, byte[]> written;
  private final AtomicReferenceArray<byte @Nullable []> pages;

  /**
   * @param codes of the grids; owner {@code k} has the one at {@code k - 1}
   * @param written the bytes of a text as the format writes it
   */
  GridCodes(List<String> codes, Function<String, byte[]> written) {
    this.codes = codes;
    this.written = written;
    this.pages = new AtomicReferenceArray<>((codes.size() + PAGE - 1) >> PAGE_BITS);
  }

  /** Puts the bytes of an owner's code; none for {@link Locator#NOBODY}. */
  void put(ByteSink out, int owner) {
    if (owner != Locator.NOBODY) {
      int number = owner - 1;
      byte[] page = pages.get(number >> PAGE_BITS);
      if (page == null) {
        page = page(number >> PAGE_BITS);
      }
      int at = INT * (number & (PAGE - 1));
      out.put(page, (int) INTS.get(page, at), (int) INTS.get(page, at + INT));
    }
  }

  /** The code of an owner that there is. */
  String code(int owner) {
    return codes.get(owner - 1);
  }

  private byte[] page(int index) {
    List<byte[]> own =
        codes.subList(index << PAGE_BITS, Math.min(codes.size(), (index + 1) << PAGE_BITS)).stream()
            .map(written)
            .toList();
    int end = INT * (PAGE + 1);
    byte[] page = new byte[end + own.stream().mapToInt(code -> code.length).sum()];
    for (int i = 0; i < own.size(); i++) {
      INTS.set(page, INT * i, end);
      System.arraycopy(own.get(i), 0, page, end, own.get(i).length);
      end += own.get(i).length;
    }
    INTS.set(page, INT * own.size(), end);
    pages.set(index, page);
    return page;
  }
}
