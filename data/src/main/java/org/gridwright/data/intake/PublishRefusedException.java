package org.gridwright.data.intake;

import java.util.List;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.message.Message;
import org.gridwright.core.message.Told;
import org.gridwright.data.message.DataMessages;

/** A plan was not published because of blocking findings; the store is as it was before. */
public final class PublishRefusedException extends RuntimeException implements Told {

  private static final long serialVersionUID = 1L;

  private final Message told;
  private final transient List<Finding> findings;

  /**
   * @param findings all of them
   */
  public PublishRefusedException(String theme, long blocking, List<Finding> findings) {
    this(DataMessages.of("intake.publish-refused", theme, blocking), findings);
  }

  private PublishRefusedException(Message told, List<Finding> findings) {
    super(told.toString());
    this.told = told;
    this.findings = List.copyOf(findings);
  }

  @Override
  public Message told() {
    return told;
  }

  /** All findings, warnings included. */
  public List<Finding> findings() {
    return findings;
  }
}
