package org.gridwright.core.gwl;

import java.nio.ByteBuffer;

/**
 * What makes a file whole: how long its content is, where its directory lies, and a checksum for
 * each block. Immutable.
 */
final class GwlFooter {

  private final long content;
  private final long directory;
  private final int entries;
  private final int plans;
  private final ByteBuffer checksums;

  private GwlFooter(ByteBuffer foot, ByteBuffer checksums) {
    this.content = foot.getLong(0);
    this.directory = foot.getLong(8);
    this.entries = foot.getInt(16);
    this.plans = foot.getInt(20);
    this.checksums = checksums;
  }

  /**
   * Reads head, footer and checksums.
   *
   * @throws GwlException when they are not those of a whole file of this version
   */
  static GwlFooter of(GwlSource source) {
    requireHead(source);
    long size = source.size();
    byte[] foot = bytes(source, size - GwlFormat.FOOT, GwlFormat.FOOT);
    ByteBuffer said = GwlFormat.wrap(foot);
    if (said.getLong(GwlFormat.FOOT - 8) != GwlFormat.FOOT_MAGIC) {
      throw GwlException.of("gwl.cut-short", size);
    }
    if (said.getInt(GwlFormat.FOOT - 12) != GwlFormat.checksum(foot, GwlFormat.FOOT - 12)) {
      throw GwlException.of("gwl.damaged", size - GwlFormat.FOOT, size - 1);
    }
    requireVersion(said.getInt(32));
    long content = said.getLong(0);
    int blocks = said.getInt(24);
    long table = size - GwlFormat.FOOT - 4L * blocks;
    boolean fits =
        content >= 0 && (content + GwlFormat.BLOCK - 1) >>> GwlFormat.BLOCK_BITS == blocks;
    if (!fits || content != table) {
      throw GwlException.of("gwl.cut-short", size);
    }
    byte[] checksums = bytes(source, table, Math.multiplyExact(4, blocks));
    if (GwlFormat.checksum(checksums, checksums.length) != said.getInt(28)) {
      throw GwlException.of("gwl.damaged", table, size - GwlFormat.FOOT - 1);
    }
    GwlFooter footer = new GwlFooter(said, GwlFormat.wrap(checksums));
    long end = footer.directory + (long) footer.entries * GwlFormat.ENTRY;
    if (footer.directory < GwlFormat.HEAD || footer.entries < 0 || end > content) {
      throw GwlException.of("gwl.malformed", "directory");
    }
    return footer;
  }

  /** Bytes before the checksums. */
  long content() {
    return content;
  }

  /** Where the directory begins. */
  long directory() {
    return directory;
  }

  int entries() {
    return entries;
  }

  int plans() {
    return plans;
  }

  int blocks() {
    return checksums.capacity() / 4;
  }

  int checksum(int block) {
    return checksums.getInt(4 * block);
  }

  private static void requireHead(GwlSource source) {
    byte[] head = new byte[GwlFormat.HEAD];
    int count = source.read(0, head, head.length);
    ByteBuffer said = GwlFormat.wrap(head);
    if (count < 12 || said.getLong(0) != GwlFormat.HEAD_MAGIC) {
      throw GwlException.of("gwl.other-file");
    }
    requireVersion(said.getInt(8));
    if (source.size() < GwlFormat.HEAD + GwlFormat.FOOT) {
      throw GwlException.of("gwl.cut-short", source.size());
    }
  }

  private static void requireVersion(int version) {
    if (version != GwlFormat.VERSION) {
      throw GwlException.of("gwl.other-version", version, GwlFormat.VERSION);
    }
  }

  private static byte[] bytes(GwlSource source, long position, int count) {
    byte[] bytes = new byte[count];
    if (source.read(position, bytes, count) < count) {
      throw GwlException.of("gwl.cut-short", position);
    }
    return bytes;
  }
}
