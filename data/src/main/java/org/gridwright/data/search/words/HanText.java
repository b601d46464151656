package org.gridwright.data.search.words;

import com.ibm.icu.text.Transliterator;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Chinese characters: their simplified form, and how they sound. Thread-safe. */
public final class HanText {

  private static final int CHARACTERS = 1 << 16;
  private static final Transliterator SIMPLIFIED =
      Transliterator.getInstance("Traditional-Simplified");
  private static final Transliterator SOUND = Transliterator.getInstance("Han-Latin; Latin-ASCII");
  private static final AtomicReferenceArray<String> SIMPLE = new AtomicReferenceArray<>(CHARACTERS);
  private static final AtomicReferenceArray<String> SOUNDS = new AtomicReferenceArray<>(CHARACTERS);

  private HanText() {}

  /** Whether a character is written in Chinese; those beyond the first plane count as signs. */
  public static boolean isHan(char character) {
    return (character >= '\u4e00' && character <= '\u9fff')
        || (character >= '\u3400' && character <= '\u4dbf')
        || character == '〇';
  }

  /** The simplified form of a character. */
  public static char simplified(char character) {
    String known = SIMPLE.get(character);
    if (known == null) {
      String made = SIMPLIFIED.transliterate(String.valueOf(character));
      known = made.length() == 1 ? made : String.valueOf(character);
      SIMPLE.set(character, known);
    }
    return known.charAt(0);
  }

  /** How a character sounds, in Pinyin without tones. */
  public static String sound(char character) {
    String known = SOUNDS.get(character);
    if (known == null) {
      known = SOUND.transliterate(String.valueOf(character)).strip();
      SOUNDS.set(character, known);
    }
    return known;
  }
}
