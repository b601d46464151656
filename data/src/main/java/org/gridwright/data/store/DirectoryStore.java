package org.gridwright.data.store;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.data.model.Department;
import org.gridwright.data.model.Facility;
import org.gridwright.data.model.Officer;
import org.jspecify.annotations.Nullable;

/** Officers, departments and facilities. Writing replaces records of the same id. */
public interface DirectoryStore {

  void putOfficers(Collection<Officer> officers);

  /** The officers of one grid in order of role, then id. */
  List<Officer> officersOf(String theme, String gridCode);

  /** All officers of a theme in order of grid code, then id, as a stream that must be closed. */
  Stream<Officer> officers(String theme);

  /** Changes whenever the officers may have; for caches. */
  String officersVersion();

  void putDepartments(Collection<Department> departments);

  List<Department> departments();

  void putFacilities(Collection<Facility> facilities);

  /** Facilities in id order, as a stream that must be closed; {@code box} null for all. */
  Stream<Facility> facilities(@Nullable LatticeEnvelope box);
}
