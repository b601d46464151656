/**
 * The store contract, which every store passes, and temporary stores for tests.
 *
 * <p>Open {@link org.gridwright.data.store.StoreContract} first. Other modules use {@link
 * org.gridwright.data.store.TestPlans}, {@link org.gridwright.data.store.geopackage.TempGeoPackage}
 * and {@link org.gridwright.data.store.postgis.TestPostgis}.
 */
@NullMarked
package org.gridwright.data.store;

import org.jspecify.annotations.NullMarked;
