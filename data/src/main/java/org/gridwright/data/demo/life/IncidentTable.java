package org.gridwright.data.demo.life;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.work.Progress;
import org.gridwright.data.demo.ground.Ground;
import org.gridwright.data.demo.ground.Plane;
import org.gridwright.data.demo.ground.Seeded;
import org.gridwright.data.model.Incident;

/**
 * Two years of incidents in columns, in order of time: what is usual everywhere, and planted
 * concentrations on top. Immutable after building; safe to read from any thread.
 */
public final class IncidentTable {

  public static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);

  /** The day after the last one. */
  public static final LocalDate END = LocalDate.of(2026, 1, 1);

  private static final int DAYS = (int) (END.toEpochDay() - FIRST_DAY.toEpochDay());
  private static final int SECONDS_PER_DAY = 86_400;

  /** Incidents between two checkpoints. */
  private static final int STEP = 1024;

  private final int[] x;
  private final int[] y;
  private final int[] second;
  private final byte[] category;
  private final byte[] channel;
  private final boolean[] open;
  private final int[] numberInYear;
  private final List<Planted> planted;

  private IncidentTable(int size, List<Planted> planted) {
    x = new int[size];
    y = new int[size];
    second = new int[size];
    category = new byte[size];
    channel = new byte[size];
    open = new boolean[size];
    numberInYear = new int[size];
    this.planted = planted;
  }

  /**
   * Makes {@code usual} incidents near addresses, and those of the planted concentrations.
   *
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static IncidentTable report(
      Ground ground,
      List<Ground.Cell> cells,
      AddressTable addresses,
      int usual,
      Seeded random,
      Progress progress) {
    Plane plane = ground.plane();
    List<Hotspot> hotspots = Hotspot.plant(ground, cells, addresses, usual);
    int total = usual + hotspots.stream().mapToInt(h -> h.planted().extra()).sum();
    List<Planted> planted = hotspots.stream().map(Hotspot::planted).toList();
    IncidentTable raw = new IncidentTable(total, planted);
    Rhythm rhythm = new Rhythm();
    Seeded usualRandom = random.fork(1);
    for (int i = 0; i < usual; i++) {
      if (i % STEP == 0) {
        progress.at(i, usual);
      }
      int c = rhythm.category(usualRandom);
      raw.set(plane, i, addresses, usualRandom.below(addresses.size()), c, usualRandom);
      raw.setTime(i, rhythm.day(c, 0, DAYS, usualRandom), rhythm.hour(c, usualRandom), usualRandom);
    }
    int at = usual;
    for (Hotspot hotspot : hotspots) {
      progress.checkpoint();
      Seeded seeded = random.fork(at);
      int c = hotspot.category().ordinal();
      int from = dayOf(hotspot.planted().from());
      int to = dayOf(hotspot.planted().to());
      for (int k = 0; k < hotspot.planted().extra(); k++, at++) {
        int[] inside = hotspot.addresses();
        raw.set(plane, at, addresses, inside[seeded.below(inside.length)], c, seeded);
        raw.setTime(at, rhythm.day(c, from, to, seeded), rhythm.hour(c, seeded), seeded);
      }
    }
    progress.checkpoint();
    return raw.inOrderOfTime();
  }

  private static int dayOf(LocalDateTime time) {
    return (int) (time.toLocalDate().toEpochDay() - FIRST_DAY.toEpochDay());
  }

  /** Puts an incident within 5 m of an address. */
  private void set(Plane plane, int i, AddressTable addresses, int address, int c, Seeded random) {
    x[i] = plane.stepsX(plane.metresX(addresses.x(address)) + random.between(-3.5, 3.5));
    y[i] = plane.stepsY(plane.metresY(addresses.y(address)) + random.between(-3.5, 3.5));
    category[i] = (byte) c;
  }

  private void setTime(int i, int day, int hour, Seeded random) {
    second[i] = day * SECONDS_PER_DAY + hour * 3600 + random.below(3600);
    channel[i] = (byte) Channel.at(hour, random).ordinal();
    open[i] = random.chance(day >= DAYS - 21 ? 0.45 : 0.012);
  }

  private IncidentTable inOrderOfTime() {
    long[] order = new long[x.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = ((long) second[i] << 32) | i;
    }
    Arrays.sort(order);
    IncidentTable sorted = new IncidentTable(x.length, planted);
    int leapYear = 366 * SECONDS_PER_DAY;
    int number = 0;
    for (int i = 0; i < order.length; i++) {
      int from = (int) order[i];
      sorted.x[i] = x[from];
      sorted.y[i] = y[from];
      sorted.second[i] = second[from];
      sorted.category[i] = category[from];
      sorted.channel[i] = channel[from];
      sorted.open[i] = open[from];
      boolean newYear = i > 0 && sorted.second[i - 1] < leapYear && second[from] >= leapYear;
      number = newYear ? 1 : number + 1;
      sorted.numberInYear[i] = number;
    }
    return sorted;
  }

  public int size() {
    return x.length;
  }

  public List<Planted> planted() {
    return planted;
  }

  /** All incidents in order of time, without a given grid. */
  public Stream<Incident> stream() {
    return IntStream.range(0, x.length).mapToObj(this::incident);
  }

  private Incident incident(int i) {
    LocalDateTime time = FIRST_DAY.atStartOfDay().plusSeconds(second[i]);
    return new Incident(
        String.format(Locale.ROOT, "%d-%06d", time.getYear(), numberInYear[i]),
        new LatticePoint(x[i], y[i]),
        time,
        CATEGORIES[category[i]].id(),
        CHANNELS[channel[i]].id(),
        open[i] ? "open" : "closed",
        null,
        null);
  }

  private static final Category[] CATEGORIES = Category.values();
  private static final Channel[] CHANNELS = Channel.values();

  /** Running sums of the categories' shares, days and hours, to draw from. */
  private static final class Rhythm {

    private final double[] categories = new double[CATEGORIES.length + 1];
    private final List<double[]> days = new ArrayList<>();
    private final List<double[]> hours = new ArrayList<>();

    Rhythm() {
      for (Category c : CATEGORIES) {
        categories[c.ordinal() + 1] = categories[c.ordinal()] + c.weight();
        double[] day = new double[DAYS + 1];
        for (int d = 0; d < DAYS; d++) {
          LocalDate date = FIRST_DAY.plusDays(d);
          DayOfWeek weekday = date.getDayOfWeek();
          day[d + 1] = day[d] + c.onDay(date.getMonthValue(), weekday.getValue());
        }
        days.add(day);
        double[] hour = new double[25];
        for (int h = 0; h < 24; h++) {
          hour[h + 1] = hour[h] + c.inHour(h);
        }
        hours.add(hour);
      }
    }

    int category(Seeded random) {
      return draw(categories, 0, CATEGORIES.length, random);
    }

    int day(int c, int from, int to, Seeded random) {
      return draw(days.get(c), from, to, random);
    }

    int hour(int c, Seeded random) {
      return draw(hours.get(c), 0, 24, random);
    }

    private static int draw(double[] sums, int from, int to, Seeded random) {
      double at = random.between(sums[from], sums[to]);
      int found = Arrays.binarySearch(sums, from, to + 1, at);
      return Math.min(to - 1, found < 0 ? -found - 2 : found);
    }
  }
}
