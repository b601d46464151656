/** Tests of imports into real stores. */
@NullMarked
package org.gridwright.data.intake;

import org.jspecify.annotations.NullMarked;
