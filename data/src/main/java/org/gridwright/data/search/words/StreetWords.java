package org.gridwright.data.search.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What is known of words of addresses, in all languages at once. Immutable; read from data. */
public final class StreetWords {

  private static final StreetWords KNOWN = read();

  private final Map<String, List<String>> meanings = new HashMap<>();
  private final Map<String, Set<String>> sets = new HashMap<>();

  private String digest = "";

  private StreetWords() {}

  /** The words of {@code words.txt}. */
  public static StreetWords known() {
    return KNOWN;
  }

  /** Another one whenever what is known is another. */
  public String digest() {
    return digest;
  }

  /** What a word may stand for, such as "street" and "saint" for "st"; none for most words. */
  public List<String> meanings(String word) {
    List<String> known = meanings.get(word);
    if (known == null && word.length() > 5 && word.endsWith("str")) {
      return List.of(word + "asse");
    }
    if (known == null && word.length() > 8 && word.endsWith("strasse")) {
      return List.of(word);
    }
    return known == null ? List.of() : known;
  }

  /** Whether two words may stand for the same. */
  public boolean same(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    List<String> meant = meanings(one);
    if (meant.isEmpty()) {
      return false;
    }
    List<String> others = meanings(other);
    for (String each : meant) {
      if (others.contains(each)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word says little, as articles do. */
  public boolean isArticle(String word) {
    return in("article", word);
  }

  /** Whether a word stands around addresses and in none. */
  public boolean isAround(String word) {
    return in("around", word);
  }

  /** Whether a word names what is far larger than any city, or a part of such a name. */
  public boolean isWide(String word) {
    return in("wide", word);
  }

  /** Whether a word is a kind of street that stands before the name. */
  public boolean begins(String word) {
    return in("first", word);
  }

  /** Whether a word is a kind of street that stands behind the name. */
  public boolean ends(String word) {
    return in("last", word);
  }

  /** Whether a word says where on a street, behind its kind. */
  public boolean isDirection(String word) {
    return in("direction", word);
  }

  /** Whether a word joins two streets to a corner. */
  public boolean joins(String word) {
    return in("join", word);
  }

  /** Whether a word says that a corner is meant. */
  public boolean isCorner(String word) {
    return in("corner", word);
  }

  private boolean in(String set, String word) {
    return sets.getOrDefault(set, Set.of()).contains(word);
  }

  private static StreetWords read() {
    StreetWords words = new StreetWords();
    try (InputStream stream =
            Objects.requireNonNull(StreetWords.class.getResourceAsStream("words.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      List<String> known =
          lines
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("//"))
              .toList();
      known.forEach(words::take);
      words.digest = Integer.toHexString(known.hashCode());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    words.meanings.replaceAll((word, meant) -> List.copyOf(meant));
    return words;
  }

  private void take(String line) {
    String[] parts = line.split("\\s+", -1);
    for (String kind : parts[0].split("\\+", -1)) {
      for (int i = 1; i < parts.length; i++) {
        String word = Tokens.folded(parts[i]);
        sets.computeIfAbsent(kind, none -> new HashSet<>()).add(word);
        if (kind.equals("same")) {
          meanings.computeIfAbsent(word, none -> new ArrayList<>()).add(Tokens.folded(parts[1]));
        }
      }
    }
  }
}
