package org.gridwright.data.exchange.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.tile.HilbertOrder;
import org.gridwright.core.tile.TileAddress;

/**
 * Writes a PMTiles archive, version 3. Tiles are written as they come, each content once; header
 * and directory come last, into the room kept for them at the start. Memory grows by some 60 bytes
 * for each different tile.
 */
public final class PmtilesWriter implements TileArchive {

  private static final int HEADER = 127;

  /** Header and first directory lie in as many bytes at the start. */
  private static final int START = 16_384;

  private static final byte GZIP = 2;
  private static final byte VECTOR_TILES = 1;

  private final FileChannel file;
  private final Map<ByteBuffer, PmtilesDirectory.Entry> contents = new HashMap<>();
  private final List<PmtilesDirectory.Entry> entries = new ArrayList<>();
  private long addressed;
  private long end = START;

  public PmtilesWriter(Path path) {
    try {
      file =
          FileChannel.open(
              path,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void add(TileAddress tile, byte[] bytes) {
    long id = HilbertOrder.id(tile);
    addressed++;
    ByteBuffer digest = ByteBuffer.wrap(digest(bytes));
    PmtilesDirectory.Entry known = contents.get(digest);
    if (known == null) {
      byte[] packed = Gzip.packed(bytes);
      known = new PmtilesDirectory.Entry(id, 1, end - START, packed.length);
      contents.put(digest, known);
      write(ByteBuffer.wrap(packed), end);
      end += packed.length;
    }
    PmtilesDirectory.Entry last = entries.isEmpty() ? null : entries.get(entries.size() - 1);
    if (last != null && last.id() + last.run() == id && last.offset() == known.offset()) {
      entries.set(entries.size() - 1, last.longer());
    } else {
      entries.add(new PmtilesDirectory.Entry(id, 1, known.offset(), known.length()));
    }
  }

  @Override
  public void finish(TileSet about) {
    PmtilesDirectory directory = PmtilesDirectory.of(entries, START - HEADER, Gzip::packed);
    byte[] metadata = Gzip.packed(about.asJson().getBytes(StandardCharsets.UTF_8));
    long metadataAt = end;
    long leavesAt = metadataAt + metadata.length;
    write(ByteBuffer.wrap(metadata), metadataAt);
    write(ByteBuffer.wrap(directory.leaves()), leavesAt);
    ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header.put("PMTiles".getBytes(StandardCharsets.US_ASCII)).put((byte) 3);
    header.putLong(HEADER).putLong(directory.root().length);
    header.putLong(metadataAt).putLong(metadata.length);
    header.putLong(leavesAt).putLong(directory.leaves().length);
    header.putLong(START).putLong(metadataAt - START);
    header.putLong(addressed).putLong(entries.size()).putLong(contents.size());
    header.put((byte) 1).put(GZIP).put(GZIP).put(VECTOR_TILES);
    header.put((byte) about.minZoom()).put((byte) about.maxZoom());
    LatticeEnvelope box = about.box();
    header.putInt(box.minX()).putInt(box.minY()).putInt(box.maxX()).putInt(box.maxY());
    header.put((byte) about.minZoom());
    header.putInt((int) (((long) box.minX() + box.maxX()) / 2));
    header.putInt((int) (((long) box.minY() + box.maxY()) / 2));
    write(header.flip(), 0);
    write(ByteBuffer.wrap(directory.root()), HEADER);
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(ByteBuffer bytes, long position) {
    try {
      for (long at = position; bytes.hasRemaining(); ) {
        at += file.write(bytes, at);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
