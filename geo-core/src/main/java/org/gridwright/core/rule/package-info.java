/**
 * The rules that a city can switch and tune, as data: each {@link
 * org.gridwright.core.rule.RuleKind} owns its name, its parameters, whether it is usually on, and
 * how it gets into a check.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>Whatever the rules say, what breaks the seam is found.
 *   <li>A kind of rule that gets into no check does not compile.
 *   <li>What a {@link org.gridwright.core.rule.RuleSet} leaves out is as usual, so that a kind that
 *       a later release adds does not change what was stored.
 * </ol>
 */
@NullMarked
package org.gridwright.core.rule;

import org.jspecify.annotations.NullMarked;
