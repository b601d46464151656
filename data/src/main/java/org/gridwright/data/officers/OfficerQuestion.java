package org.gridwright.data.officers;

import java.util.List;
import java.util.stream.Stream;
import org.gridwright.data.model.OfficerChoice;
import org.gridwright.data.model.RosterEntry;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an officer whose grid a draft moves to others, in whole or in part.
 *
 * @param entry as it is in the roster
 * @param code under which the grid goes on in the draft; null where it does not
 * @param addresses that the grid had
 * @param parts where they are in the draft, most first; empty where the grid had none
 * @param made what was chosen; null for nothing yet
 * @param outdated whether officer or grid changed since that was chosen
 * @param basis stands for all that a choice is made upon
 */
public record OfficerQuestion(
    RosterEntry entry,
    @Nullable String code,
    long addresses,
    List<Part> parts,
    @Nullable OfficerChoice made,
    boolean outdated,
    String basis) {

  /** A grid of the draft, and how many of the addresses are in it. */
  public record Part(String grid, long addresses) {}

  public OfficerQuestion {
    parts = List.copyOf(parts);
  }

  /** What holds: what was chosen, or else that the officer stays where the grid does. */
  public OfficerChoice choice() {
    if (made != null && !outdated) {
      return made;
    }
    return code == null ? OfficerChoice.LARGER : OfficerChoice.KEEP;
  }

  /** Addresses that are not in the grid any more. */
  public long moved() {
    return addresses
        - parts.stream().filter(part -> part.grid().equals(code)).mapToLong(Part::addresses).sum();
  }

  /** The grids that the officer answers for once the draft is published. */
  public List<String> grids() {
    Stream<String> larger = parts.stream().map(Part::grid).limit(1);
    Stream<String> other =
        parts.stream().map(Part::grid).filter(grid -> !grid.equals(code)).limit(1);
    return switch (choice()) {
      case KEEP -> code == null ? larger.toList() : List.of(code);
      case LARGER -> parts.isEmpty() ? Stream.ofNullable(code).toList() : larger.toList();
      case BOTH -> Stream.concat(Stream.ofNullable(code), other).toList();
      case NOBODY -> List.of();
    };
  }
}
