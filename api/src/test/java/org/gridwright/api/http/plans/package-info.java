/** What the answers about published plans are made of, without a server. */
@NullMarked
package org.gridwright.api.http.plans;

import org.jspecify.annotations.NullMarked;
