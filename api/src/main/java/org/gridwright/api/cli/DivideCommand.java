package org.gridwright.api.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridwright.api.cli.terminal.ExitStatus;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.lattice.LatticeLine;
import org.gridwright.core.plan.Plan;
import org.gridwright.data.intake.ShapesFile;
import org.gridwright.data.redraw.RedrawOrder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Cuts units into balanced grids, as a proposal in a file. */
@Command(name = "divide")
final class DivideCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final RedrawOptions options = new RedrawOptions();

  @Option(names = "--streets", paramLabel = "FILE")
  private @Nullable Path streets;

  DivideCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    RedrawOutput output = options.output(session, streets == null ? List.of() : List.of(streets));
    List<LatticeLine> lines =
        streets == null
            ? List.of()
            : ShapesFile.lines(
                streets,
                options.reading().reading(),
                options.reading().datum(),
                note -> session.note(session.say(note)));
    options.run(
        session,
        (editable, redrawing) -> {
          Plan plan = editable.plan();
          int finest = plan.theme().gridLevel().depth();
          int depth =
              options.depth(plan) == finest ? finest : Math.max(options.depth(plan), finest - 1);
          RedrawOrder order =
              new RedrawOrder.Cut(
                  depth,
                  options.units(plan, depth),
                  options.into(),
                  options.by(),
                  options.tolerance(),
                  options.seed(),
                  lines);
          output.write(
              editable, progress -> redrawing.propose(editable, order, progress), options.all());
        });
    return ExitStatus.DONE;
  }
}
