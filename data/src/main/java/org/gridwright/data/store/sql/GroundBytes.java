package org.gridwright.data.store.sql;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridwright.core.fact.Counted;
import org.gridwright.core.fact.CountedGround;
import org.gridwright.core.fact.Replaced;
import org.gridwright.core.fact.WeighedPlaces;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.jspecify.annotations.Nullable;

/** Counted ground as bytes, and back. The first byte says how they are laid out. */
final class GroundBytes {

  private static final int LAYOUT = 1;

  private GroundBytes() {}

  static byte[] of(CountedGround ground) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(LAYOUT);
      out.writeUTF(ground.code());
      byte[] area = area(ground.area());
      out.writeInt(area.length);
      out.write(area);
      out.writeInt(ground.places().size());
      for (int i = 0; i < ground.places().size(); i++) {
        out.writeLong(ground.places().place(i));
        out.writeLong(ground.places().weight(i));
      }
      out.writeInt(ground.counts().size());
      for (Map.Entry<String, Counted> count : ground.counts().entrySet()) {
        out.writeUTF(count.getKey());
        writeText(out, count.getValue().text());
        LocalDate since = count.getValue().since();
        writeText(out, since == null ? null : since.toString());
      }
      out.writeInt(ground.replaced().size());
      for (Map.Entry<String, Replaced> older : ground.replaced().entrySet()) {
        out.writeUTF(older.getKey());
        write(out, older.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * The ground that bytes stand for.
   *
   * @param id under which they are stored
   */
  static CountedGround ground(String id, byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int layout = in.readByte();
      if (layout != LAYOUT) {
        throw new IllegalStateException("counted ground " + id + " has layout " + layout);
      }
      String code = in.readUTF();
      LatticeMultiPolygon area = Wkb.readArea(ByteBuffer.wrap(in.readNBytes(in.readInt())));
      long[] places = new long[in.readInt()];
      long[] weights = new long[places.length];
      for (int i = 0; i < places.length; i++) {
        places[i] = in.readLong();
        weights[i] = in.readLong();
      }
      return CountedGround.stored(
          id, code, area, WeighedPlaces.of(places, weights), counts(in), replaced(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Counted> counts(DataInputStream in) throws IOException {
    Map<String, Counted> counts = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String attribute = in.readUTF();
      String text = readText(in);
      String since = readText(in);
      counts.put(attribute, new Counted(text, since == null ? null : LocalDate.parse(since)));
    }
    return counts;
  }

  private static Map<String, Replaced> replaced(DataInputStream in) throws IOException {
    Map<String, Replaced> replaced = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String older = in.readUTF();
      List<Long> places = new ArrayList<>();
      for (int more = in.readInt(); more > 0; more--) {
        places.add(in.readLong());
      }
      Map<String, BigDecimal> withdrawn = new TreeMap<>();
      for (int more = in.readInt(); more > 0; more--) {
        withdrawn.put(in.readUTF(), new BigDecimal(in.readUTF()));
      }
      replaced.put(older, new Replaced(places, withdrawn));
    }
    return replaced;
  }

  private static void write(DataOutputStream out, Replaced replaced) throws IOException {
    out.writeInt(replaced.places().size());
    for (long place : replaced.places()) {
      out.writeLong(place);
    }
    out.writeInt(replaced.withdrawn().size());
    for (Map.Entry<String, BigDecimal> each : replaced.withdrawn().entrySet()) {
      out.writeUTF(each.getKey());
      out.writeUTF(each.getValue().toPlainString());
    }
  }

  private static void writeText(DataOutputStream out, @Nullable String text) throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      out.writeUTF(text);
    }
  }

  private static @Nullable String readText(DataInputStream in) throws IOException {
    return in.readBoolean() ? in.readUTF() : null;
  }

  private static byte[] area(LatticeMultiPolygon area) {
    ByteBuffer wkb = Wkb.buffer(Wkb.size(area));
    Wkb.put(wkb, area);
    return Wkb.bytes(wkb);
  }
}
