package org.gridwright.api.http.addresses;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.Resource;
import org.gridwright.api.http.answer.UnitRef;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.data.model.Address;
import org.gridwright.data.store.AddressStore;
import org.jspecify.annotations.Nullable;

/** Addresses by id. */
public final class AddressesResource implements Resource {

  private final AddressStore addresses;
  private final PlanLookup plans;

  public AddressesResource(AddressStore addresses, PlanLookup plans) {
    this.addresses = addresses;
    this.plans = plans;
  }

  /**
   * @param grid null where no grid of the first theme owns the place today
   */
  record AddressAnswer(String id, String text, double lon, double lat, @Nullable UnitRef grid) {}

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/addresses/{id}", KnownParameters.NONE.then(this::one));
  }

  private void one(Context ctx) {
    String id = ctx.pathParam("id");
    Address address =
        addresses.find(List.of(id)).stream()
            .findFirst()
            .orElseThrow(() -> ProblemException.notFound(ApiMessages.of("http.no-address", id)));
    ctx.json(
        new AddressAnswer(
            address.id(),
            address.text(),
            address.place().lon(),
            address.place().lat(),
            plans
                .byDefault()
                .flatMap(plan -> plan.gridAt(address.place()))
                .map(UnitRef::of)
                .orElse(null)));
  }
}
