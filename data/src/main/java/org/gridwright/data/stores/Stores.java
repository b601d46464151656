package org.gridwright.data.stores;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.StoreException.Reason;
import org.gridwright.data.store.StoreGlance;
import org.gridwright.data.store.geopackage.GeoPackageStores;
import org.gridwright.data.store.postgis.PostgisStores;

/**
 * Opens a store by its address: the path of a {@code .gpkg} file, or a {@code jdbc:postgresql:} URL
 * with user and password as its parameters or in {@code PGUSER} and {@code PGPASSWORD}. Whoever
 * opens a store closes it.
 */
public final class Stores {

  private Stores() {}

  /**
   * Opens a store, making it where there is none yet.
   *
   * @throws StoreException when it cannot be opened; the message holds no credentials
   */
  public static Store open(String address) {
    return isPostgres(address)
        ? PostgisStores.open(address, System.getenv())
        : GeoPackageStores.open(file(address));
  }

  /**
   * Opens a store that must exist.
   *
   * @throws StoreException as {@link #open}, and when there is no store at the address
   */
  public static Store openExisting(String address) {
    return isPostgres(address)
        ? PostgisStores.openExisting(address, System.getenv())
        : GeoPackageStores.openExisting(file(address));
  }

  /**
   * Opens a store that must exist, to serve it. A second server of one file is refused, unless it
   * only reads; a database may have several.
   *
   * @throws StoreException as {@link #openExisting}
   */
  public static Store openToServe(String address, boolean readOnly) {
    if (!isPostgres(address)) {
      return GeoPackageStores.openToServe(file(address), readOnly);
    }
    return readOnly
        ? PostgisStores.openReadOnly(address, System.getenv())
        : PostgisStores.openExisting(address, System.getenv());
  }

  /** A glance at a store that is a file; empty for a database, and where it has to be opened. */
  public static Optional<StoreGlance> glance(String address) {
    return isPostgres(address) ? Optional.empty() : GeoPackageStores.glance(file(address));
  }

  private static boolean isPostgres(String address) {
    return address.startsWith("jdbc:postgresql:");
  }

  private static Path file(String address) {
    if (!address.toLowerCase(Locale.ROOT).endsWith(".gpkg")) {
      throw new StoreException(Reason.UNAVAILABLE, DataMessages.of("store.address", address));
    }
    try {
      return Path.of(address);
    } catch (InvalidPathException e) {
      throw new StoreException(Reason.UNAVAILABLE, DataMessages.of("store.address", address), e);
    }
  }
}
