package org.gridwright.core.gwl;

import static org.gridwright.core.gwl.GwlFormat.BLOCK;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gridwright.core.locate.IntSequence;
import org.gridwright.core.locate.LocatorParts;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;

/**
 * Writes a file of plans in one go, one plan after the other; holds no more than a block and the
 * texts of a level. For one thread. A file that {@link #finish} was not called for is refused by
 * every reader.
 */
@SuppressWarnings("ByteBufferBackingArray") // those of GwlFormat stand on an array of their own
public final class GwlWriter {

  private static final int NO_LEVEL = -1;

  private final GwlTarget target;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Integer> checksums = new ArrayList<>();
  private final ByteBuffer block = GwlFormat.buffer(BLOCK);
  private long position;
  private int plans;

  private record Entry(int kind, int plan, int level, int width, long position, long count) {}

  /** Begins a file. */
  public GwlWriter(GwlTarget target) {
    this.target = target;
    ByteBuffer head = GwlFormat.buffer(GwlFormat.HEAD);
    head.putLong(GwlFormat.HEAD_MAGIC).putInt(GwlFormat.VERSION).putInt(GwlFormat.BLOCK_BITS);
    put(head.array(), head.capacity());
  }

  /** Writes a plan; all of one file are of one theme. */
  public void add(GwlContent content) {
    Plan plan = content.plan();
    LocatorParts parts = content.locator().parts();
    longs(
        content.id(),
        content.revision(),
        content.days().first(),
        content.days().end(),
        parts.originX(),
        parts.originY(),
        parts.shift(),
        parts.columns(),
        parts.rows(),
        parts.owners());
    texts(GwlFormat.TEXTS, NO_LEVEL, about(content));
    ints(GwlFormat.TOP, NO_LEVEL, parts.top());
    ints(GwlFormat.SUB, NO_LEVEL, parts.sub());
    ints(GwlFormat.BLOCKS, NO_LEVEL, parts.blocks());
    ints(GwlFormat.XY, NO_LEVEL, parts.xy());
    ints(GwlFormat.START, NO_LEVEL, parts.start());
    ints(GwlFormat.FIRST, NO_LEVEL, parts.first());
    ints(GwlFormat.SECOND, NO_LEVEL, parts.second());
    ints(GwlFormat.BOXES, NO_LEVEL, parts.boxes());
    ints(GwlFormat.CHILDREN, NO_LEVEL, parts.children());
    plan.theme().levels().forEach(level -> level(plan, level.depth()));
    plans++;
  }

  /** Writes what makes the file whole. */
  public void finish() {
    long directory = begin();
    for (Entry entry : entries) {
      ByteBuffer bytes = GwlFormat.buffer(GwlFormat.ENTRY);
      bytes.putInt(entry.kind).putInt(entry.plan).putInt(entry.level).putInt(entry.width);
      bytes.putLong(entry.position).putLong(entry.count);
      put(bytes.array(), bytes.capacity());
    }
    long content = begin();
    endBlock();
    ByteBuffer table = GwlFormat.buffer(Math.multiplyExact(4, checksums.size()));
    checksums.forEach(table::putInt);
    target.write(table.array(), table.capacity());
    ByteBuffer foot = GwlFormat.buffer(GwlFormat.FOOT);
    foot.putLong(content).putLong(directory).putInt(entries.size()).putInt(plans);
    foot.putInt(checksums.size()).putInt(GwlFormat.checksum(table.array(), table.capacity()));
    foot.putInt(GwlFormat.VERSION).position(GwlFormat.FOOT - 12);
    foot.putInt(GwlFormat.checksum(foot.array(), GwlFormat.FOOT - 12));
    foot.putLong(GwlFormat.FOOT_MAGIC);
    target.write(foot.array(), foot.capacity());
  }

  private static List<String> about(GwlContent content) {
    Theme theme = content.plan().theme();
    List<String> texts = new ArrayList<>();
    texts.add(content.digest());
    texts.add(theme.id());
    texts.add(theme.title());
    texts.add(theme.codes().id());
    theme.levels().stream().map(Level::name).forEach(texts::add);
    return texts;
  }

  private void level(Plan plan, int depth) {
    List<Unit> units = plan.units(depth);
    texts(GwlFormat.CODES, depth, all(units, Unit::code));
    texts(GwlFormat.NAMES, depth, all(units, Unit::name));
    texts(GwlFormat.LANGUAGES, depth, all(units, GwlTexts::languages));
    if (depth > 0) {
      ints(GwlFormat.PARENTS, depth, IntSequence.of(plan.parents(depth)));
    }
  }

  private static List<String> all(List<Unit> units, Function<Unit, String> text) {
    return units.stream().map(text).toList();
  }

  private void longs(long... values) {
    entries.add(new Entry(GwlFormat.NUMBERS, plans, NO_LEVEL, 8, begin(), values.length));
    ByteBuffer bytes = GwlFormat.buffer(8 * values.length);
    bytes.asLongBuffer().put(values);
    put(bytes.array(), bytes.capacity());
  }

  private void texts(int kind, int level, List<String> texts) {
    int[] ends = new int[texts.size()];
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < ends.length; i++) {
      bytes.writeBytes(texts.get(i).getBytes(StandardCharsets.UTF_8));
      ends[i] = bytes.size();
    }
    entries.add(new Entry(kind, plans, level, 1, begin(), bytes.size()));
    put(bytes.toByteArray(), bytes.size());
    ints(kind + GwlFormat.ENDS, level, IntSequence.of(ends));
  }

  private void ints(int kind, int level, IntSequence values) {
    entries.add(new Entry(kind, plans, level, 4, begin(), values.size()));
    int[] some = new int[Math.min(BLOCK / 4, values.size())];
    ByteBuffer bytes = GwlFormat.buffer(4 * some.length);
    for (int from = 0; from < values.size(); from += some.length) {
      int count = Math.min(some.length, values.size() - from);
      values.copy(from, some, 0, count);
      bytes.asIntBuffer().put(some, 0, count);
      put(bytes.array(), 4 * count);
    }
  }

  /** Where the next section begins. */
  private long begin() {
    put(new byte[GwlFormat.ALIGNMENT], (int) -position & (GwlFormat.ALIGNMENT - 1));
    return position;
  }

  private void put(byte[] bytes, int count) {
    for (int from = 0; from < count; ) {
      int some = Math.min(count - from, block.remaining());
      block.put(bytes, from, some);
      from += some;
      position += some;
      if (!block.hasRemaining()) {
        endBlock();
      }
    }
  }

  private void endBlock() {
    if (block.position() > 0) {
      checksums.add(GwlFormat.checksum(block.array(), block.position()));
      target.write(block.array(), block.position());
      block.clear();
    }
  }
}
