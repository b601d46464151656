/** Tests of files of assignments. */
@NullMarked
package org.gridwright.data.assignments;

import org.jspecify.annotations.NullMarked;
