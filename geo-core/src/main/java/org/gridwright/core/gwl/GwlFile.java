package org.gridwright.core.gwl;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file of plans of one theme, open to be asked. Reads little until it is; keeps the blocks that
 * single look-ups have read. Safe for any thread.
 */
public final class GwlFile {

  private final List<GwlPlan> plans;

  private GwlFile(List<GwlPlan> plans) {
    this.plans = List.copyOf(plans);
  }

  /**
   * Opens a file: reads its head, footer, checksums and directory.
   *
   * @throws GwlException when it is no whole, undamaged file of this version
   */
  public static GwlFile of(GwlSource source) {
    GwlFooter footer = GwlFooter.of(source);
    CheckedBlocks blocks = new CheckedBlocks(source, footer);
    Map<GwlPlan.SectionKey, GwlSection> sections = new HashMap<>();
    for (int i = 0; i < footer.entries(); i++) {
      long entry = footer.directory() + (long) i * GwlFormat.ENTRY;
      GwlPlan.SectionKey key =
          new GwlPlan.SectionKey(
              blocks.intAt(entry), blocks.intAt(entry + 4), blocks.intAt(entry + 8));
      sections.put(key, GwlSection.of(blocks, entry, footer.directory()));
    }
    List<GwlPlan> plans = new ArrayList<>();
    for (int plan = 0; plan < footer.plans(); plan++) {
      plans.add(new GwlPlan(sections, plan));
    }
    if (plans.isEmpty()) {
      throw GwlException.of("gwl.malformed", "directory");
    }
    return new GwlFile(plans);
  }

  /** Its plans, by the day from which they are in force; at least one. */
  public List<GwlPlan> plans() {
    return plans;
  }

  /** The plan in force on a day. */
  public Optional<GwlPlan> inForce(LocalDate day) {
    return plans.stream().filter(plan -> plan.days().contain(day)).findFirst();
  }
}
