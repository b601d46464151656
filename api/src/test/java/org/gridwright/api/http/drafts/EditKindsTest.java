package org.gridwright.api.http.drafts;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.gridwright.api.http.Json;
import org.gridwright.api.http.body.Members;
import org.gridwright.core.edit.AddUnitEdit;
import org.gridwright.core.edit.AddVertexEdit;
import org.gridwright.core.edit.AssignBlocksEdit;
import org.gridwright.core.edit.AssignParentsEdit;
import org.gridwright.core.edit.BatchEdit;
import org.gridwright.core.edit.ChangeParentEdit;
import org.gridwright.core.edit.CutOutEdit;
import org.gridwright.core.edit.DeclareVoidEdit;
import org.gridwright.core.edit.DropVoidEdit;
import org.gridwright.core.edit.Edit;
import org.gridwright.core.edit.EvenBorderEdit;
import org.gridwright.core.edit.MergeEdit;
import org.gridwright.core.edit.MoveVertexEdit;
import org.gridwright.core.edit.PullBorderEdit;
import org.gridwright.core.edit.RecodeEdit;
import org.gridwright.core.edit.RemoveVertexEdit;
import org.gridwright.core.edit.RenameEdit;
import org.gridwright.core.edit.RenumberEdit;
import org.gridwright.core.edit.ReplaceAreasEdit;
import org.gridwright.core.edit.ReshapeEdit;
import org.gridwright.core.edit.RetireEdit;
import org.gridwright.core.edit.SetAttributesEdit;
import org.gridwright.core.edit.SimplifyBordersEdit;
import org.gridwright.core.edit.SplitEdit;
import org.gridwright.core.edit.TransferBlocksEdit;
import org.gridwright.core.edit.TransferEdit;
import org.gridwright.core.edit.TransferPlacesEdit;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Theme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of edit that the core knows can be sent, is documented, and has a name on the map. */
class EditKindsTest {

  /** Kinds that only the server makes: they put proposals into effect. */
  private static final Set<Class<?>> MADE_HERE =
      Set.of(AssignBlocksEdit.class, AssignParentsEdit.class, ReplaceAreasEdit.class);

  private static final String LINE = "{'type':'LineString','coordinates':[[10,50],[11,51]]}";
  private static final String AREA =
      "{'type':'Polygon','coordinates':[[[10,50],[10.1,50],[10.1,50.1],[10,50]]]}";

  private static final Map<Class<?>, String> EXAMPLES =
      Map.ofEntries(
          Map.entry(SplitEdit.class, "'split','unit':'A','line':LINE,'keeps':'west'"),
          Map.entry(CutOutEdit.class, "'split','unit':'A','polygon':AREA,'codes':['B']"),
          Map.entry(MergeEdit.class, "'merge','units':['A','B']"),
          Map.entry(ReshapeEdit.class, "'reshape','units':['A','B'],'line':LINE"),
          Map.entry(MoveVertexEdit.class, "'move-vertex','from':[10,50],'to':[11,51]"),
          Map.entry(AddVertexEdit.class, "'add-vertex','at':[10,50],'on':[[9,50],[11,50]]"),
          Map.entry(RemoveVertexEdit.class, "'remove-vertex','at':[10,50]"),
          Map.entry(
              PullBorderEdit.class, "'move-vertex','from':[10,50],'to':[11,51],'radiusMetres':80"),
          Map.entry(
              EvenBorderEdit.class, "'even-border','from':[10,50],'to':[11,51],'shape':'smooth'"),
          Map.entry(SimplifyBordersEdit.class, "'simplify-borders','units':['A'],'limitMetres':2"),
          Map.entry(TransferEdit.class, "'transfer','to':'A','area':AREA"),
          Map.entry(TransferPlacesEdit.class, "'transfer','to':'A','places':[[10,50]]"),
          Map.entry(
              TransferBlocksEdit.class, "'transfer','to':'A','blocks':[[10,50]],'lines':LINE"),
          Map.entry(AddUnitEdit.class, "'add-unit','area':AREA"),
          Map.entry(RetireEdit.class, "'retire','unit':'A'"),
          Map.entry(RenameEdit.class, "'rename','unit':'A','name':'x'"),
          Map.entry(RecodeEdit.class, "'recode','unit':'A','code':'B'"),
          Map.entry(RenumberEdit.class, "'renumber','parent':'P'"),
          Map.entry(ChangeParentEdit.class, "'change-parent','unit':'A','parent':'P'"),
          Map.entry(SetAttributesEdit.class, "'attributes','unit':'A','attributes':{'x':'y'}"),
          Map.entry(DeclareVoidEdit.class, "'declare-void','name':'x','kind':'water','area':AREA"),
          Map.entry(DropVoidEdit.class, "'drop-void','name':'x'"),
          Map.entry(BatchEdit.class, "'batch','edits':[{'type':'drop-void','name':'x'}]"));

  static Stream<Class<?>> kinds() {
    return Stream.of(Edit.class.getPermittedSubclasses()).filter(it -> !MADE_HERE.contains(it));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void eachKindIsReadFromJson(Class<?> kind) {
    assertThat(EXAMPLES.keySet()).as("kinds with an example").contains(kind);
    Edit read = read(Objects.requireNonNull(EXAMPLES.get(kind)));
    assertThat(read).isInstanceOf(kind);
    assertThat(EditType.ids()).contains(read.kind());
  }

  @ParameterizedTest
  @EnumSource(EditType.class)
  void eachTypeHasAnExample(EditType type) {
    assertThat(EXAMPLES.values()).anyMatch(it -> it.startsWith("'" + type.id() + "',"));
  }

  @ParameterizedTest
  @EnumSource(EditType.class)
  void eachTypeIsInTheDescriptionOfTheInterface(EditType type) throws IOException {
    assertThat(Files.readString(root().resolve("docs/http-api.md")))
        .contains("\n| `" + type.id() + "` |");
  }

  @ParameterizedTest
  @EnumSource(EditType.class)
  void eachTypeHasANameOnTheMapInBothLanguages(EditType type) throws IOException {
    for (String language : List.of("en", "zh")) {
      assertThat(catalogues(language)).as(language).contains("'edit." + type.id() + "':");
    }
  }

  private static Edit read(String example) {
    String body = "{'type':" + example.replace("LINE", LINE).replace("AREA", AREA) + "}";
    Theme theme =
        new Theme("t", "t", CodeScheme.FREE, List.of(new Level(0, "area"), new Level(1, "grid")));
    return new EditReader(theme, List::of)
        .read(Members.of(Json.MAPPER.readTree(body.replace('\'', '"'))));
  }

  /** All text of the map in a language. */
  private static String catalogues(String language) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(root().resolve("web/src/i18n"))) {
      for (Path file : files.filter(it -> isOf(it, language)).toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  private static boolean isOf(Path file, String language) {
    return file.getFileName().toString().matches(language + "([A-Z].*)?\\.ts");
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("ARCHITECTURE.md"))) {
      folder = requireNonNull(folder.getParent());
    }
    return folder;
  }
}
