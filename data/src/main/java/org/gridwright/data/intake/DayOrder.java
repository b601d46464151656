package org.gridwright.data.intake;

/** Which of the two first numbers of a date such as 05/03/2024 is the day. */
public enum DayOrder {
  /** 5 March. */
  DAY_FIRST,
  /** 3 May. */
  MONTH_FIRST
}
