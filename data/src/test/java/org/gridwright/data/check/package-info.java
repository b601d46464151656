/** Tests of checking plans with all that a store knows. */
@NullMarked
package org.gridwright.data.check;

import org.jspecify.annotations.NullMarked;
