package org.gridwright.api.http.drafts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.body.Members;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.edit.Edit;
import org.gridwright.core.edit.Heir;
import org.gridwright.core.edit.Keeper;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.DeclaredVoid;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.draft.DraftState;

/** Reads edit values from JSON. What is no edit is a 400 that names the member by its path. */
final class EditReader {

  private static final List<String> TYPES =
      List.of(
          "split",
          "merge",
          "reshape",
          "move-vertex",
          "add-vertex",
          "remove-vertex",
          "transfer",
          "add-unit",
          "retire",
          "rename",
          "recode",
          "renumber",
          "change-parent",
          "attributes",
          "declare-void",
          "drop-void",
          "batch");

  private static final int MAX_CODE = 128;
  private static final int MAX_NAME = 200;
  private static final int MAX_VALUE = 1000;
  private static final int MOST_UNITS = 10_000;
  static final int MOST_EDITS = 1000;

  private final DraftState draft;
  private final Theme theme;

  /**
   * @param draft whose levels and findings the edits may name
   */
  EditReader(DraftState draft) {
    this.draft = draft;
    this.theme = draft.plan().theme();
  }

  /** The edit that an object describes; members of the whole request have been read before. */
  Edit read(Members edit) {
    String type = edit.optionalWord("type", TYPES).orElseThrow(() -> edit.missing("type"));
    Edit read =
        switch (type) {
          case "batch" -> batch(edit);
          case "declare-void", "drop-void" -> ofVoids(type, edit);
          case "rename", "recode", "renumber", "change-parent", "attributes" -> label(type, edit);
          case "move-vertex", "add-vertex", "remove-vertex" -> ofVertices(type, edit);
          default -> ofGrids(type, edit);
        };
    edit.nothingElse();
    return read;
  }

  private Edit batch(Members batch) {
    List<Edit> edits = new ArrayList<>();
    for (Members each : batch.objects("edits", MOST_EDITS)) {
      if (each.optionalWord("type", TYPES).filter("batch"::equals).isPresent()) {
        throw each.bad("type", ApiMessages.of("http.edit-batch-in-batch"));
      }
      edits.add(read(each));
    }
    return new Edit.Batch(edits);
  }

  private static Edit ofGrids(String type, Members edit) {
    return switch (type) {
      case "split" -> split(edit);
      case "merge" ->
          new Edit.Merge(
              edit.texts("units", 2, MOST_UNITS, MAX_CODE),
              edit.optionalText("into", MAX_CODE).orElse(null),
              edit.flag("multipart"));
      case "reshape" -> {
        List<String> units = edit.texts("units", 2, 2, MAX_CODE);
        yield new Edit.Reshape(units.get(0), units.get(1), edit.line("line"));
      }
      case "transfer" -> transfer(edit);
      case "add-unit" ->
          new Edit.AddUnit(
              edit.optionalText("code", MAX_CODE).orElse(null),
              edit.optionalText("parent", MAX_CODE).orElse(null),
              edit.optionalText("name", MAX_NAME).orElse(null),
              edit.area("area"));
      case "retire" -> new Edit.Retire(edit.text("unit", MAX_CODE), heir(edit));
      default -> throw new IllegalStateException(type);
    };
  }

  private static Edit split(Members edit) {
    String unit = edit.text("unit", MAX_CODE);
    Keeper keeper = keeper(edit);
    List<String> codes = edit.optionalTexts("codes", 0, MOST_UNITS, MAX_CODE).orElse(List.of());
    if (edit.has("polygon") == edit.has("line")) {
      throw edit.bad("line", ApiMessages.of("http.edit-line-or-polygon", edit.at("line")));
    }
    if (edit.has("line")) {
      return new Edit.Split(unit, edit.line("line"), keeper, codes);
    }
    if (codes.size() > 1) {
      throw edit.bad("codes", ApiMessages.of("http.member-list", edit.at("codes"), 0, 1));
    }
    return new Edit.CutOut(
        unit, edit.area("polygon"), keeper, codes.isEmpty() ? null : codes.get(0));
  }

  /** What changes hands is an area, addresses whose places have been looked up, or blocks. */
  private static Edit transfer(Members edit) {
    List<String> from = edit.optionalTexts("from", 1, MOST_UNITS, MAX_CODE).orElse(List.of());
    String to = edit.text("to", MAX_CODE);
    boolean multipart = edit.flag("multipart");
    boolean byAddress = edit.has(AddressPlaces.IDS) | edit.has(AddressPlaces.PLACES);
    if (Stream.of(edit.has("area"), byAddress, edit.has("blocks")).filter(it -> it).count() != 1) {
      throw edit.bad("area", ApiMessages.of("http.edit-transfer-what", edit.at("area")));
    }
    if (byAddress) {
      edit.optionalTexts(AddressPlaces.IDS, 1, AddressPlaces.MOST, AddressPlaces.MAX_ID);
      return new Edit.TransferPlaces(
          from,
          to,
          edit.positions(AddressPlaces.PLACES),
          edit.has(AddressPlaces.OTHERS) ? edit.positions(AddressPlaces.OTHERS) : List.of(),
          multipart);
    }
    if (edit.has("blocks")) {
      return new Edit.TransferBlocks(
          from, to, edit.positions("blocks"), edit.lines("lines"), multipart);
    }
    return new Edit.Transfer(from, to, edit.area("area"), multipart);
  }

  private static Edit ofVertices(String type, Members edit) {
    return switch (type) {
      case "move-vertex" -> new Edit.MoveVertex(edit.position("from"), edit.position("to"));
      case "add-vertex" -> {
        List<LatticePoint> edge = edit.edge("on");
        yield new Edit.AddVertex(edit.position("at"), edge.get(0), edge.get(1));
      }
      default -> new Edit.RemoveVertex(edit.position("at"));
    };
  }

  private Edit label(String type, Members edit) {
    int depth = depth(edit);
    if (type.equals("renumber")) {
      if (depth == 0) {
        throw edit.bad("level", ApiMessages.of("http.edit-level-top", edit.at("level")));
      }
      return new Edit.Renumber(depth - 1, edit.text("parent", MAX_CODE));
    }
    String unit = edit.text("unit", MAX_CODE);
    return switch (type) {
      case "rename" ->
          new Edit.Rename(
              depth,
              unit,
              edit.text("name", MAX_NAME),
              edit.has("names") ? texts(edit, "names", MAX_NAME) : Map.of());
      case "recode" -> new Edit.Recode(depth, unit, edit.text("code", MAX_CODE));
      case "change-parent" -> new Edit.ChangeParent(depth, unit, edit.text("parent", MAX_CODE));
      default -> new Edit.SetAttributes(depth, unit, texts(edit, "attributes", MAX_VALUE));
    };
  }

  private Edit ofVoids(String type, Members edit) {
    String name = edit.text("name", MAX_CODE);
    if (type.equals("drop-void")) {
      return new Edit.DropVoid(name);
    }
    List<String> kinds = Stream.of(DeclaredVoid.Kind.values()).map(DeclaredVoid.Kind::id).toList();
    String kind = edit.optionalWord("kind", kinds).orElseThrow(() -> edit.missing("kind"));
    if (edit.has("area") == edit.has("finding")) {
      throw edit.bad("area", ApiMessages.of("http.edit-area-or-finding", edit.at("area")));
    }
    LatticeMultiPolygon area = edit.has("area") ? edit.area("area") : gap(edit);
    return new Edit.DeclareVoid(
        new DeclaredVoid(name, DeclaredVoid.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), area));
  }

  /** The place of a gap that the draft has. */
  private LatticeMultiPolygon gap(Members edit) {
    String id = edit.text("finding", MAX_CODE);
    Finding gap =
        draft.findings().stream()
            .filter(finding -> finding.id().equals(id))
            .filter(finding -> finding.areaSquareMetres() > 0)
            .findFirst()
            .orElseThrow(
                () ->
                    ProblemException.refused(
                            edit.at("finding"), ApiMessages.of("http.no-finding", id))
                        .with("reason", "finding-unknown"));
    return LatticeJts.fromDegrees(gap.place());
  }

  private int depth(Members edit) {
    Optional<String> name =
        edit.optionalWord("level", theme.levels().stream().map(Level::name).toList());
    return name.flatMap(theme::level).orElse(theme.gridLevel()).depth();
  }

  private static Keeper keeper(Members edit) {
    if (edit.isList("keeps")) {
      return new Keeper.At(edit.position("keeps"));
    }
    List<String> rules =
        Stream.of(Keeper.Rule.values()).map(rule -> rule.name().toLowerCase(Locale.ROOT)).toList();
    return edit.optionalWord("keeps", rules)
        .map(rule -> Keeper.Rule.valueOf(rule.toUpperCase(Locale.ROOT)))
        .orElse(Keeper.Rule.LARGEST);
  }

  private static Heir heir(Members edit) {
    String into = edit.optionalText("into", MAX_CODE).orElse("longest-border");
    return switch (into) {
      case "longest-border" -> Heir.Rule.LONGEST_BORDER;
      case "nearest-border" -> Heir.Rule.NEAREST_BORDER;
      default -> new Heir.Named(into);
    };
  }

  /** Texts by key, where null stands for none: blank in an edit value. */
  private static Map<String, String> texts(Members edit, String name, int maxLength) {
    Map<String, String> texts = new LinkedHashMap<>();
    edit.textsByKey(name, 100, maxLength)
        .forEach((key, value) -> texts.put(key, value == null ? "" : value));
    return texts;
  }
}
