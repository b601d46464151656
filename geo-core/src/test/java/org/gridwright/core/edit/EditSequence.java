package org.gridwright.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.gridwright.core.coverage.CheckedPlan;
import org.gridwright.core.coverage.CoverageCheck;
import org.gridwright.core.coverage.rules.CoverageRules;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.Severity;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.locate.JtsLocator;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.DeclaredVoid;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;

/**
 * A long seeded sequence of edits of all kinds, and everything that has to hold on the way.
 *
 * <p>After each edit: the findings, followed from edit to edit, have no blocking one more than at
 * the start; and a {@link SeamWitness}, which shares no code with edits and checks, sees no seam
 * broken, and a {@link FactWitness} that no sum of a level is another. On samples: a check of the
 * whole plan finds the very same, upper levels are the unions of their grids, every code and parent
 * is in order, JTS finds no fault in the whole coverage, and lookups agree with those on raw rings.
 * At the end all is undone, to a plan that is the first one to the last bit, and done again.
 */
public final class EditSequence {

  private static final int LOOKUPS = 2_000;

  /** What happened to the edits of one kind. */
  private static final class Tally {
    private int made;
    private final Map<String, Integer> refused = new TreeMap<>();
    private long nanos;
  }

  private final String name;
  private final Plan start;
  private final CoverageRules rules;
  private final Random lookups;
  private final int faults;
  private final SeamWitness witness;
  private final FactWitness facts;
  private final Map<String, Tally> tallies = new TreeMap<>();
  private final Deque<PlanChange> done = new ArrayDeque<>();
  private final Deque<String> digests = new ArrayDeque<>();
  private EditablePlan current;
  private CheckedPlan checked;
  private int attempts;

  private EditSequence(String name, Plan start, CoverageRules rules, long seed) {
    this.name = name;
    this.start = start;
    this.rules = rules;
    this.lookups = new Random(seed);
    this.facts = new FactWitness(start, seed);
    this.current = EditablePlan.of(start, start).standingOn(facts::basis);
    this.checked = CheckedPlan.of(start, rules);
    this.faults = blocking(checked.findings());
    this.witness = new SeamWitness(start);
  }

  /**
   * Makes edits, refused ones not counted.
   *
   * @param every how many edits lie between samples
   * @return the outcome in words, a line for each kind of edit
   */
  public static String run(
      String name, Plan start, CoverageRules rules, int edits, int every, long seed) {
    EditSequence sequence = new EditSequence(name, FactWitness.dressed(start, seed), rules, seed);
    long begin = System.nanoTime();
    sequence.make(edits, every, new EditGenerator(seed));
    sequence.undoAndRedo(every);
    return sequence.report((System.nanoTime() - begin) / 1e9);
  }

  private void make(int edits, int every, EditGenerator random) {
    int grids = start.grids().size();
    while (done.size() < edits) {
      attempts++;
      assertThat(attempts).as("attempts for %d edits", edits).isLessThan(100 + 20 * edits);
      String kind = random.kind(current.plan(), grids);
      if (make(kind, random.next(current, kind)) && done.size() % every == 0) {
        sample();
        digests.push(digest(current.plan()));
      }
    }
  }

  private boolean make(String kind, Edit edit) {
    Tally tally = tallies.computeIfAbsent(kind, it -> new Tally());
    PlanChange change;
    EditablePlan next;
    try {
      long begin = System.nanoTime();
      change = Editing.change(current, edit);
      next = current.after(change);
      tally.nanos += System.nanoTime() - begin;
    } catch (EditRefusedException refused) {
      tally.refused.merge(refused.reason().id(), 1, Integer::sum);
      return false;
    }
    CheckedPlan after = checked.after(change);
    if (blocking(after.findings()) > faults && mayLeaveJurisdiction(edit)) {
      tally.refused.merge("jurisdiction", 1, Integer::sum);
      return false;
    }
    tally.made++;
    done.push(change);
    EditablePlan before = current;
    current = next;
    checked = after;
    try {
      assertThat(blocking(checked.findings()))
          .as("%s", checked.findings())
          .isLessThanOrEqualTo(faults);
      witness.saw(edit.kind(), current, change);
      facts.saw(edit, before, current, change);
    } catch (AssertionError | RuntimeException broken) {
      throw new AssertionError(name + ", edit " + done.size() + ": " + edit, broken);
    }
    return true;
  }

  /**
   * Edits that move the edge of the city are refused by its jurisdiction, where one is known.
   * Ground in it that they left to nobody under a declared void comes to light when the void goes.
   */
  private boolean mayLeaveJurisdiction(Edit edit) {
    return rules.jurisdiction().isPresent()
        && (edit instanceof DropVoidEdit || SeamWitness.AT_LARGE.contains(edit.kind()));
  }

  private void sample() {
    Plan plan = current.plan();
    assertThat(CoverageCheck.of(rules).check(plan)).isEqualTo(checked.findings());
    List<Unit> units = new ArrayList<>();
    plan.theme().levels().forEach(level -> units.addAll(plan.units(level.depth())));
    Plan anew = Plan.of(plan.theme(), units, plan.voids());
    assertThat(digest(anew)).isEqualTo(digest(plan));
    Drawn.assertSameUpperOutlines(plan, UpperLevels.draw(plan));
    witness.seeAll(plan);
    facts.seeAll(plan);
    Locator packed = PackedLocator.of(plan);
    Locator raw = JtsLocator.of(plan);
    for (int i = 0; i < LOOKUPS; i++) {
      LatticeRing ring =
          plan.grids()
              .get(lookups.nextInt(plan.grids().size()))
              .drawnArea()
              .polygons()
              .get(0)
              .shell();
      int at = lookups.nextInt(ring.size());
      int reach = 1 << lookups.nextInt(20);
      int x = ring.x(at) + lookups.nextInt(2 * reach + 1) - reach;
      int y = ring.y(at) + lookups.nextInt(2 * reach + 1) - reach;
      assertThat(packed.owner(x, y)).as("%d %d", x, y).isEqualTo(raw.owner(x, y));
    }
  }

  private void undoAndRedo(int every) {
    Plan plan = current.plan();
    String end = digest(plan);
    Deque<PlanChange> undone = new ArrayDeque<>();
    while (!done.isEmpty()) {
      if (done.size() % every == 0) {
        assertThat(digest(plan)).as("after %d edits", done.size()).isEqualTo(digests.pop());
      }
      undone.push(done.pop());
      plan = plan.with(undone.peek().reversed());
    }
    assertThat(digest(plan)).isEqualTo(digest(start));
    for (int depth = 0; depth < start.theme().levels().size(); depth++) {
      assertThat(plan.units(depth)).isEqualTo(start.units(depth));
    }
    assertThat(plan.voids()).isEqualTo(start.voids());
    for (PlanChange change : undone) {
      plan = plan.with(change);
    }
    assertThat(digest(plan)).isEqualTo(end);
  }

  private String report(double seconds) {
    StringBuilder text = new StringBuilder();
    int made = tallies.values().stream().mapToInt(tally -> tally.made).sum();
    text.append(
        String.format(
            "%s: %,d grids, %,d of %,d edits made and undone, %,d blocking findings before and"
                + " after, %.0f s%n",
            name, start.grids().size(), made, attempts, faults, seconds));
    tallies.forEach(
        (kind, tally) ->
            text.append(
                String.format(
                    "  %-15s %,6d made, %6.2f ms each; refused %s%n",
                    kind, tally.made, tally.nanos / 1e6 / Math.max(1, tally.made), tally.refused)));
    return text.toString();
  }

  private static int blocking(List<Finding> findings) {
    return (int) findings.stream().filter(it -> it.severity() == Severity.BLOCKING).count();
  }

  /** A digest of every unit and void of a plan, with every point in its order. */
  static String digest(Plan plan) {
    return digest(plan, false);
  }

  /**
   * A digest of every unit and void of a plan.
   *
   * @param normalized whether it shall not matter where rings begin
   */
  public static String digest(Plan plan, boolean normalized) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      try (DataOutputStream out =
          new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), sha))) {
        for (int depth = 0; depth < plan.theme().levels().size(); depth++) {
          for (Unit unit : plan.units(depth)) {
            out.writeUTF(
                depth
                    + unit.code()
                    + "\n"
                    + unit.parentCode()
                    + "\n"
                    + unit.name()
                    + "\n"
                    + unit.attributes()
                    + "\n"
                    + unit.facts());
            if (unit.area() != null) {
              write(normalized ? unit.area().normalized() : unit.area(), out);
            }
          }
        }
        for (DeclaredVoid declared : plan.voids()) {
          out.writeUTF(declared.name() + "\n" + declared.kind());
          write(normalized ? declared.area().normalized() : declared.area(), out);
        }
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(LatticeMultiPolygon area, DataOutputStream out) throws IOException {
    List<LatticeRing> rings = new ArrayList<>();
    area.forEachRing(rings::add);
    for (LatticeRing ring : rings) {
      out.writeInt(ring.size());
      for (int ordinate : ring.toArray()) {
        out.writeInt(ordinate);
      }
    }
  }
}
