package org.gridwright.data.draft;

import java.util.List;
import org.gridwright.core.message.Message;
import org.gridwright.core.message.Told;
import org.gridwright.core.message.UnitCodes;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.message.DataMessages;

/** Two changes touch the same units; the later one is not made. */
public final class ConflictException extends RuntimeException implements Told {

  private static final long serialVersionUID = 1L;

  private static final int SHOWN = 8;

  private final Message told;
  private final transient List<String> codes;
  private final transient List<Unit> mine;
  private final transient List<Unit> theirs;
  private final long version;

  /**
   * @param codes the units that both touch
   * @param mine these units as the refused change would have them; without those it removes
   * @param theirs these units as they are now; without those that are gone
   * @param version of the draft now
   */
  ConflictException(List<String> codes, List<Unit> mine, List<Unit> theirs, long version) {
    this("draft.conflict", codes, mine, theirs, version);
  }

  /** As above, worded by a message of the catalogue that takes the codes. */
  ConflictException(
      String key, List<String> codes, List<Unit> mine, List<Unit> theirs, long version) {
    this(DataMessages.of(key, UnitCodes.first(codes, SHOWN)), codes, mine, theirs, version);
  }

  private ConflictException(
      Message told, List<String> codes, List<Unit> mine, List<Unit> theirs, long version) {
    super(told.toString());
    this.told = told;
    this.codes = List.copyOf(codes);
    this.mine = List.copyOf(mine);
    this.theirs = List.copyOf(theirs);
    this.version = version;
  }

  /** Codes of the units that both touch. */
  public List<String> codes() {
    return codes;
  }

  /** These units as the refused change would have them. */
  public List<Unit> mine() {
    return mine;
  }

  /** These units as they are now. */
  public List<Unit> theirs() {
    return theirs;
  }

  /** The version of the draft now. */
  public long version() {
    return version;
  }

  @Override
  public Message told() {
    return told;
  }
}
