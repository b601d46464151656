package org.gridwright.data.intake.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.gridwright.core.RealData;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.work.Progress;
import org.gridwright.crs.Datum;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.ReadOptions;
import org.gridwright.data.exchange.TextOptions;
import org.gridwright.data.intake.LevelFields;
import org.gridwright.data.intake.PointFields;
import org.gridwright.data.intake.look.FileLook.Format;
import org.gridwright.data.intake.look.FileLook.Shapes;
import org.gridwright.data.intake.look.FileLook.Use;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLookTest {

  @TempDir Path folder;

  @Nested
  class OfRealFiles {

    @Test
    void chicagosBeatsLieInSectorsThatRepeatInDistricts() {
      FileLook look = look(RealData.file("chicago/beats.geojson.gz"));

      assertThat(look.format()).isEqualTo(Format.GEOJSON);
      assertThat(look.shapes()).isEqualTo(Shapes.AREAS);
      assertThat(look.records()).isEqualTo(277);
      assertThat(look.whole()).isTrue();
      assertThat(look.uses()).containsExactly(Use.ZONES, Use.OUTLINES, Use.JURISDICTION);
      assertThat(zones(look).levels())
          .isEqualTo(LevelFields.parse("district=district,sector=district+sector,beat=beat"));
      assertThat(look.datumAsked()).isFalse();
      assertThat(look.trouble()).isNull();
    }

    @Test
    void xiningsDatumIsToldByTheNameOfItsFile() {
      FileLook look = look(RealData.file("china/xining_630100_districts_gcj02.geojson"));

      assertThat(look.datum()).isEqualTo(Datum.GCJ02);
      assertThat(look.datumAsked()).isFalse();
      assertThat(zones(look).levels())
          .isEqualTo(LevelFields.parse("city=parent.adcode,district=adcode"));
      assertThat(zones(look).nameField()).isEqualTo("name");
      assertThat(zones(look).codes()).isEqualTo(CodeScheme.FREE);
    }

    @Test
    void aMapOfChinaWhoseNameTellsNoDatumHasToBeAskedFor() throws IOException {
      Path file = folder.resolve("xining.geojson");
      Files.copy(RealData.file("china/xining_630100_districts_gcj02.geojson"), file);
      FileLook look = look(file);

      assertThat(look.datum()).isNull();
      assertThat(look.datumAsked()).isTrue();
    }

    @Test
    void newHavensNamesAreItsCodes() {
      FileLook look = look(RealData.file("defects/new_haven.geojson.gz"));

      assertThat(zones(look).levels()).isEqualTo(LevelFields.parse("grid=name"));
      assertThat(zones(look).nameField()).isNull();
    }

    @Test
    void chicagosCrimesAreIncidents() {
      FileLook look = look(RealData.file("chicago/crimes_2017_2019_25k.csv.gz"));

      assertThat(look.uses()).startsWith(Use.INCIDENTS);
      assertThat(look.points())
          .isEqualTo(
              new PointProposal(
                  "id",
                  "longitude",
                  "latitude",
                  List.of(),
                  List.of("date"),
                  "primary_type",
                  false));
      assertThat((Object) look.bounds()).isNotNull();
    }

    @Test
    void frenchAddressesAreAddresses() {
      FileLook look = look(RealData.file("france_bano_addresses/addresses_2016.csv.gz"));

      assertThat(look.uses()).startsWith(Use.ADDRESSES);
      assertThat(look.points().hasPlace()).isTrue();
      assertThat(look.points().text()).containsExactly("number", "street", "postcode", "city");
      assertThat(look.whole()).as("only so many records are looked at").isFalse();
      assertThat(look.records()).isEqualTo(FileLook.MOST_RECORDS);
    }
  }

  @Test
  void aRosterIsOfficers() throws IOException {
    assertThat(look(written("id,name,grid,role\n1,Ann,A,full-time\n")).uses())
        .containsExactly(Use.OFFICERS);
  }

  @Test
  void kindsOfFieldsAreThoseOfAllTheirValues() throws IOException {
    FileLook look = look(written("a,b,c,d,e\n1,1.5,2024-01-02,x,\n-2,2,5/3/2024 08:00,1,\n"));
    assertThat(look.fields().stream().map(it -> it.kind().id()))
        .containsExactly("whole", "decimal", "time", "text", "empty");
    assertThat(look.fields().get(0))
        .isEqualTo(new FieldLook("a", FieldLook.Kind.WHOLE, 2, 2, List.of("1", "-2")));
  }

  @Test
  void placesThatNeedASystemAreToldAsAnImportTellsThem() throws IOException {
    Path file = written("id,address,x,y\n1,Main St,531234.5,3376543.2\n");
    FileLook plain = look(file);
    FileLook placed =
        FileLook.of(
            file,
            new ReadOptions("EPSG:4547", null, TextOptions.DEFAULT),
            Datum.WGS84,
            Progress.NONE);

    assertThat((Object) plain.bounds()).isNull();
    assertThat(Objects.requireNonNull(plain.trouble()).toString()).contains("531234.5");
    assertThat(placed.trouble()).isNull();
    assertThat(Objects.requireNonNull(placed.bounds()).getMinX()).isBetween(113.0, 116.0);
  }

  @Test
  void daysBeforeMonthsAreSeenWhereADayIsNoMonth() throws IOException {
    assertThat(look(written("id,lon,lat,date\n1,10,50,13/02/2024\n")).points().dayFirst()).isTrue();
    assertThat(look(written("id,lon,lat,date\n1,10,50,02/03/2024\n")).points().dayFirst()).isNull();
  }

  @Test
  void anEmptyTableIsRefused() throws IOException {
    Path file = written("id,name\n");
    assertThatThrownBy(() -> look(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no records");
  }

  @Test
  void encodingsAreToldApart() throws IOException {
    assertThat(EncodingProposal.of(written("编码,名称\n1,城东区\n"))).isEqualTo(StandardCharsets.UTF_8);
    for (String name : List.of("GB18030", "windows-1252")) {
      Path file = folder.resolve(name + ".csv");
      Files.writeString(
          file, name.startsWith("GB") ? "编码,名称\n" : "id,straße é\n", Charset.forName(name));
      assertThat(EncodingProposal.of(file).name()).isEqualTo(name);
    }
  }

  @Test
  void aPreviewIsSmallAndSaysWhetherItIsAll() {
    Path beats = RealData.file("chicago/beats.geojson.gz");
    FileLook look = look(beats);
    FilePreview preview =
        FilePreview.of(
            beats,
            ReadOptions.DEFAULT,
            Datum.WGS84,
            PointFields.GEOMETRY,
            look.bounds(),
            Progress.NONE);

    assertThat(preview.whole()).isTrue();
    assertThat(preview.shapes()).hasSize(277);
    assertThat(preview.shapes().stream().mapToInt(it -> it.getNumPoints()).sum())
        .isLessThan(20_000);
  }

  private static ZoneProposal zones(FileLook look) {
    return Objects.requireNonNull(look.zones());
  }

  private static FileLook look(Path file) {
    return FileLook.of(file, ReadOptions.DEFAULT, Datum.WGS84, Progress.NONE);
  }

  private Path written(String text) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "some", ".csv"), text);
  }
}
