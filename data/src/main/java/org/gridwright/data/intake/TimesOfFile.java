package org.gridwright.data.intake;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gridwright.core.message.Message;
import org.gridwright.data.exchange.Feature;
import org.gridwright.data.exchange.FeatureReader;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.ReadOptions;
import org.gridwright.data.exchange.Source;
import org.gridwright.data.message.DataMessages;
import org.jspecify.annotations.Nullable;

/**
 * The times of one file, all read in one order of day and month: the one that was said, else that
 * of the rows that leave no choice. Where none does, or two contradict each other, the file is
 * refused. The file is looked through when the first time needs it. For one thread.
 */
public final class TimesOfFile {

  private final Path file;
  private final ReadOptions reading;
  private final List<String> fields;
  private IncidentTimes times;
  private @Nullable Message note;

  /**
   * The times of a file.
   *
   * @param reading how the file is read
   * @param fields of a time, joined with a blank
   * @param times how they are read; their order is found where it is not said
   */
  public TimesOfFile(Path file, ReadOptions reading, List<String> fields, IncidentTimes times) {
    this.file = file;
    this.reading = reading;
    this.fields = List.copyOf(fields);
    this.times = times;
  }

  /** A text that decides, and where it stands. */
  private record Deciding(String text, Source at) {}

  /**
   * The city's local time of a record.
   *
   * @throws InputException when the record has no time, or one that cannot be read; of the file as
   *     a whole when the order of day and month is not known
   */
  public LocalDateTime of(Feature feature) {
    String text = fields.stream().map(feature::required).collect(Collectors.joining(" "));
    return ordered(text, feature.source()).read(text, feature.source());
  }

  /**
   * The moment that a text of the file says.
   *
   * @param city where local times are meant
   * @throws InputException as {@link #of}
   */
  public Instant moment(String text, Source source, ZoneId city) {
    return ordered(text, source).moment(text, source, city);
  }

  private IncidentTimes ordered(String text, Source source) {
    if (times.order() == null && IncidentTimes.Hint.of(text).isPresent()) {
      times = times.in(found(text, source));
    }
    return times;
  }

  /** How the order was found, where it was. */
  public List<Message> notes() {
    return Optional.ofNullable(note).stream().toList();
  }

  private DayOrder found(String text, Source source) {
    Deciding dayFirst = null;
    Deciding monthFirst = null;
    try (FeatureReader reader = FeatureReader.open(file, reading)) {
      while (reader.hasNext() && (dayFirst == null || monthFirst == null)) {
        Feature each = reader.next();
        String said = said(each);
        DayOrder order = IncidentTimes.Hint.of(said).map(IncidentTimes.Hint::order).orElse(null);
        if (order == DayOrder.DAY_FIRST && dayFirst == null) {
          dayFirst = new Deciding(said, each.source());
        } else if (order == DayOrder.MONTH_FIRST && monthFirst == null) {
          monthFirst = new Deciding(said, each.source());
        }
      }
    }
    Source whole = Source.file(source.file());
    if (dayFirst != null && monthFirst != null) {
      throw InputException.at(
          whole,
          "intake.time-two-orders",
          dayFirst.text,
          place(dayFirst.at),
          monthFirst.text,
          place(monthFirst.at));
    }
    Deciding deciding = dayFirst == null ? monthFirst : dayFirst;
    if (deciding == null) {
      throw InputException.at(whole, "intake.time-undecided", text, place(source));
    }
    note =
        DataMessages.of(
            dayFirst == null ? "intake.note-month-first" : "intake.note-day-first",
            deciding.text,
            place(deciding.at));
    return dayFirst == null ? DayOrder.MONTH_FIRST : DayOrder.DAY_FIRST;
  }

  private static Message place(Source at) {
    return DataMessages.of(
        at.kind() == Source.Kind.LINE ? "intake.line" : "intake.feature",
        String.valueOf(at.number()));
  }

  private String said(Feature feature) {
    return fields.stream()
        .map(field -> feature.value(field).orElse(""))
        .collect(Collectors.joining(" "));
  }
}
