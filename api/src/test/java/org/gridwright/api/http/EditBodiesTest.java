package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.gridwright.api.http.Client.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no edit is a 400 that names the member. */
class EditBodiesTest {

  @TempDir static Path folder;
  private static SmallCity city;
  private static DraftCalls draft;

  @BeforeAll
  static void serve() {
    city = SmallCity.serve(folder);
    draft = DraftCalls.begin(city.client);
  }

  @AfterAll
  static void close() {
    city.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                                     | type
          {'type':'explode'}                                                     | type
          {'type':7}                                                             | type
          {'type':'split','unit':'C'}                                            | line
          {'type':'split','unit':'C','line':LINE,'polygon':AREA}                 | line
          {'type':'split','unit':'C','line':AREA}                                | line
          {'type':'split','unit':'C','line':LINE,'keeps':'biggest'}              | keeps
          {'type':'split','unit':'C','line':LINE,'keeps':[10]}                   | keeps
          {'type':'split','unit':'C','polygon':AREA,'codes':['a','b']}           | codes
          {'type':'split','line':LINE}                                           | unit
          {'type':'merge','units':['A']}                                         | units
          {'type':'merge','units':'A'}                                           | units
          {'type':'merge','units':['A',2]}                                       | units[1]
          {'type':'reshape','units':['A','B','C'],'line':LINE}                   | units
          {'type':'move-vertex','from':[10,50]}                                  | to
          {'type':'move-vertex','from':[10,50],'to':[50,100]}                    | to
          {'type':'move-vertex','from':[10,50],'to':[11,50],'radiusMetres':0}    | radiusMetres
          {'type':'even-border','from':[10,50],'to':[11,50],'shape':'round'}     | shape
          {'type':'simplify-borders','units':['A']}                              | limitMetres
          {'type':'simplify-borders','limitMetres':10001}                        | limitMetres
          {'type':'add-vertex','at':[10,50],'on':[[10,50],[10,50]]}              | on
          {'type':'remove-vertex','at':[10,50],'unit':'A'}                       | unit
          {'type':'transfer','to':'A'}                                           | area
          {'type':'transfer','to':'A','area':AREA,'from':[]}                     | from
          {'type':'transfer','to':'A','area':AREA,'addresses':['1']}             | area
          {'type':'transfer','to':'A','addresses':[]}                            | addresses
          {'type':'transfer','to':'A','addresses':[7]}                           | addresses[0]
          {'type':'transfer','to':'A','places':[[10]]}                           | places[0]
          {'type':'transfer','to':'A','blocks':[]}                               | blocks
          {'type':'transfer','to':'A','area':AREA,'lines':LINE}                  | lines
          {'type':'batch','edits':[{'type':'transfer','to':'A','addresses':[7]}]} | edits[0].addresses[0]
          {'type':'rename','unit':'A','name':'x','level':'ward'}                 | level
          {'type':'rename','unit':'A','name':'x','names':{'en':7}}               | names.en
          {'type':'renumber','parent':'N','level':'district'}                    | level
          {'type':'attributes','unit':'A','attributes':[]}                       | attributes
          {'type':'declare-void','name':'x','kind':'lava','area':AREA}           | kind
          {'type':'declare-void','name':'x','kind':'water'}                      | area
          {'type':'batch','edits':[]}                                            | edits
          {'type':'batch','edits':[{'type':'batch','edits':[]}]}                 | edits[0].type
          {'type':'batch','edits':[{'type':'drop-void','name':'x'},{'type':'split','unit':'C','line':{'type':'LineString','coordinates':[[10,50],[10]]}}]} | edits[1].line.coordinates[1]
          {'type':'drop-void','name':'x','id':7}                                 | id
          {'type':'drop-void','name':'x','version':7}                            | version
          """)
  void theMemberIsNamed(String body, String member) {
    Answer answer =
        draft.edit(
            1,
            body.replace("LINE", DraftCalls.CUT)
                .replace(
                    "AREA",
                    "{'type':'Polygon','coordinates':[[[10,50],[10.1,50],[10.1,50.1],[10,50]]]}"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.json().get("code").asString()).isEqualTo("bad-body");
    assertThat(answer.json().get("parameter").asString()).isEqualTo(member);
  }

  @Test
  void aGapThatIsNotThereCannotBeDeclared() {
    Answer answer =
        draft.edit(1, "{'type':'declare-void','name':'x','kind':'water','finding':'gap-0'}");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("reason").asString()).isEqualTo("finding-unknown");
  }

  @Test
  void textsAreWholeCharactersThatCanBePrinted() {
    for (String text : List.of("half \\ud800", "\\udc00\\ud800", "bell \\u0007")) {
      Answer name = draft.edit(1, "{'type':'rename','unit':'A','name':'" + text + "'}");
      assertThat(name.status()).as(text).isEqualTo(400);
      Answer key =
          draft.edit(1, "{'type':'attributes','unit':'A','attributes':{'" + text + "':'x'}}");
      assertThat(key.status()).as(text).isEqualTo(400);
    }
  }

  @Test
  void whatIsNoJsonIsToldByItsPlaceAndNotByTheParser() {
    for (String body :
        List.of("{'type':'rename',\n'name':NaN}", "{'type':'x',\n'type':'x'}", "{")) {
      Answer answer = draft.edit(1, body);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.json().get("detail").asString())
          .contains("not valid JSON at line")
          .doesNotContain("Feature", "Source");
    }
  }

  @Test
  void theAuthorMustBeReadable() {
    Answer answer = draft.edit(1, "{'type':'drop-void','name':'x'}", "Gridwright-Author", "%E6%9D");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("parameter").asString()).isEqualTo("Gridwright-Author");
  }

  @Test
  void aPreviewIsAskedForByTrueOrFalse() {
    Answer answer = draft.post("/edits?preview=maybe", 1, "{'type':'drop-void','name':'x'}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("parameter").asString()).isEqualTo("preview");
  }
}
