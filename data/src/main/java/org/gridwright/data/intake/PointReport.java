package org.gridwright.data.intake;

import java.util.ArrayList;
import java.util.List;
import org.gridwright.core.message.Message;

/**
 * What came of an import of addresses or incidents.
 *
 * @param stored records written
 * @param replaced of these, how many took the place of one with the same id, in the store or
 *     earlier in the file
 * @param skipped records left out because they cannot be used
 * @param firstSkipped the first of these, each with its place and what is wrong with it
 * @param notes what a person should look at, such as places that look shifted
 */
public record PointReport(
    long stored, long replaced, long skipped, List<Message> firstSkipped, List<Message> notes) {

  public PointReport {
    notes = List.copyOf(notes);
    firstSkipped = List.copyOf(firstSkipped);
  }

  /** The same with more notes. */
  PointReport with(List<Message> more) {
    List<Message> all = new ArrayList<>(notes);
    all.addAll(more);
    return new PointReport(stored, replaced, skipped, firstSkipped, all);
  }
}
