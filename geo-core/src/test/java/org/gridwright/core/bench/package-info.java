/** Benchmarks of the core, beside what they measure and outside the shipped jar. */
package org.gridwright.core.bench;
