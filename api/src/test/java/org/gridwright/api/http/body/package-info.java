/** What bodies may hold. */
@NullMarked
package org.gridwright.api.http.body;

import org.jspecify.annotations.NullMarked;
