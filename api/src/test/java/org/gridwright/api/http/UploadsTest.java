package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.gridwright.api.http.Client.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files that are brought in over HTTP: how they are read, refused, left and forgotten. */
class UploadsTest extends UploadCalls {

  @Test
  void aFileThatCanNotBeReadIsRefusedWithItsSentence() {
    String zip = kept("beats.zip", "PK\3\4 something");
    assertThat(client.get(zip).json().get("detail").asString()).contains("beats.zip", "zip");
    assertThat(client.get(zip + "/preview").status()).isEqualTo(422);

    String table = kept("broken.csv", "id,name,lon,lat\n1,one,10,50\n2,two\n");
    assertThat(client.get(table).json().get("detail").asString()).contains("line 3");
    client.json("POST", table + "/import", "{'addresses':{'id':'id','text':['name']}}");
    assertThat(over(table).get("problem").get("detail").asString()).contains("broken.csv, line 3");
    assertThat(store.addresses().count()).isZero();
  }

  @Test
  void encodingsAreProposedAndCanBeSaid() {
    String upload =
        kept("地址.csv", "编号,地址,经度,纬度\n1,建设路12号,114.3,30.6\n".getBytes(Charset.forName("GB18030")));
    JsonNode look = client.get(upload).json();
    assertThat(look.get("encoding").asString()).isEqualTo("GB18030");
    assertThat(look.get("points").get("lon").asString()).isEqualTo("经度");
    assertThat(look.get("uses").get(0).asString()).isEqualTo("addresses");
    assertThat(look.get("datumAsked").asBoolean()).isTrue();
    imported(
        upload,
        "{'reading':{'datum':'gcj02'},'addresses':{'id':'编号','text':['地址'],'lon':'经度','lat':'纬度'}}");
    assertThat(store.addresses().count()).isEqualTo(1);
    assertThat(client.get(upload + "?encoding=none").status()).isEqualTo(400);
    assertThat(client.get(upload + "?datum=none").status()).isEqualTo(400);
  }

  /** Every row can be read with a comma or with a semicolon between its fields. */
  private static final String OF_TWO_MINDS =
      "Fire stations\nid;x,street;lon,no;lat\n1;a,Mill Road;10.5,7;50.5\n";

  @Test
  void howACsvIsWrittenIsFoundOrSaid() {
    String found =
        kept("stations.csv", "Fire stations\nid;street;lon;lat\n1;Mill Road;10,5;50,5\n");
    JsonNode dialect = client.get(found).json().get("dialect");
    assertThat(dialect.get("separator").asString()).isEqualTo("semicolon");
    assertThat(dialect.get("decimal").asString()).isEqualTo(",");
    assertThat(dialect.get("headerLine").asInt()).isEqualTo(2);
    assertThat(dialect.get("leftOut").get(0).asString()).isEqualTo("Fire stations");

    String doubtful = kept("stations.csv", OF_TWO_MINDS);
    assertThat(client.get(doubtful).status()).isEqualTo(422);
    JsonNode said = client.get(doubtful + "?separator=semicolon").json();
    assertThat(said.get("fields").get(1).get("name").asString()).isEqualTo("x,street");
    assertThat(client.get(doubtful + "?separator=x").status()).isEqualTo(400);
    assertThat(client.get(doubtful + "?headerLine=0").status()).isEqualTo(400);
    String reading = "{'reading':{'separator':'semicolon','headerLine':2},";
    imported(
        doubtful, reading + "'addresses':{'id':'id','text':['x,street'],'lon':'lat','lat':'lat'}}");
    assertThat(store.addresses().count()).isEqualTo(1);
  }

  @Test
  void areasThatCanNotBeUsedAreLeftOutWhenThatIsSaid() {
    String broken = SQUARES.replace("[[[10.005,50],[10.02,50]", "[[[10.005,50],[1002,50]");
    String upload = kept("squares.geojson", broken);
    client.json("POST", upload + "/import", "{" + ZONES + "}}");
    assertThat(over(upload).get("state").asString()).isEqualTo("failed");
    JsonNode result = imported(upload, "{'reading':{'skipBad':true}," + ZONES + "}}");
    assertThat(result.get("units").get("grid").asInt()).isEqualTo(1);
    assertThat(result.get("notes").toString()).contains("left out");
  }

  @Test
  void whatIsToBeImportedIsSaidOnce() {
    String upload = kept("squares.geojson", SQUARES);
    for (String body :
        new String[] {
          "{}",
          "{'zones':{},'officers':{}}",
          "{'zones':{'theme':'squares'}}",
          "{'zones':{'theme':'Not An Id','levels':[{'level':'grid','fields':['code']}]}}",
          "{'addresses':{'id':'a','text':['b'],'lon':'x'}}",
          "{'incidents':{'time':['t'],'category':'c','timeZone':'Mars/Olympus'}}",
          "{'reading':{'color':'red'},'addresses':{'id':'a','text':['b']}}"
        }) {
      Answer answer = client.json("POST", upload + "/import", body);
      assertThat(answer.status()).as(body + answer.body()).isEqualTo(400);
    }
    assertThat(client.get(upload + "/import").status()).isEqualTo(404);
    assertThat(client.json("POST", upload + "/import", "{'officers':{'theme':'x'}}").status())
        .isEqualTo(404);
  }

  @Test
  void aCancelledImportStoresNothing() throws IOException {
    StringBuilder many = new StringBuilder("id,text,lon,lat\n");
    for (int i = 0; i < 400_000; i++) {
      many.append(i).append(",Main Street ").append(i).append(",10.5,50.5\n");
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(many.toString().getBytes(StandardCharsets.UTF_8));
    }
    String upload = kept("many.csv.gz", packed.toByteArray());
    String body = "{'addresses':{'id':'id','text':['text'],'lon':'lon','lat':'lat'}}";
    assertThat(client.json("POST", upload + "/import", body).status()).isEqualTo(202);
    assertThat(client.json("POST", upload + "/import", body).status()).isEqualTo(409);
    while (client.get(upload + "/import").json().get("share").asDouble() == 0) {
      Thread.onSpinWait();
    }
    assertThat(client.method("DELETE", upload + "/import").status()).isEqualTo(204);
    assertThat(over(upload).get("state").asString()).isEqualTo("cancelled");
    assertThat(store.addresses().count()).isZero();
    assertThat(client.method("DELETE", upload).status()).isEqualTo(204);
    assertThat(client.get(upload).status()).isEqualTo(404);
  }

  @Test
  void namesThatAreNoFileNamesDoNoHarm() {
    for (String name : new String[] {"..", "../../x.csv", "C:\\temp\\x.csv", "a\tb?.csv"}) {
      Answer answer =
          upload(
              URLEncoder.encode(name, StandardCharsets.UTF_8),
              "id,name\n1,a\n".getBytes(StandardCharsets.UTF_8));
      assertThat(answer.status()).as(answer.body()).isEqualTo(201);
      assertThat(answer.json().get("name").asString()).doesNotContain("/", "\\", "\t", "..");
    }
  }
}
