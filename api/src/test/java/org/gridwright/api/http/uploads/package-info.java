/** Tests of what is kept of files that are brought in. */
@NullMarked
package org.gridwright.api.http.uploads;

import org.jspecify.annotations.NullMarked;
