package org.gridwright.data.store.postgis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.store.sql.RowTable;
import org.gridwright.data.store.sql.RowTable.Column;
import org.gridwright.data.store.sql.RowTable.Kind;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows by {@code COPY … (FORMAT binary)}, in pieces of about 4 MB: rows are gathered first, then
 * sent, so that no statement is open while the next rows are made.
 *
 * <p>Source of the format: PostgreSQL manual, COPY, "Binary Format".
 */
final class CopyWriter {

  private static final int PIECE = 4 << 20;
  private static final byte[] SIGNATURE =
      "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final LocalDateTime EPOCH = LocalDateTime.of(2000, 1, 1, 0, 0);
  private static final byte JSONB_VERSION = 1;

  private final Connection connection;
  private final String sql;
  private final List<Column> columns;
  private ByteBuffer piece = ByteBuffer.allocate(PIECE + (PIECE >> 2));

  private CopyWriter(Connection connection, String target, RowTable table) {
    this.connection = connection;
    this.sql = "COPY " + target + " (" + table.columnList() + ") FROM STDIN (FORMAT binary)";
    this.columns = table.columns();
  }

  /** Copies rows of the table's columns into {@code target}, in the running transaction. */
  static void copy(
      Connection connection, String target, RowTable table, Iterator<@Nullable Object[]> rows)
      throws SQLException {
    CopyWriter writer = new CopyWriter(connection, target, table);
    while (rows.hasNext()) {
      writer.begin();
      while (rows.hasNext() && writer.piece.position() < PIECE) {
        writer.add(rows.next());
      }
      writer.send();
    }
  }

  private void begin() {
    piece.clear();
    piece.put(SIGNATURE).putInt(0).putInt(0);
  }

  private void send() throws SQLException {
    reserve(2);
    piece.putShort((short) -1);
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
    try {
      copy.writeToCopy(piece.array(), 0, piece.position());
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private void add(@Nullable Object[] row) {
    reserve(2);
    piece.putShort((short) row.length);
    for (int i = 0; i < row.length; i++) {
      Object value = row[i];
      if (value == null) {
        reserve(4);
        piece.putInt(-1);
      } else {
        add(columns.get(i).kind(), value);
      }
    }
  }

  private void add(Kind kind, Object value) {
    switch (kind) {
      case TEXT -> add(((String) value).getBytes(StandardCharsets.UTF_8));
      case JSON -> addJson(((String) value).getBytes(StandardCharsets.UTF_8));
      case BYTES -> add((byte[]) value);
      case POINT -> add(Ewkb.of((LatticePoint) value));
      case AREA -> add(Ewkb.of((LatticeMultiPolygon) value));
      case INTEGER -> {
        reserve(8);
        piece.putInt(4).putInt((Integer) value);
      }
      case LONG -> add((long) (Long) value);
      case TIMESTAMP -> add(ChronoUnit.MICROS.between(EPOCH, (LocalDateTime) value));
    }
  }

  private void add(long value) {
    reserve(12);
    piece.putInt(8).putLong(value);
  }

  private void add(byte[] bytes) {
    reserve(4 + bytes.length);
    piece.putInt(bytes.length).put(bytes);
  }

  private void addJson(byte[] text) {
    reserve(5 + text.length);
    piece.putInt(1 + text.length).put(JSONB_VERSION).put(text);
  }

  private void reserve(int bytes) {
    if (piece.remaining() < bytes) {
      int size = Math.max(piece.capacity() * 2, piece.position() + bytes);
      piece = ByteBuffer.allocate(size).put(piece.flip());
    }
  }
}
