/** Tests of drafts at work. */
@NullMarked
package org.gridwright.data.draft;

import org.jspecify.annotations.NullMarked;
