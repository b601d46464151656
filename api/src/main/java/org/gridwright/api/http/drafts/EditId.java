package org.gridwright.api.http.drafts;

import java.util.Optional;
import org.gridwright.api.http.Json;
import org.gridwright.data.model.RevisionNote;
import tools.jackson.databind.JsonNode;

/** What a client called an edit, so that it can send it again without making it twice. */
final class EditId {

  /** Greatest length in characters. */
  static final int MAX_LENGTH = 64;

  /** The member of the edit's JSON, which is stored with the revision. */
  static final String MEMBER = "id";

  private EditId() {}

  static Optional<String> of(RevisionNote note) {
    if (!note.edit().contains("\"" + MEMBER + "\"")) {
      return Optional.empty();
    }
    JsonNode id = Json.MAPPER.readTree(note.edit()).get(MEMBER);
    return id != null && id.isString() ? Optional.of(id.stringValue()) : Optional.empty();
  }
}
