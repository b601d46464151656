/**
 * Records that several resources answer with; they become JSON member by member, in this order.
 *
 * <p>Conditions: degrees are longitude first with at most 7 decimals; metres and square metres are
 * rounded to one decimal.
 */
@NullMarked
package org.gridwright.api.http.answer;

import org.jspecify.annotations.NullMarked;
