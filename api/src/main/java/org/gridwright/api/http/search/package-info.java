/** {@code /api/v1/search}: addresses by text, with the grid each lies in today. */
@NullMarked
package org.gridwright.api.http.search;

import org.jspecify.annotations.NullMarked;
