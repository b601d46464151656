package org.gridwright.core.gwl;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridwright.core.locate.LocatedPlan;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.locate.LocatorCutout;
import org.gridwright.core.locate.LocatorParts;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.PlanException;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A plan in a file. Reads what is asked for when it is; safe for any thread. Anything may throw a
 * {@link GwlException} where the file is damaged.
 */
public final class GwlPlan implements LocatedPlan {

  private static final int NO_LEVEL = -1;

  private final Map<SectionKey, GwlSection> sections;
  private final int number;
  private final GwlSection numbers;
  private final List<String> about;
  private final Theme theme;
  private final GwlDays days;

  /**
   * What a section holds.
   *
   * @param plan number of the plan in the file, from 0
   * @param level depth of the level; -1 for what is of no level
   */
  record SectionKey(int kind, int plan, int level) {}

  GwlPlan(Map<SectionKey, GwlSection> sections, int number) {
    this.sections = sections;
    this.number = number;
    this.numbers = section(GwlFormat.NUMBERS, NO_LEVEL, 8);
    if (numbers.size() < GwlFormat.NUMBER_COUNT) {
      throw GwlException.of("gwl.malformed", "numbers");
    }
    this.about = texts(GwlFormat.TEXTS, NO_LEVEL);
    this.theme = theme(about);
    this.days = days(numbers);
  }

  /** The plan's id in the store that it was written from. */
  @Override
  public long id() {
    return numbers.longAt(0);
  }

  @Override
  public long revision() {
    return numbers.longAt(1);
  }

  @Override
  public @Nullable LocalDate effectiveFrom() {
    return days.from();
  }

  /** When it is in force, as was known when it was written. */
  public GwlDays days() {
    return days;
  }

  /** See {@link PlanDigest}. */
  public String digest() {
    return about.get(0);
  }

  @Override
  public Theme theme() {
    return theme;
  }

  /** Number of grids; their owner ids are 1 … size. */
  public int grids() {
    return units(theme.gridLevel().depth());
  }

  /** Number of units of a level. */
  public int units(int depth) {
    return ends(GwlFormat.CODES, depth).size();
  }

  /** Codes of all grids in code order, read at once. */
  public List<String> gridCodes() {
    return texts(GwlFormat.CODES, theme.gridLevel().depth());
  }

  /** A unit without its area, and of its attributes only names in other languages. */
  public Unit unit(int depth, int index) {
    try {
      return new Unit(
          depth,
          text(GwlFormat.CODES, depth, index),
          depth == 0 ? null : text(GwlFormat.CODES, depth - 1, parent(depth, index)),
          text(GwlFormat.NAMES, depth, index),
          GwlTexts.attributes(text(GwlFormat.LANGUAGES, depth, index)),
          null);
    } catch (PlanException unfit) {
      throw GwlException.of("gwl.malformed", "codes");
    }
  }

  @Override
  public Optional<Unit> grid(int owner) {
    return owner == Locator.NOBODY
        ? Optional.empty()
        : Optional.of(unit(theme.gridLevel().depth(), owner - 1));
  }

  @Override
  public List<Unit> path(int owner) {
    List<Unit> path = new ArrayList<>();
    int index = owner - 1;
    for (int depth = theme.gridLevel().depth(); depth >= 0; depth--) {
      path.add(0, unit(depth, index));
      index = depth == 0 ? 0 : parent(depth, index);
    }
    return List.copyOf(path);
  }

  /** The whole locator, read, checked and copied. */
  public PackedLocator locator() {
    try {
      return PackedLocator.of(parts());
    } catch (IllegalArgumentException malformed) {
      throw GwlException.of("gwl.malformed", String.valueOf(malformed.getMessage()));
    }
  }

  /** From as few blocks as that takes. */
  @Override
  public PackedLocator locatorAt(int x, int y) {
    try {
      return LocatorCutout.at(parts(), x, y);
    } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
      throw GwlException.of("gwl.malformed", String.valueOf(e.getMessage()));
    }
  }

  private LocatorParts parts() {
    LocatorParts parts =
        new LocatorParts(
            numbers.longAt(4),
            numbers.longAt(5),
            (int) numbers.longAt(6),
            (int) numbers.longAt(7),
            (int) numbers.longAt(8),
            ints(GwlFormat.TOP),
            ints(GwlFormat.SUB),
            ints(GwlFormat.BLOCKS),
            (int) numbers.longAt(9),
            ints(GwlFormat.XY),
            ints(GwlFormat.START),
            ints(GwlFormat.FIRST),
            ints(GwlFormat.SECOND),
            ints(GwlFormat.BOXES),
            ints(GwlFormat.CHILDREN));
    if (parts.owners() != grids()) {
      throw GwlException.of("gwl.malformed", "owners");
    }
    return parts;
  }

  private int parent(int depth, int index) {
    return section(GwlFormat.PARENTS, depth, 4).get(index);
  }

  private GwlSection ints(int kind) {
    return section(kind, NO_LEVEL, 4);
  }

  private String text(int kind, int depth, int index) {
    return section(kind, depth, 1).text(ends(kind, depth), index);
  }

  private List<String> texts(int kind, int depth) {
    return section(kind, depth, 1).texts(ends(kind, depth));
  }

  private GwlSection ends(int kind, int depth) {
    return section(kind + GwlFormat.ENDS, depth, 4);
  }

  private GwlSection section(int kind, int level, int width) {
    @Nullable GwlSection section = sections.get(new SectionKey(kind, number, level));
    if (section == null || section.width() != width) {
      throw GwlException.of("gwl.malformed", "section " + kind);
    }
    return section;
  }

  private static Theme theme(List<String> about) {
    if (about.size() < 5) {
      throw GwlException.of("gwl.malformed", "theme");
    }
    try {
      return Theme.of(
          about.get(1),
          about.get(2),
          CodeScheme.of(about.get(3)).orElseThrow(() -> GwlException.of("gwl.malformed", "theme")),
          about.subList(4, about.size()).toArray(String[]::new));
    } catch (IllegalArgumentException unknown) {
      throw GwlException.of("gwl.malformed", "theme");
    }
  }

  private static GwlDays days(GwlSection numbers) {
    try {
      return GwlDays.of(numbers.longAt(2), numbers.longAt(3));
    } catch (DateTimeException beyond) {
      throw GwlException.of("gwl.malformed", "days");
    }
  }
}
