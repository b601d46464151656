/** How long work on drafts may take. */
@NullMarked
package org.gridwright.api.http.drafts;

import org.jspecify.annotations.NullMarked;
