package org.gridwright.api.http.drafts;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.gridwright.api.http.body.Members;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.edit.AddUnitEdit;
import org.gridwright.core.edit.BatchEdit;
import org.gridwright.core.edit.ChangeParentEdit;
import org.gridwright.core.edit.CutOutEdit;
import org.gridwright.core.edit.DeclareVoidEdit;
import org.gridwright.core.edit.DropVoidEdit;
import org.gridwright.core.edit.Edit;
import org.gridwright.core.edit.Heir;
import org.gridwright.core.edit.Keeper;
import org.gridwright.core.edit.MergeEdit;
import org.gridwright.core.edit.RecodeEdit;
import org.gridwright.core.edit.RemoveVertexEdit;
import org.gridwright.core.edit.RenameEdit;
import org.gridwright.core.edit.RenumberEdit;
import org.gridwright.core.edit.RetireEdit;
import org.gridwright.core.edit.SetAttributesEdit;
import org.gridwright.core.edit.SplitEdit;
import org.gridwright.core.edit.TransferBlocksEdit;
import org.gridwright.core.edit.TransferEdit;
import org.gridwright.core.edit.TransferPlacesEdit;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.DeclaredVoid;
import org.jspecify.annotations.Nullable;

/**
 * The types of edit values in JSON. Each says in one place how its members are read; what a type
 * does not read is a 400.
 */
enum EditType {
  SPLIT((edit, draft) -> split(edit)),
  MERGE((edit, draft) -> merge(edit)),
  RESHAPE((edit, draft) -> BorderEdits.reshape(edit)),
  MOVE_VERTEX((edit, draft) -> BorderEdits.moveVertex(edit)),
  ADD_VERTEX((edit, draft) -> BorderEdits.addVertex(edit)),
  REMOVE_VERTEX((edit, draft) -> new RemoveVertexEdit(edit.position("at"))),
  EVEN_BORDER((edit, draft) -> BorderEdits.even(edit)),
  SIMPLIFY_BORDERS(BorderEdits::simplify),
  TRANSFER((edit, draft) -> transfer(edit)),
  ADD_UNIT((edit, draft) -> addUnit(edit)),
  RETIRE((edit, draft) -> new RetireEdit(edit.text("unit", EditType.MAX_CODE), heir(edit))),
  RENAME(EditType::rename),
  RECODE(EditType::recode),
  RENUMBER(EditType::renumber),
  CHANGE_PARENT(EditType::changeParent),
  ATTRIBUTES(EditType::attributes),
  DECLARE_VOID(EditType::declareVoid),
  DROP_VOID((edit, draft) -> new DropVoidEdit(edit.text("name", EditType.MAX_CODE))),
  BATCH(EditType::batch);

  /** Greatest length of a code or an id. */
  static final int MAX_CODE = 128;

  /** Most edits of one batch. */
  static final int MOST_EDITS = 1000;

  /** Most units that one edit names. */
  static final int MOST_UNITS = 10_000;

  private static final int MAX_NAME = 200;
  private static final int MAX_VALUE = 1000;

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final BiFunction<Members, EditReader, Edit> reader;

  EditType(BiFunction<Members, EditReader, Edit> reader) {
    this.reader = reader;
  }

  /** The word in JSON, such as {@code move-vertex}; the kind of the edits that are read. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static List<String> ids() {
    return Stream.of(values()).map(EditType::id).toList();
  }

  static EditType of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /**
   * @param draft the reader that asks, which knows what the draft has
   */
  Edit read(Members edit, EditReader draft) {
    return reader.apply(edit, draft);
  }

  private static Edit split(Members edit) {
    String unit = edit.text("unit", MAX_CODE);
    Keeper keeper = keeper(edit);
    List<String> codes = edit.optionalTexts("codes", 0, MOST_UNITS, MAX_CODE).orElse(List.of());
    if (edit.has("polygon") == edit.has("line")) {
      throw edit.bad("line", ApiMessages.of("http.edit-line-or-polygon", edit.at("line")));
    }
    if (edit.has("line")) {
      return new SplitEdit(unit, edit.line("line"), keeper, codes);
    }
    if (codes.size() > 1) {
      throw edit.bad("codes", ApiMessages.of("http.member-list", edit.at("codes"), 0, 1));
    }
    return new CutOutEdit(
        unit, edit.area("polygon"), keeper, codes.isEmpty() ? null : codes.get(0));
  }

  private static Keeper keeper(Members edit) {
    if (edit.isList("keeps")) {
      return new Keeper.At(edit.position("keeps"));
    }
    List<String> rules =
        Stream.of(Keeper.By.values()).map(rule -> rule.name().toLowerCase(Locale.ROOT)).toList();
    return edit.optionalWord("keeps", rules)
        .map(rule -> Keeper.By.valueOf(rule.toUpperCase(Locale.ROOT)))
        .orElse(Keeper.By.LARGEST);
  }

  private static Edit merge(Members edit) {
    return new MergeEdit(
        edit.texts("units", 2, MOST_UNITS, MAX_CODE),
        edit.optionalText("into", MAX_CODE).orElse(null),
        edit.flag("multipart"));
  }

  /** What changes hands is an area, addresses whose places have been looked up, or blocks. */
  @SuppressWarnings("ShortCircuitBoolean") // asking for a member makes it known
  private static Edit transfer(Members edit) {
    List<String> from = edit.optionalTexts("from", 1, MOST_UNITS, MAX_CODE).orElse(List.of());
    String to = edit.has("area") ? null : receiver(edit, "to");
    boolean multipart = edit.flag("multipart");
    boolean byAddress = edit.has(AddressPlaces.IDS) | edit.has(AddressPlaces.PLACES);
    if (Stream.of(edit.has("area"), byAddress, edit.has("blocks")).filter(it -> it).count() != 1) {
      throw edit.bad("area", ApiMessages.of("http.edit-transfer-what", edit.at("area")));
    }
    if (byAddress) {
      edit.optionalTexts(AddressPlaces.IDS, 1, AddressPlaces.MOST, AddressPlaces.MAX_ID);
      return new TransferPlacesEdit(
          from,
          to,
          edit.positions(AddressPlaces.PLACES),
          edit.has(AddressPlaces.OTHERS) ? edit.positions(AddressPlaces.OTHERS) : List.of(),
          multipart);
    }
    if (edit.has("blocks")) {
      return new TransferBlocksEdit(
          from, to, edit.positions("blocks"), edit.lines("lines"), multipart);
    }
    return new TransferEdit(from, edit.text("to", MAX_CODE), edit.area("area"), multipart);
  }

  /** Who gets something; null where that is a new unit. */
  private static @Nullable String receiver(Members edit, String name) {
    if (edit.flag("toNew") == edit.has(name)) {
      throw edit.bad(name, ApiMessages.of("http.edit-to-or-new", edit.at(name)));
    }
    return edit.optionalText(name, MAX_CODE).orElse(null);
  }

  private static Edit addUnit(Members edit) {
    return new AddUnitEdit(
        edit.optionalText("code", MAX_CODE).orElse(null),
        edit.optionalText("parent", MAX_CODE).orElse(null),
        edit.optionalText("name", MAX_NAME).orElse(null),
        edit.area("area"));
  }

  private static Heir heir(Members edit) {
    String into = edit.optionalText("into", MAX_CODE).orElse("longest-border");
    return switch (into) {
      case "longest-border" -> Heir.By.LONGEST_BORDER;
      case "nearest-border" -> Heir.By.NEAREST_BORDER;
      default -> new Heir.Named(into);
    };
  }

  private static Edit rename(Members edit, EditReader draft) {
    return new RenameEdit(
        draft.depth(edit),
        edit.text("unit", MAX_CODE),
        edit.text("name", MAX_NAME),
        edit.has("names") ? texts(edit, "names", MAX_NAME) : Map.of());
  }

  private static Edit recode(Members edit, EditReader draft) {
    return new RecodeEdit(
        draft.depth(edit), edit.text("unit", MAX_CODE), edit.text("code", MAX_CODE));
  }

  private static Edit renumber(Members edit, EditReader draft) {
    int depth = draft.depth(edit);
    if (depth == 0) {
      throw edit.bad("level", ApiMessages.of("http.edit-level-top", edit.at("level")));
    }
    return new RenumberEdit(depth - 1, edit.text("parent", MAX_CODE));
  }

  private static Edit changeParent(Members edit, EditReader draft) {
    int depth = draft.depth(edit);
    List<String> units = edit.texts(edit.has("units") ? "units" : "unit", 1, MOST_UNITS, MAX_CODE);
    boolean multipart = edit.flag("multipart");
    return new ChangeParentEdit(depth, units, receiver(edit, "parent"), multipart);
  }

  private static Edit attributes(Members edit, EditReader draft) {
    return new SetAttributesEdit(
        draft.depth(edit),
        edit.text("unit", MAX_CODE),
        texts(edit, "attributes", MAX_VALUE),
        edit.has("counted") ? edit.date("counted") : LocalDate.now(ZoneId.systemDefault()));
  }

  /** Texts by key, where null stands for none: blank in an edit value. */
  private static Map<String, String> texts(Members edit, String name, int maxLength) {
    Map<String, String> texts = new LinkedHashMap<>();
    edit.textsByKey(name, 100, maxLength)
        .forEach((key, value) -> texts.put(key, value == null ? "" : value));
    return texts;
  }

  private static Edit declareVoid(Members edit, EditReader draft) {
    String name = edit.text("name", MAX_CODE);
    List<String> kinds = Stream.of(DeclaredVoid.Kind.values()).map(DeclaredVoid.Kind::id).toList();
    String kind = edit.optionalWord("kind", kinds).orElseThrow(() -> edit.missing("kind"));
    if (edit.has("area") == edit.has("finding")) {
      throw edit.bad("area", ApiMessages.of("http.edit-area-or-finding", edit.at("area")));
    }
    LatticeMultiPolygon area = edit.has("area") ? edit.area("area") : draft.gap(edit);
    return new DeclareVoidEdit(
        new DeclaredVoid(name, DeclaredVoid.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), area));
  }

  private static Edit batch(Members batch, EditReader draft) {
    List<Edit> edits = new ArrayList<>();
    for (Members each : batch.objects("edits", MOST_EDITS)) {
      if (each.optionalWord("type", ids()).filter(BATCH.id()::equals).isPresent()) {
        throw each.bad("type", ApiMessages.of("http.edit-batch-in-batch"));
      }
      edits.add(draft.read(each));
    }
    return new BatchEdit(edits);
  }
}
