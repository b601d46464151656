package org.gridwright.core.gwl;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.gridwright.core.locate.IntSequence;

/**
 * One array of a file.
 *
 * @param width bytes of each element: 1, 4 or 8
 * @param position of the first byte in the file
 * @param size number of elements
 */
record GwlSection(CheckedBlocks blocks, int kind, int width, long position, int size)
    implements IntSequence {

  /** Reads an entry of a directory; it leads into the content before the directory. */
  static GwlSection of(CheckedBlocks blocks, long entry, long directory) {
    int width = blocks.intAt(entry + 12);
    long position = blocks.longAt(entry + 16);
    long count = blocks.longAt(entry + 24);
    boolean fits =
        (width == 1 || width == 4 || width == 8)
            && position >= GwlFormat.HEAD
            && position % GwlFormat.ALIGNMENT == 0
            && count >= 0
            && count <= Integer.MAX_VALUE
            && position <= directory - width * count;
    if (!fits) {
      throw GwlException.of("gwl.malformed", "directory");
    }
    return new GwlSection(blocks, blocks.intAt(entry), width, position, (int) count);
  }

  @Override
  public int get(int at) {
    return blocks.intAt(position + 4L * checked(at));
  }

  @Override
  public void copy(int from, int[] to, int at, int count) {
    if (count > 64) {
      checked(from + count - 1);
      blocks.ints(position + 4L * checked(from), to, at, count);
    } else {
      IntSequence.super.copy(from, to, at, count);
    }
  }

  long longAt(int at) {
    return blocks.longAt(position + 8L * checked(at));
  }

  /** The text whose end is told at a position of {@code ends}; this holds its bytes. */
  String text(GwlSection ends, int at) {
    int from = at == 0 ? 0 : ends.get(at - 1);
    int to = ends.get(at);
    if (from < 0 || to < from || to > size) {
      throw GwlException.of("gwl.malformed", "texts");
    }
    byte[] bytes = new byte[to - from];
    blocks.bytes(position + from, bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** All texts, read at once. */
  List<String> texts(GwlSection ends) {
    String[] texts = new String[ends.size()];
    Arrays.setAll(texts, at -> text(ends, at));
    return List.of(texts);
  }

  private int checked(int at) {
    if (at < 0 || at >= size) {
      throw GwlException.of("gwl.malformed", "section " + kind);
    }
    return at;
  }
}
