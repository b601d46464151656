/**
 * Holds real requests and answers against the document of the API.
 *
 * <p>Conditions: every exchange of the tests' client goes through here; the document is read as the
 * server serves it, and its answers are taken strictly: a member that it does not name is a
 * violation.
 */
@NullMarked
package org.gridwright.api.http.contract;

import org.jspecify.annotations.NullMarked;
