package org.gridwright.data.store;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.data.model.Department;
import org.gridwright.data.model.Facility;
import org.jspecify.annotations.Nullable;

/** Departments and facilities. Writing replaces records of the same id. */
public interface DirectoryStore {

  void putDepartments(Collection<Department> departments);

  List<Department> departments();

  void putFacilities(Collection<Facility> facilities);

  /** Facilities in id order, as a stream that must be closed; {@code box} null for all. */
  Stream<Facility> facilities(@Nullable LatticeEnvelope box);
}
