package org.gridwright.data.intake.look;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.data.intake.LevelFields;
import org.jspecify.annotations.Nullable;

/**
 * How records of areas may be read as zones.
 *
 * @param levels coarse to fine, the last one that of the grids
 * @param nameField field of the grids' names; null where the codes are all there is
 * @param codes the scheme that the codes follow
 * @param facts what other fields count for, in the order of the file
 */
public record ZoneProposal(
    List<LevelFields> levels,
    @Nullable String nameField,
    CodeScheme codes,
    List<FactProposal> facts) {

  /** What the finest level is called where the file says nothing. */
  private static final String GRID = "grid";

  /** Names of levels are words; what a field of that meaning says in all records may be one. */
  private static final List<String> LEVEL_FIELDS = List.of("level", "级别", "层级");

  public ZoneProposal {
    levels = List.copyOf(levels);
    facts = List.copyOf(facts);
  }

  /** What the sample proposes; empty where no field can be a code. */
  static Optional<ZoneProposal> of(Sample sample, @Nullable String keyField) {
    List<FieldLook> fields = sample.fields();
    Optional<FieldLook> code =
        fields.stream()
            .filter(it -> !it.name().equals(keyField))
            .filter(it -> canBeCode(it, sample))
            .max(Comparator.comparingDouble((FieldLook it) -> fitness(it, sample)));
    return code.map(it -> of(sample, fields, it, keyField));
  }

  private static ZoneProposal of(
      Sample sample, List<FieldLook> fields, FieldLook code, @Nullable String keyField) {
    List<LevelFields> levels = new ArrayList<>();
    List<String> above = List.of();
    for (FieldLook parent : parents(sample, fields, code)) {
      List<String> own = new ArrayList<>();
      if (!sample.follows(above, List.of(parent.name()))) {
        own.addAll(above);
      }
      own.add(parent.name());
      levels.add(new LevelFields(levelName(parent.name(), levels), own));
      above = own;
    }
    levels.add(new LevelFields(gridName(sample, fields, code, levels), List.of(code.name())));
    return new ZoneProposal(
        levels, name(fields, code), scheme(sample, code), FactProposal.of(sample, keyField));
  }

  private static boolean canBeCode(FieldLook field, Sample sample) {
    return field.filled() == sample.records()
        && field.distinct() > 0
        && field.kind() != FieldLook.Kind.DECIMAL
        && field.kind() != FieldLook.Kind.TIME
        && field.examples().stream().noneMatch(it -> it.startsWith("[") || it.endsWith("…"));
  }

  private static double fitness(FieldLook field, Sample sample) {
    String name = field.name();
    double unique = (double) field.distinct() / sample.records();
    double said =
        FieldWords.says(FieldWords.NO_CODE, name)
            ? -2
            : FieldWords.says(FieldWords.CODE, name)
                ? 0.6
                : FieldWords.coarseness(name).isPresent()
                    ? 0.4
                    : FieldWords.says(FieldWords.ID, name)
                        ? 0.3
                        : FieldWords.says(FieldWords.NAME, name) ? 0.1 : 0;
    return 2 * unique + said - (name.contains(".") ? 0.3 : 0);
  }

  /** Fields of which each code has one value, and whose names are those of levels. */
  private static List<FieldLook> parents(Sample sample, List<FieldLook> fields, FieldLook code) {
    List<FieldLook> parents = new ArrayList<>();
    fields.stream()
        .filter(it -> !it.equals(code))
        .filter(it -> canBeCode(it, sample))
        .filter(it -> FieldWords.coarseness(it.name()).isPresent())
        .filter(it -> it.distinct() < code.distinct())
        .filter(it -> sample.follows(List.of(it.name()), List.of(code.name())))
        .sorted(Comparator.comparingInt(it -> FieldWords.coarseness(it.name()).orElseThrow()))
        .forEach(
            it -> {
              boolean another =
                  parents.stream()
                      .allMatch(
                          before ->
                              !FieldWords.coarseness(before.name())
                                  .equals(FieldWords.coarseness(it.name())));
              if (another) {
                parents.add(it);
              }
            });
    return parents;
  }

  private static String levelName(String field, List<LevelFields> above) {
    String word =
        field
            .toLowerCase(Locale.ROOT)
            .replaceAll("^parent[._].*", "city")
            .replaceAll("[_ ]?(code|id|no|num|编码|代码)$", "");
    return free(word, above);
  }

  private static String gridName(
      Sample sample, List<FieldLook> fields, FieldLook code, List<LevelFields> above) {
    Optional<String> said =
        fields.stream()
            .filter(it -> LEVEL_FIELDS.contains(it.name().toLowerCase(Locale.ROOT)))
            .filter(it -> it.distinct() == 1 && it.filled() == sample.records())
            .map(it -> it.examples().get(0))
            .filter(it -> it.matches("[\\p{L}-]{1,32}"))
            .findFirst();
    String word =
        said.orElseGet(
            () ->
                FieldWords.coarseness(code.name()).isPresent()
                    ? code.name().toLowerCase(Locale.ROOT).replaceAll("[_ ]?(code|id|no|num)$", "")
                    : GRID);
    return free(word, above);
  }

  private static String free(String word, List<LevelFields> above) {
    boolean taken = above.stream().anyMatch(it -> it.level().equals(word));
    return taken || word.isBlank() ? GRID : word;
  }

  private static @Nullable String name(List<FieldLook> fields, FieldLook code) {
    return fields.stream()
        .filter(it -> !it.equals(code) && it.kind() == FieldLook.Kind.TEXT)
        .map(FieldLook::name)
        .filter(it -> FieldWords.says(FieldWords.NAME, it))
        .findFirst()
        .orElse(null);
  }

  private static CodeScheme scheme(Sample sample, FieldLook code) {
    boolean cn15 = sample.values(code.name()).stream().allMatch(it -> it.matches("[0-9]{15}"));
    return cn15 ? CodeScheme.CN15 : CodeScheme.FREE;
  }
}
