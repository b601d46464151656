package org.gridwright.data.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gridwright.core.message.Message;
import org.gridwright.data.exchange.Feature;
import org.gridwright.data.message.DataMessages;
import org.jspecify.annotations.Nullable;

/**
 * What the features of a boundary file say beside their outlines, kept so that the file can be
 * written again with other outlines. Of several features of one code the first one speaks; {@link
 * #notes} says where they differ. For one thread.
 */
public final class Originals {

  /** How many units are named for a field. */
  private static final int MOST_NAMED = 5;

  private final Map<String, Original> byCode = new LinkedHashMap<>();
  private final Set<String> fields = new LinkedHashSet<>();
  private final Map<String, Set<String>> differing = new TreeMap<>();

  /**
   * What one feature says.
   *
   * @param id its identity in the file; null where it has none
   * @param texts fields and their values as text, nested ones with a dot
   * @param members fields and their values as the file has them
   */
  public record Original(
      @Nullable String id,
      Map<String, @Nullable String> texts,
      Map<String, @Nullable Object> members) {}

  /** Takes note of a feature of the unit with this code. */
  public void add(String code, Feature feature) {
    fields.addAll(feature.properties().keySet());
    Original first =
        byCode.putIfAbsent(
            code, new Original(feature.id(), feature.properties(), feature.members()));
    if (first != null) {
      noteDifferences(code, first, feature);
    }
  }

  /** By code, in the order of the file. */
  public Map<String, Original> byCode() {
    return Collections.unmodifiableMap(byCode);
  }

  /** The fields of all features, nested ones with a dot, in the order of the file. */
  public List<String> fields() {
    return List.copyOf(fields);
  }

  /** One remark for each field in which features of one code differ. */
  public List<Message> notes() {
    List<Message> notes = new ArrayList<>();
    differing.forEach(
        (field, codes) ->
            notes.add(
                DataMessages.of(
                    "intake.note-parts-differ",
                    field,
                    codes.size(),
                    String.join(", ", codes.stream().limit(MOST_NAMED).toList())
                        + (codes.size() > MOST_NAMED ? ", …" : ""))));
    return notes;
  }

  private void noteDifferences(String code, Original first, Feature feature) {
    Set<String> names = new TreeSet<>(first.texts().keySet());
    names.addAll(feature.properties().keySet());
    for (String name : names) {
      if (!Objects.equals(first.texts().get(name), feature.properties().get(name))) {
        differing.computeIfAbsent(name, it -> new TreeSet<>()).add(code);
      }
    }
  }
}
