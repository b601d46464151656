package org.gridwright.api.http.directory;

import io.javalin.config.RoutesConfig;
import java.util.List;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Resource;
import org.gridwright.data.model.Department;
import org.gridwright.data.store.DirectoryStore;

/** Departments. */
public final class DirectoryResource implements Resource {

  private final DirectoryStore directory;

  public DirectoryResource(DirectoryStore directory) {
    this.directory = directory;
  }

  record DepartmentsAnswer(List<Department> departments) {}

  @Override
  public void register(RoutesConfig routes) {
    routes.get(
        "/api/v1/departments",
        KnownParameters.NONE.then(ctx -> ctx.json(new DepartmentsAnswer(directory.departments()))));
  }
}
