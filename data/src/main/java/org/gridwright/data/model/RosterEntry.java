package org.gridwright.data.model;

/**
 * A line of the roster.
 *
 * @param id of the assignment in its store
 * @param version tells whether the assignment was changed since
 */
public record RosterEntry(long id, Officer officer, Assignment assignment, long version) {}
