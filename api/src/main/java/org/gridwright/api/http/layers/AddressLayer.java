package org.gridwright.api.http.layers;

import java.util.List;
import java.util.Map;
import org.gridwright.api.http.Parameters;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.data.store.AddressStore;

/** All addresses. */
final class AddressLayer implements Layer {

  private final AddressStore addresses;

  AddressLayer(AddressStore addresses) {
    this.addresses = addresses;
  }

  @Override
  public String id() {
    return "addresses";
  }

  @Override
  public String geometry() {
    return "point";
  }

  @Override
  public long features() {
    return addresses.count();
  }

  @Override
  public Selection select(Parameters parameters) {
    LatticeEnvelope box = parameters.box();
    return new Selection(
        List.of(addresses.version()),
        () ->
            addresses.stream(box)
                .map(
                    address ->
                        new LayerFeature(
                            address.id(), Map.of("text", address.text()), null, address.place())));
  }
}
