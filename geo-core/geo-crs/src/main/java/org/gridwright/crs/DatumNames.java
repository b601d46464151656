package org.gridwright.crs;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.datum.DatumAuthorityFactory;
import org.geotools.api.referencing.datum.GeodeticDatum;
import org.geotools.referencing.CRS;
import org.geotools.referencing.ReferencingFactoryFinder;

/** Finds datums of the EPSG registry by the names that definitions of other programs give them. */
final class DatumNames {

  /** Codes of old datums are so much higher than those of their longitudes and latitudes. */
  private static final int DATUM_ABOVE_SYSTEM = 2000;

  private DatumNames() {}

  /**
   * The code of the datum that is called so: the same words in any order, without the prefix of
   * Esri's names and the word datum, as in {@code D_North_American_1927}.
   */
  static Optional<String> code(String name) throws FactoryException {
    Set<String> wanted = words(name);
    DatumAuthorityFactory registry =
        ReferencingFactoryFinder.getDatumAuthorityFactory("EPSG", null);
    for (String code : new TreeSet<>(registry.getAuthorityCodes(GeodeticDatum.class))) {
      if (words(registry.createGeodeticDatum(code).getName().getCode()).equals(wanted)) {
        return Optional.of("EPSG:" + code.replace("EPSG:", ""));
      }
    }
    return Optional.empty();
  }

  /** The code of the longitudes and latitudes on a datum; empty where they are not found by it. */
  static Optional<String> longitudeLatitude(Optional<String> datum) throws FactoryException {
    if (datum.isEmpty()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(datum.get().replace("EPSG:", ""));
    String code = "EPSG:" + (number - DATUM_ABOVE_SYSTEM);
    return CrsTransform.isKnown(code)
            && CRS.decode(code, true) instanceof GeographicCRS system
            && HorizontalSystem.epsg(system.getDatum().getIdentifiers()).equals(datum)
        ? Optional.of(code)
        : Optional.empty();
  }

  private static Set<String> words(String name) {
    return Arrays.stream(name.replaceFirst("^D_", "").toLowerCase(Locale.ROOT).split("[\\W_]+"))
        .filter(word -> !word.isEmpty() && !word.equals("datum"))
        .collect(Collectors.toSet());
  }
}
