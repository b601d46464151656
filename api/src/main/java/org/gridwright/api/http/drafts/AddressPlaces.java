package org.gridwright.api.http.drafts;

import java.util.List;
import org.gridwright.api.http.body.Members;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.draft.DraftChoices;
import org.gridwright.data.draft.DraftState;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts the places of addresses into edits that name them by id: those of the chosen ones, and those
 * of all others in the same grids. An edit so becomes one that can be made again without a store.
 */
final class AddressPlaces {

  static final String IDS = "addresses";
  static final String PLACES = "places";
  static final String OTHERS = "others";
  static final int MOST = 10_000;
  static final int MAX_ID = 200;

  private static final String EDITS = "edits";

  private final DraftState draft;
  private final DraftChoices choices;

  AddressPlaces(DraftState draft, DraftChoices choices) {
    this.draft = draft;
    this.choices = choices;
  }

  /**
   * The body with the places of its edit, or of the edits of its batch, as far as they are missing.
   *
   * @param body an object
   */
  JsonNode in(JsonNode body) {
    ObjectNode complete = (ObjectNode) body.deepCopy();
    Members members = Members.of(complete);
    if (!members.isList(EDITS) || complete.get(EDITS).isEmpty()) {
      complete(complete, members);
      return complete;
    }
    List<Members> edits = members.objects(EDITS, EditType.MOST_EDITS);
    for (int i = 0; i < edits.size(); i++) {
      complete((ObjectNode) complete.get(EDITS).get(i), edits.get(i));
    }
    return complete;
  }

  private void complete(ObjectNode edit, Members members) {
    boolean transfer = edit.path("type").asString("").equals(EditType.TRANSFER.id());
    if (transfer && members.has(IDS) && !members.has(PLACES)) {
      DraftChoices.ChosenPlaces places =
          choices.addresses(draft, members.texts(IDS, 1, MOST, MAX_ID));
      write(places.chosen(), edit.putArray(PLACES));
      if (!places.others().isEmpty()) {
        write(places.others(), edit.putArray(OTHERS));
      }
    }
  }

  private static void write(List<LatticePoint> places, ArrayNode into) {
    places.forEach(place -> into.addArray().add(place.lon()).add(place.lat()));
  }
}
