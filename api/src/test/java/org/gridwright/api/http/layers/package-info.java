/** What of the layers can be seen without a server. */
@NullMarked
package org.gridwright.api.http.layers;

import org.jspecify.annotations.NullMarked;
