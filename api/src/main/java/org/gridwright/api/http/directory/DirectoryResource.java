package org.gridwright.api.http.directory;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.stream.Stream;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.Resource;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.model.Department;
import org.gridwright.data.model.Officer;
import org.gridwright.data.store.DirectoryStore;
import org.jspecify.annotations.Nullable;

/** Officers and departments. */
public final class DirectoryResource implements Resource {

  private static final int DEFAULT_LIMIT = 1000;
  private static final int MAX_LIMIT = 10_000;

  private final DirectoryStore directory;
  private final PlanLookup plans;

  public DirectoryResource(DirectoryStore directory, PlanLookup plans) {
    this.directory = directory;
    this.plans = plans;
  }

  record OfficersAnswer(List<Item> officers) {

    record Item(String id, String name, String role, @Nullable String contact, String grid) {

      static Item of(Officer officer) {
        return new Item(
            officer.id(), officer.name(), officer.role(), officer.contact(), officer.gridCode());
      }
    }
  }

  record DepartmentsAnswer(List<Department> departments) {}

  @Override
  public void register(RoutesConfig routes) {
    routes.get(
        "/api/v1/officers", KnownParameters.of("theme", "grid", "limit").then(this::officers));
    routes.get(
        "/api/v1/departments",
        KnownParameters.NONE.then(ctx -> ctx.json(new DepartmentsAnswer(directory.departments()))));
  }

  private void officers(Context ctx) {
    Parameters parameters = new Parameters(ctx);
    Theme theme = plans.theme(parameters.text("theme").orElse(null));
    String grid = parameters.text("grid").orElse(null);
    int limit = parameters.number("limit", 1, MAX_LIMIT, DEFAULT_LIMIT);
    try (Stream<Officer> all =
        grid == null
            ? directory.officers(theme.id())
            : directory.officersOf(theme.id(), grid).stream()) {
      ctx.json(new OfficersAnswer(all.limit(limit).map(OfficersAnswer.Item::of).toList()));
    }
  }
}
