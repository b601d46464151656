package org.gridwright.api.http.drafts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridwright.api.http.Json;
import org.gridwright.api.http.body.Members;
import org.gridwright.api.http.body.RepairMembers;
import org.gridwright.core.repair.RepairOptions;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.RevisionNote;
import tools.jackson.databind.JsonNode;

/**
 * The body of {@code POST /api/v1/drafts/{id}/repairs}.
 *
 * @param apply whether to store what would be done
 * @param json the whole request, for the history
 */
record RepairRequest(RepairOptions options, boolean apply, String reason, String json) {

  static RepairRequest parse(JsonNode body) {
    Members members = Members.of(body);
    Optional<List<String>> only =
        members.optionalTexts("only", 0, RepairMembers.MOST_CHOICES, RepairMembers.MAX_ID);
    RepairOptions options = RepairMembers.options(members);
    RepairRequest request =
        new RepairRequest(
            only.map(ids -> options.withOnly(Set.copyOf(ids))).orElse(options),
            members.flag("apply"),
            members.optionalLines("reason", DraftRequest.MAX_TEXT).orElse(""),
            Json.MAPPER.writeValueAsString(body));
    members.nothingElse();
    return request;
  }

  RevisionNote note(Actor author) {
    return new RevisionNote("repair", json, author, reason);
  }
}
