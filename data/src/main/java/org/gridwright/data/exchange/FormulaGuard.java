package org.gridwright.data.exchange;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from running a text as a formula (OWASP, <i>CSV Injection</i>): an apostrophe
 * before what begins with {@code = + - @}, their wide forms, a tab, CR or LF, and no number. A text
 * that begins so behind apostrophes gets one more, so that {@link #removed} of {@link #guarded} is
 * every text as it was.
 */
public final class FormulaGuard {

  private static final Pattern FORMULA =
      Pattern.compile("'*+[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20].*", Pattern.DOTALL);
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?+(?:[0-9]++(?:[.][0-9]*+)?+|[.][0-9]++)(?:[eE][+-]?+[0-9]++)?+");

  private FormulaGuard() {}

  /** The text as a cell that no spreadsheet runs. */
  public static String guarded(String text) {
    return isSafe(text) || NUMBER.matcher(text).matches() || !FORMULA.matcher(text).matches()
        ? text
        : "'" + text;
  }

  /** The text that {@link #guarded} made a cell of. */
  public static String removed(String cell) {
    boolean guards =
        cell.length() > 1
            && cell.charAt(0) == '\''
            && FORMULA.matcher(cell).region(1, cell.length()).matches();
    return guards ? cell.substring(1) : cell;
  }

  /** Most texts begin with a letter or a digit. */
  private static boolean isSafe(String text) {
    return text.isEmpty() || Character.isLetterOrDigit(text.charAt(0));
  }
}
