package org.gridwright.api.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridwright.api.cli.terminal.ExitStatus;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.plan.Plan;
import org.gridwright.data.redraw.RedrawOrder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Joins grids to fewer, as a proposal in a file. */
@Command(name = "consolidate")
final class ConsolidateCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final RedrawOptions options = new RedrawOptions();

  ConsolidateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    RedrawOutput output = options.output(session, List.of());
    options.run(
        session,
        (editable, redrawing) -> {
          Plan plan = editable.plan();
          RedrawOrder order =
              new RedrawOrder.Join(
                  options.units(plan, plan.theme().gridLevel().depth()),
                  options.into(),
                  options.by(),
                  options.tolerance(),
                  options.seed());
          output.write(
              editable, progress -> redrawing.propose(editable, order, progress), options.all());
        });
    return ExitStatus.DONE;
  }
}
