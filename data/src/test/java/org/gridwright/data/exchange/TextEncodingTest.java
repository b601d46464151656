package org.gridwright.data.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridwright.data.exchange.InputFiles.collection;
import static org.gridwright.data.exchange.InputFiles.gzip;
import static org.gridwright.data.exchange.InputFiles.square;
import static org.gridwright.data.exchange.InputFiles.write;

import java.nio.charset.Charset;
import java.nio.file.Path;
import org.gridwright.core.RealData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One decoder for all texts: by the mark, by what was said, else UTF-8, and strictly. */
class TextEncodingTest {

  private static final String NAME = "第一网格";
  private static final String JSON = collection(square("\"name\":\"" + NAME + "\"", 0, 0));
  private static final String CSV = "name,x\n" + NAME + ",1\n";

  @TempDir Path folder;

  private static String name(Path file, @Nullable String encoding) {
    return value(file, encoding, "name");
  }

  private static String value(Path file, @Nullable String encoding, String field) {
    TextOptions told = TextOptions.DEFAULT.in(encoding == null ? null : Charset.forName(encoding));
    try (FeatureReader reader = FeatureReader.open(file, new ReadOptions(null, null, told))) {
      return String.valueOf(reader.next().properties().get(field));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GBK", "GB18030", "UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE"})
  void jsonAndCsvAreReadInTheEncodingThatIsSaid(String encoding) {
    Charset charset = Charset.forName(encoding);

    assertThat(name(write(folder, "a.geojson", JSON.getBytes(charset)), encoding)).isEqualTo(NAME);
    assertThat(name(write(folder, "a.csv", CSV.getBytes(charset)), encoding)).isEqualTo(NAME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void aMarkSaysTheEncodingWhateverElseIsSaid(String encoding) {
    Charset charset = Charset.forName(encoding);
    byte[] json = ("\uFEFF" + JSON).getBytes(charset);
    byte[] csv = ("\uFEFF" + CSV).getBytes(charset);

    assertThat(name(write(folder, "a.geojson", json), null)).isEqualTo(NAME);
    assertThat(name(write(folder, "b.geojson", json), "GBK")).isEqualTo(NAME);
    assertThat(name(write(folder, "a.csv", csv), null)).isEqualTo(NAME);
  }

  @Test
  void compressedTextHasItsMarkInside() {
    byte[] marked = ("\uFEFF" + JSON).getBytes(java.nio.charset.StandardCharsets.UTF_16LE);

    assertThat(name(write(folder, "a.geojson.gz", gzip(marked)), null)).isEqualTo(NAME);
  }

  @Test
  void westernTextIsReadAsSaid() {
    String json = collection(square("\"name\":\"Zürich €\"", 0, 0));
    byte[] bytes = json.getBytes(Charset.forName("windows-1252"));

    assertThat(name(write(folder, "a.geojson", bytes), "windows-1252")).isEqualTo("Zürich €");
  }

  @Test
  void textThatIsNotUtf8IsCalledSoWithTheLine() {
    byte[] gbk = JSON.replace("\"features\"", "\n\"features\"").getBytes(Charset.forName("GBK"));
    Path file = write(folder, "a.geojson", gbk);

    assertThatThrownBy(() -> name(file, null))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("a.geojson, line 2: the text is not UTF-8")
        .hasMessageContaining("--encoding GBK");
  }

  @Test
  void textThatIsNotInItsEncodingIsCalledSo() {
    Path file = write(folder, "a.geojson", new byte[] {'{', '"', (byte) 0xff, (byte) 0xff, '}'});

    assertThatThrownBy(() -> name(file, "GBK")).hasMessageContaining("the text is not GBK");
  }

  @Test
  void utf16WithoutAMarkIsCalledSoWithItsName() {
    byte[] wide = JSON.getBytes(java.nio.charset.StandardCharsets.UTF_16LE);

    assertThatThrownBy(() -> name(write(folder, "a.geojson", wide), null))
        .hasMessageContaining("UTF-16LE without a mark")
        .hasMessageContaining("--encoding UTF-16LE");
  }

  @Test
  void overHttpTheContentTypeIsNamed() {
    byte[] gbk = JSON.getBytes(Charset.forName("GBK"));

    assertThatThrownBy(
            () ->
                TextEncoding.decoded(gbk, TextOptions.of(Remedies.PARAMETERS), Source.file("body")))
        .hasMessageContaining("charset=GBK");
  }

  @Test
  void theReportedFilesAreRead() {
    Path gbk = RealData.reported("05-encoding-of-geojson/gbk.geojson");
    Path wide = RealData.reported("05-encoding-of-geojson/utf16.geojson");

    assertThatThrownBy(() -> name(gbk, null)).hasMessageContaining("the text is not UTF-8");
    assertThat(value(gbk, "GB18030", "code")).isEqualTo("区一");
    assertThat(value(wide, null, "code")).isEqualTo("A");
  }
}
