/** Tests of the PostGIS store, and a private PostgreSQL server for tests of other modules. */
@NullMarked
package org.gridwright.data.store.postgis;

import org.jspecify.annotations.NullMarked;
