/** Tests of the GeoPackage store, and temporary files for tests of other modules. */
@NullMarked
package org.gridwright.data.store.geopackage;

import org.jspecify.annotations.NullMarked;
