package org.gridwright.api.http;

import static java.util.Map.entry;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Set;
import org.gridwright.api.http.contract.Operation;

/**
 * A request for an operation in which nothing is wrong.
 *
 * @param body with double quotes; empty for none
 */
record SoundRequest(String method, String path, String type, String body) {

  private static final String PLANS = "?from=plan:1&to=plan:2";

  private static final Map<String, String> QUERIES =
      Map.ofEntries(
          entry("compare", PLANS),
          entry("compareChanges", PLANS),
          entry("compareMoves", PLANS),
          entry("comparePlaces", PLANS),
          entry("crosswalk", PLANS),
          entry("locate", "?lon=10.0005&lat=50.0015"),
          entry("listNearestAddresses", "?near=10.0005,50.0015"),
          entry("searchAddresses", "?q=rue"),
          entry("sizeOfLayer", "?format=csv"),
          entry("takeLayerAway", "?format=csv"),
          entry("countIncidents", "?level=grid"));

  private static final Map<String, String> BODIES =
      Map.ofEntries(
          entry("createDraft", "{}"),
          entry("describeDraft", "{'name':'North'}"),
          entry("acceptFinding", "{'reason':'as surveyed'}"),
          entry("publishDraft", "{'effective':'2025-07-01'}"),
          entry("changeFacts", "{'facts':[{'attribute':'jobs','kind':'extensive'}]}"),
          entry("changeRules", "{'rules':[]}"),
          entry("editDraft", "{'type':'rename','unit':'A','name':'Alpha'}"),
          entry("listBlocks", "{'units':['C'],'lines':" + DraftCalls.CUT + "}"),
          entry("repairDraft", "{'apply':true}"),
          entry("redrawDraft", "{'method':'divide','units':['C'],'into':2,'apply':true}"),
          entry(
              "reportIncident",
              "{'lon':10.0005,'lat':50.0015,'category':'noise','occurred':'2025-03-01T08:00:00'}"),
          entry("chooseOfficer", "{'choice':'keep'}"),
          entry("putOfficer", "{'name':'Li Wei'}"),
          entry("assignOfficer", "{'officer':'o1','grid':'B'}"),
          entry("changeAssignment", "{'officer':'o1','grid':'A','role':'full-time'}"),
          entry("importAssignments", "grid,district\r\nA,S\r\n"),
          entry("importRoster", "id,name\r\no1,Li Wei\r\n"),
          entry("createUpload", "id,name\r\n1,Ann\r\n"),
          entry("askHotspots", "{}"),
          entry("beginImport", "{'officers':{}}"),
          entry("locateMany", "lon,lat\r\n10,50\r\n"));

  private static final Set<String> IN_CSV =
      Set.of("locateMany", "importAssignments", "importRoster");

  /** For the city of {@link SmallCity}, and a draft in it. */
  static SoundRequest of(Operation operation, long draft) {
    String path =
        operation
            .path()
            .replace("drafts/{id}", "drafts/" + draft)
            .replace("plans/{id}", "plans/1")
            .replace("addresses/{id}", "addresses/1")
            .replace("incidents/{id}", "incidents/i1")
            .replace("officers/{id}", "officers/o1")
            .replace("assignments/{id}", "assignments/1")
            .replace("uploads/{id}", "uploads/00000000000000000000000000000000")
            .replace("exports/{id}", "exports/00000000000000000000000000000000")
            .replace("hotspots/{id}", "hotspots/0123456789abcdef01234567")
            .replace("{position}", "1")
            .replace("{assignment}", "1")
            .replace("{edit}", "e1")
            .replace("{finding}", "overlap-1")
            .replace("{theme}/{level}/{code}", "beats/grid/A")
            .replace("{layer}", "incidents");
    return new SoundRequest(
        operation.method(),
        path
            + (operation.id().equals("listUnits") ? "?draft=" + draft : "")
            + QUERIES.getOrDefault(operation.id(), ""),
        IN_CSV.contains(operation.id())
            ? "text/csv"
            : operation.id().equals("createUpload")
                ? "application/octet-stream"
                : "application/json",
        BODIES.getOrDefault(operation.id(), "").replace('\'', '"'));
  }

  /** With one more query parameter. */
  SoundRequest and(String parameter) {
    return at(path + (path.contains("?") ? "&" : "?") + parameter);
  }

  SoundRequest at(String otherPath) {
    return new SoundRequest(method, otherPath, type, body);
  }

  SoundRequest saying(String otherType, String otherBody) {
    return new SoundRequest(method, path, otherType, otherBody);
  }

  HttpRequest build(HttpRequest.Builder builder) {
    if (body.isEmpty()) {
      return builder.method(method, BodyPublishers.noBody()).build();
    }
    return builder
        .header("Content-Type", type)
        .method(method, BodyPublishers.ofString(body))
        .build();
  }
}
