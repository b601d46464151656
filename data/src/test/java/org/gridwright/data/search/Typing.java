package org.gridwright.data.search;

import com.ibm.icu.text.Transliterator;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people do to an address when they type it. Seeded by the caller. */
final class Typing {

  private static final Pattern WORD = Pattern.compile("\\p{IsLatin}{4,}");
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
  private static final Transliterator TRADITIONAL =
      Transliterator.getInstance("Simplified-Traditional");
  private static final Transliterator SOUND = Transliterator.getInstance("Han-Latin; Latin-ASCII");
  private static final Map<String, List<Character>> HOMOPHONES = new HashMap<>();
  private static final int FIRST_COMMON = 0x4e00;
  private static final int LAST_COMMON = 0x9fa5;

  private Typing() {}

  /** One letter of a word of four or more wrong, missing, too many or swapped; never the first. */
  static String error(String text, Random random) {
    return inWord(text, random, word -> error(word, 1 + random.nextInt(word.length() - 1), random));
  }

  /** Another letter first. */
  static String firstLetter(String text, Random random) {
    return inWord(text, random, word -> letter(random) + word.substring(1));
  }

  private static String error(String word, int at, Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> word.substring(0, at) + letter(random) + word.substring(at + 1);
      case 1 -> word.substring(0, at) + word.substring(at + 1);
      case 2 -> word.substring(0, at) + letter(random) + word.substring(at);
      default ->
          at + 1 < word.length()
              ? word.substring(0, at)
                  + word.charAt(at + 1)
                  + word.charAt(at)
                  + word.substring(at + 2)
              : word.substring(0, at);
    };
  }

  private static char letter(Random random) {
    return LETTERS.charAt(random.nextInt(LETTERS.length()));
  }

  private static String inWord(String text, Random random, UnaryOperator<String> change) {
    List<int[]> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(new int[] {matcher.start(), matcher.end()});
    }
    if (words.isEmpty()) {
      return text;
    }
    int[] word = words.get(random.nextInt(words.size()));
    return text.substring(0, word[0])
        + change.apply(text.substring(word[0], word[1]))
        + text.substring(word[1]);
  }

  /** A blank less. */
  static String spaceMissing(String text, Random random) {
    List<Integer> blanks = new ArrayList<>();
    for (int i = text.indexOf(' '); i >= 0; i = text.indexOf(' ', i + 1)) {
      blanks.add(i);
    }
    if (blanks.isEmpty()) {
      return text;
    }
    int at = blanks.get(random.nextInt(blanks.size()));
    return text.substring(0, at) + text.substring(at + 1);
  }

  /** A blank more, inside a word. */
  static String spaceInserted(String text, Random random) {
    return inWord(
        text,
        random,
        word -> {
          int at = 1 + random.nextInt(word.length() - 1);
          return word.substring(0, at) + " " + word.substring(at);
        });
  }

  static String traditional(String text) {
    return TRADITIONAL.transliterate(text);
  }

  /** A character of a name that sounds the same; the text where there is none. */
  static String homophone(String name, Random random) {
    int at = random.nextInt(name.length());
    for (int tries = 0; tries < name.length(); tries++, at = (at + 1) % name.length()) {
      char right = name.charAt(at);
      List<Character> others = homophones().getOrDefault(sound(right), List.of());
      if (others.size() > 1) {
        char other = right;
        while (other == right) {
          other = others.get(random.nextInt(others.size()));
        }
        return name.substring(0, at) + other + name.substring(at + 1);
      }
    }
    return name;
  }

  private static String sound(char han) {
    return SOUND.transliterate(String.valueOf(han)).strip();
  }

  /** Simplified characters by sound. */
  private static Map<String, List<Character>> homophones() {
    if (HOMOPHONES.isEmpty()) {
      CharsetEncoder common = Charset.forName("GB2312").newEncoder();
      for (char han = FIRST_COMMON; han <= LAST_COMMON; han++) {
        if (common.canEncode(han)) {
          HOMOPHONES.computeIfAbsent(sound(han), none -> new ArrayList<>()).add(han);
        }
      }
    }
    return HOMOPHONES;
  }

  /** A character of a name replaced by any other. */
  static String wrongCharacter(String name, Random random) {
    int at = random.nextInt(name.length());
    char other = (char) (FIRST_COMMON + random.nextInt(5000));
    return name.substring(0, at) + other + name.substring(at + 1);
  }

  static String missingCharacter(String name, Random random) {
    int at = random.nextInt(name.length());
    return name.substring(0, at) + name.substring(at + 1);
  }

  static String swapped(String name, Random random) {
    int at = random.nextInt(name.length() - 1);
    return name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
  }
}
