package org.gridwright.data.exchange.archive;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The directory of a PMTiles archive: at its start the root, which lists all tiles or, where these
 * are too many, further directories.
 *
 * @param root compressed
 * @param leaves the further directories, each compressed, one after the other
 */
record PmtilesDirectory(byte[] root, byte[] leaves) {

  private static final int LEAST_LEAF = 4096;

  /**
   * Tiles that follow one another and have the same content.
   *
   * @param id of the first
   * @param run how many; 0 for a further directory
   * @param offset of the content from where contents (or directories) begin
   */
  record Entry(long id, long run, long offset, int length) {

    Entry longer() {
      return new Entry(id, run + 1, offset, length);
    }
  }

  /**
   * @param entries in ascending order of ids
   * @param most bytes that the root may have
   */
  static PmtilesDirectory of(List<Entry> entries, int most, UnaryOperator<byte[]> pack) {
    byte[] all = pack.apply(bytes(entries));
    if (all.length <= most) {
      return new PmtilesDirectory(all, new byte[0]);
    }
    for (int size = LEAST_LEAF; ; size *= 2) {
      ByteArrayOutputStream leaves = new ByteArrayOutputStream();
      List<Entry> pointers = new ArrayList<>();
      for (int from = 0; from < entries.size(); from += size) {
        List<Entry> part = entries.subList(from, Math.min(entries.size(), from + size));
        byte[] leaf = pack.apply(bytes(part));
        pointers.add(new Entry(part.get(0).id(), 0, leaves.size(), leaf.length));
        leaves.writeBytes(leaf);
      }
      byte[] root = pack.apply(bytes(pointers));
      if (root.length <= most) {
        return new PmtilesDirectory(root, leaves.toByteArray());
      }
    }
  }

  /**
   * Columns of numbers of seven bits to a byte: ids by their differences, runs, lengths, offsets.
   */
  private static byte[] bytes(List<Entry> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    varint(out, entries.size());
    long before = 0;
    for (Entry entry : entries) {
      varint(out, entry.id() - before);
      before = entry.id();
    }
    entries.forEach(entry -> varint(out, entry.run()));
    entries.forEach(entry -> varint(out, entry.length()));
    long next = -1;
    for (Entry entry : entries) {
      varint(out, entry.offset() == next ? 0 : entry.offset() + 1);
      next = entry.offset() + entry.length();
    }
    return out.toByteArray();
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
