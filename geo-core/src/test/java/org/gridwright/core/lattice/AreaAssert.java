package org.gridwright.core.lattice;

import org.assertj.core.api.AbstractAssert;

/** Compares areas as point sets; both are printed as WKT when they differ. */
public final class AreaAssert extends AbstractAssert<AreaAssert, LatticeMultiPolygon> {

  private AreaAssert(LatticeMultiPolygon actual) {
    super(actual, AreaAssert.class);
  }

  public static AreaAssert assertThatArea(LatticeMultiPolygon actual) {
    return new AreaAssert(actual);
  }

  /** The same points, whatever the order of parts and vertices. */
  public AreaAssert covers(LatticeMultiPolygon expected) {
    isNotNull();
    if (!LatticeJts.toSteps(actual).equalsTopo(LatticeJts.toSteps(expected))) {
      failWithMessage("expected%n  %s%nbut was%n  %s", Wkt.of(expected), Wkt.of(actual));
    }
    return this;
  }

  public AreaAssert covers(String wkt) {
    return covers(Wkt.area(wkt));
  }

  /** Valid in the sense of OGC Simple Features. */
  public AreaAssert isValid() {
    isNotNull();
    if (!LatticeJts.toSteps(actual).isValid()) {
      failWithMessage("not a valid polygon: %s", Wkt.of(actual));
    }
    return this;
  }
}
