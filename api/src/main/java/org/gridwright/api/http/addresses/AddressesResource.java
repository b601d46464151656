package org.gridwright.api.http.addresses;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.Resource;
import org.gridwright.api.http.answer.UnitRef;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.measure.LocalFrame;
import org.gridwright.data.model.Address;
import org.gridwright.data.store.AddressStore;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** Addresses by id and by place. */
public final class AddressesResource implements Resource {

  private static final int DEFAULT_LIMIT = 5;
  private static final int MAX_LIMIT = 50;
  private static final double FIRST_METRES = 60;
  private static final double LAST_METRES = 4000;

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

  /** An address and how far it is. */
  record NearAddress(
      String id, String text, double lon, double lat, double metres, @Nullable UnitRef grid) {}

  /**
   * Addresses near a place, the nearest first.
   *
   * @param grid of the place itself
   * @param sameGrid false where the nearest address is in another grid than the place
   */
  record NearestAnswer(List<NearAddress> addresses, @Nullable UnitRef grid, boolean sameGrid) {}

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/addresses", KnownParameters.of("near", "limit").then(this::nearest));
    routes.get("/api/v1/addresses/{id}", KnownParameters.NONE.then(this::one));
  }

  /** Looks in boxes that grow until one holds enough, all nearer than its edge. */
  private void nearest(Context ctx) {
    Parameters parameters = new Parameters(ctx);
    LatticePoint place =
        parameters
            .place("near")
            .orElseThrow(
                () ->
                    ProblemException.badParameter(
                        "near", ApiMessages.of("http.parameter-missing", "near")));
    int limit = parameters.number("limit", 1, MAX_LIMIT, DEFAULT_LIMIT);
    UnitRef grid = grid(place);
    List<NearAddress> found = List.of();
    for (double metres = FIRST_METRES; metres <= LAST_METRES && found.size() < limit; metres *= 4) {
      found = within(place, metres, limit);
    }
    UnitRef ofFirst = found.isEmpty() ? null : found.get(0).grid();
    boolean same = found.isEmpty() || Objects.equals(code(grid), code(ofFirst));
    ctx.json(new NearestAnswer(found, grid, same));
  }

  private List<NearAddress> within(LatticePoint place, double metres, int limit) {
    LocalFrame frame = LocalFrame.at(place);
    Envelope around = frame.within(metres);
    LatticeEnvelope box =
        new LatticeEnvelope(
            step(around.getMinX()),
            step(around.getMinY()),
            step(around.getMaxX()),
            step(around.getMaxY()));
    try (Stream<Address> all = addresses.stream(box)) {
      return all.map(each -> near(each, frame))
          .filter(each -> each.metres() <= metres)
          .sorted(Comparator.comparingDouble(NearAddress::metres).thenComparing(NearAddress::id))
          .limit(limit)
          .toList();
    }
  }

  private static int step(double ordinate) {
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, Math.round(ordinate)));
  }

  private NearAddress near(Address address, LocalFrame frame) {
    double metres = frame.metres(Packed.of(address.place().x(), address.place().y()));
    return new NearAddress(
        address.id(),
        address.text(),
        address.place().lon(),
        address.place().lat(),
        Math.round(metres * 10) / 10.0,
        grid(address.place()));
  }

  private static @Nullable String code(@Nullable UnitRef grid) {
    return grid == null ? null : grid.code();
  }

  private @Nullable UnitRef grid(LatticePoint place) {
    return plans.byDefault().flatMap(plan -> plan.gridAt(place)).map(UnitRef::of).orElse(null);
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
            grid(address.place())));
  }
}
