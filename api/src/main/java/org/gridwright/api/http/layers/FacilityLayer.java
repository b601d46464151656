package org.gridwright.api.http.layers;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gridwright.api.http.Parameters;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.data.model.Facility;
import org.gridwright.data.store.DirectoryStore;
import org.jspecify.annotations.Nullable;

/**
 * Facilities. They are few, and the store keeps no version of them, so the ETag is made from a read
 * of its own.
 */
final class FacilityLayer implements Layer {

  private static final long PRIME = 0x100000001b3L;

  private final DirectoryStore directory;

  FacilityLayer(DirectoryStore directory) {
    this.directory = directory;
  }

  @Override
  public String id() {
    return "facilities";
  }

  @Override
  public String geometry() {
    return "point";
  }

  @Override
  public long features() {
    try (Stream<Facility> all = directory.facilities(null)) {
      return all.count();
    }
  }

  @Override
  public Selection select(Parameters parameters) {
    LatticeEnvelope box = parameters.box();
    return new Selection(
        List.of(fingerprint(box)),
        () ->
            directory
                .facilities(box)
                .map(
                    facility ->
                        new LayerFeature(
                            facility.id(),
                            Map.of("kind", facility.kind(), "name", facility.name()),
                            null,
                            facility.place())));
  }

  private long fingerprint(@Nullable LatticeEnvelope box) {
    try (Stream<Facility> all = directory.facilities(box)) {
      return all.mapToLong(Facility::hashCode).reduce(PRIME, (sum, each) -> sum * PRIME + each);
    }
  }
}
