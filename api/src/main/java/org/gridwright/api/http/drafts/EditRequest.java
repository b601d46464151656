package org.gridwright.api.http.drafts;

import java.util.Optional;
import org.gridwright.api.http.Json;
import org.gridwright.api.http.body.Members;
import org.gridwright.core.edit.Edit;
import org.gridwright.data.draft.DraftChoices;
import org.gridwright.data.draft.DraftState;
import org.gridwright.data.draft.PlanEdit;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.RevisionNote;
import tools.jackson.databind.JsonNode;

/**
 * An edit as it was asked for.
 *
 * @param id what the client calls it
 * @param json the whole request, for the history, with the places of addresses that it names
 */
record EditRequest(Edit value, Optional<String> id, String reason, String json) {

  /**
   * @throws org.gridwright.data.draft.ChangeRefusedException where addresses can not be looked up
   */
  static EditRequest parse(JsonNode body, DraftState draft, DraftChoices choices) {
    JsonNode resolved = new AddressPlaces(draft, choices).in(body);
    Members members = Members.of(resolved);
    Optional<String> id = members.optionalText(EditId.MEMBER, EditId.MAX_LENGTH);
    String reason = members.optionalLines("reason", DraftRequest.MAX_TEXT).orElse("");
    Edit value = new EditReader(draft.plan().theme(), draft::findings).read(members);
    return new EditRequest(value, id, reason, Json.MAPPER.writeValueAsString(resolved));
  }

  String kind() {
    return value.kind();
  }

  RevisionNote note(Actor author) {
    return new RevisionNote(kind(), json, author, reason);
  }

  /** Whether it is made as a job. */
  boolean isLong(DraftState draft) {
    return value.isLong(draft.plan());
  }

  /** The edit as the desk makes it. */
  PlanEdit edit() {
    return PlanEdit.of(value);
  }
}
