/** Tests of files that are kept for a while. */
@NullMarked
package org.gridwright.api.http.kept;

import org.jspecify.annotations.NullMarked;
