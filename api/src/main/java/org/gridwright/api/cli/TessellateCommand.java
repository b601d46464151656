package org.gridwright.api.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.ExitStatus;
import org.gridwright.api.cli.terminal.OutputFile;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.divide.TessellateOptions.CellForm;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.data.intake.ShapesFile;
import org.gridwright.data.redraw.Redrawing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lays squares or hexagons over land with nothing yet. */
@Command(name = "tessellate")
final class TessellateCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "FILE", index = "0", arity = "0..1")
  private @Nullable Path file;

  @Option(names = "--bbox", paramLabel = "W,S,E,N")
  private @Nullable String bbox;

  @Mixin private final ReadingOptions reading = new ReadingOptions();

  @Option(names = "--cell", paramLabel = "METRES", required = true)
  private double cell;

  @Option(names = "--shape", paramLabel = "SHAPE")
  private CellForm shape = CellForm.SQUARE;

  @Option(names = "--prefix", paramLabel = "TEXT")
  private String prefix = "cell";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true)
  private String output = "";

  TessellateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if ((file == null) == (bbox == null)) {
      throw CliException.usage("redraw.file-or-bbox");
    }
    RedrawOutput cells =
        new RedrawOutput(
            session, OutputFile.of(session, output, file == null ? List.of() : List.of(file)));
    LatticeMultiPolygon land =
        file == null
            ? rectangle()
            : ShapesFile.land(
                file, reading.reading(), reading.datum(), note -> session.note(session.say(note)));
    cells.write(null, progress -> Redrawing.cover(land, shape, cell, prefix, progress), false);
    return ExitStatus.DONE;
  }

  private LatticeMultiPolygon rectangle() {
    LatticeEnvelope box = BoxOption.read(String.valueOf(bbox));
    LatticeRing ring =
        LatticeRing.of(
            box.minX(),
            box.minY(),
            box.maxX(),
            box.minY(),
            box.maxX(),
            box.maxY(),
            box.minX(),
            box.maxY(),
            box.minX(),
            box.minY());
    return LatticeMultiPolygon.of(new LatticePolygon(ring, List.of()));
  }
}
