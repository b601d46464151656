package org.gridwright.data.search;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Splits addresses and queries into the same tokens. Thread-safe. */
final class AddressAnalyzer extends Analyzer {

  private static final NormalizeCharMap MARKS = marks();

  private final boolean single;

  /**
   * @param single whether single Chinese characters are tokens beside the pairs
   */
  AddressAnalyzer(boolean single) {
    this.single = single;
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    StandardTokenizer tokens = new StandardTokenizer();
    TokenStream folded = new ASCIIFoldingFilter(new LowerCaseFilter(new CJKWidthFilter(tokens)));
    return new TokenStreamComponents(
        tokens,
        new CJKBigramFilter(
            folded,
            CJKBigramFilter.HAN
                | CJKBigramFilter.HIRAGANA
                | CJKBigramFilter.KATAKANA
                | CJKBigramFilter.HANGUL,
            single));
  }

  @Override
  protected Reader initReader(String field, Reader reader) {
    return new MappingCharFilter(MARKS, reader);
  }

  /** The tokens of a text, in order. */
  List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    try (TokenStream stream = tokenStream("text", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        tokens.add(term.toString());
      }
      stream.end();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return tokens;
  }

  private static NormalizeCharMap marks() {
    NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
    for (String mark : List.of("'", "’", "ʼ", "_", ".", ":")) {
      map.add(mark, " ");
    }
    return map.build();
  }
}
