package org.gridwright.data.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.stream.Stream;
import org.gridwright.core.message.Message;
import org.junit.jupiter.api.Test;

/** Every layer and every field has a title in both languages. */
class LayerSchemasTest {

  @Test
  void layersAndFieldsHaveTitlesInBothLanguages() {
    List<String> missing = new ArrayList<>();
    for (LayerSchema layer : LayerSchemas.all()) {
      Stream.concat(Stream.of(layer.title()), layer.fields().stream().map(Field::title))
          .filter(title -> !isWorded(title))
          .forEach(title -> missing.add(title.key()));
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void anAttributeIsCalledByItsKeyAndDoesNotHideAField() {
    LayerSchema units = LayerSchemas.units(List.of("households", "name", "name:zh"));

    assertThat(units.fieldNames())
        .containsExactly("level", "code", "name", "parent", "households", "name:zh");
    assertThat(units.field("households").title().in(Locale.SIMPLIFIED_CHINESE))
        .isEqualTo("households");
  }

  private static boolean isWorded(Message title) {
    try {
      return !title.in(Locale.ROOT).isBlank()
          && !title.in(Locale.SIMPLIFIED_CHINESE).equals(title.in(Locale.ROOT));
    } catch (MissingResourceException missing) {
      return false;
    }
  }
}
