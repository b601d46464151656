package org.gridwright.data.draft;

import java.util.List;
import org.gridwright.core.message.Message;
import org.gridwright.core.message.Told;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.officers.OfficerQuestion;

/**
 * A draft was not published, because officers or grids changed since it was chosen what becomes of
 * them; the store is as it was before. Choose again.
 */
public final class OfficersAskedException extends RuntimeException implements Told {

  private static final long serialVersionUID = 1L;

  private final Message told;
  private final transient List<OfficerQuestion> questions;

  OfficersAskedException(long draft, List<OfficerQuestion> questions) {
    this(
        DataMessages.of(
            "draft.officers-changed",
            draft,
            String.join(
                ", ",
                questions.stream().map(each -> each.entry().officer().name()).distinct().toList())),
        questions);
  }

  private OfficersAskedException(Message told, List<OfficerQuestion> questions) {
    super(told.toString());
    this.told = told;
    this.questions = List.copyOf(questions);
  }

  @Override
  public Message told() {
    return told;
  }

  /** Those that have to be answered again. */
  public List<OfficerQuestion> questions() {
    return questions;
  }
}
