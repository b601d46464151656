package org.gridwright.data.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvPassThroughTest {

  @TempDir Path folder;

  @Test
  void keepsColumnsAndOrderAndAppends() {
    Path file = InputFiles.write(folder, "a.csv", "id,text,grid\n2,\"x, y\",old\n1,\"q\"\"\",\n");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvTable table = CsvTable.open(InputFile.of(file), StandardCharsets.UTF_8)) {
      int id = table.column("id");
      long written =
          CsvPassThrough.copy(
              table,
              List.of("grid", "on_boundary"),
              row -> List.of("G" + row.values().get(id), "false"),
              out,
              records -> {});
      assertThat(written).isEqualTo(2);
    }
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "id,text,grid,grid_2,on_boundary\r\n"
                + "2,\"x, y\",old,G2,false\r\n"
                + "1,\"q\"\"\",,G1,false\r\n");
  }
}
