/**
 * What all HTTP resources share: parameters, problems, languages, logging and metrics.
 *
 * <p>One package per resource lies below this one. Each endpoint there is a request record with a
 * {@code parse} method, a handler, and answer records that become JSON. Conditions:
 *
 * <ol>
 *   <li>Whatever a client sends, the answer is not a 500: what cannot be read is a {@link
 *       org.gridwright.api.http.ProblemException}, worded in the client's language.
 *   <li>An error of the server is logged once and told without details.
 *   <li>This package knows no resource; {@code app} assembles them.
 * </ol>
 *
 * <p>Open {@link org.gridwright.api.http.Resource} first.
 */
@NullMarked
package org.gridwright.api.http;

import org.jspecify.annotations.NullMarked;
