/** Address search on a real store. */
@NullMarked
package org.gridwright.data.search;

import org.jspecify.annotations.NullMarked;
