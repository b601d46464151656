package org.gridwright.core.gwl;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;

/**
 * What identifies all that a file says of a plan: SHA-256 over its theme, and over code, parent,
 * name, names in other languages and rings of its units. Two plans with one digest answer alike.
 */
public final class PlanDigest {

  private static final int BUFFER = 1 << 14;

  private final MessageDigest sha = sha256();
  private final byte[] waiting = new byte[BUFFER];
  private int used;

  private PlanDigest() {}

  /** The digest in 64 hexadecimal digits. Takes one pass over all vertices of grids. */
  public static String of(Plan plan) {
    PlanDigest digest = new PlanDigest();
    digest.add(plan);
    digest.flush();
    return HexFormat.of().formatHex(digest.sha.digest());
  }

  private void add(Plan plan) {
    text(plan.theme().id());
    text(plan.theme().title());
    text(plan.theme().codes().id());
    for (Level level : plan.theme().levels()) {
      text(level.name());
      number(plan.units(level.depth()).size());
      plan.units(level.depth()).forEach(this::add);
    }
    for (Unit grid : plan.grids()) {
      grid.drawnArea().forEachRing(this::add);
      number(-1);
    }
  }

  private void add(Unit unit) {
    text(unit.code());
    text(unit.parent().orElse(""));
    text(unit.name());
    text(GwlTexts.languages(unit));
  }

  private void add(LatticeRing ring) {
    number(ring.size());
    for (int i = 0; i < ring.size(); i++) {
      number(ring.x(i));
      number(ring.y(i));
    }
  }

  private void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    number(bytes.length);
    flush();
    sha.update(bytes);
  }

  private void number(int value) {
    if (used == BUFFER) {
      flush();
    }
    for (int i = 0; i < Integer.BYTES; i++) {
      waiting[used++] = (byte) (value >>> (8 * i));
    }
  }

  private void flush() {
    sha.update(waiting, 0, used);
    used = 0;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException every) {
      throw new IllegalStateException("every Java has SHA-256", every);
    }
  }
}
