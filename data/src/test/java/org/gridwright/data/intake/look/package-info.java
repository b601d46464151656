/** Tests of looks at files. */
@NullMarked
package org.gridwright.data.intake.look;

import org.jspecify.annotations.NullMarked;
