/** Plans compared with each other, and crosswalks between themes. */
@NullMarked
package org.gridwright.api.http.compare;

import org.jspecify.annotations.NullMarked;
