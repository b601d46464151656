package org.gridwright.data.model;

/**
 * What a revision of a draft says about itself.
 *
 * @param kind the edit's type, such as {@code split}
 * @param edit the edit value as JSON, as it was asked for; {@code {}} where there is none
 * @param author whose edit it is
 * @param reason why, in the author's words; may be empty
 */
public record RevisionNote(String kind, String edit, Actor author, String reason) {

  public RevisionNote {
    if (kind.isBlank()) {
      throw new IllegalArgumentException("a revision needs a kind");
    }
  }
}
