package org.gridwright.data.demo.life;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridwright.data.demo.ground.Road;
import org.gridwright.data.demo.ground.Seeded;

/** Made-up names in Chinese and English. Pure. */
public final class MadeUpNames {

  /** A name in both languages. */
  public record Name(String zh, String en) {

    /** Both in one text, so that either is found. */
    public String both() {
      return zh + " (" + en + ")";
    }

    Name with(String zhEnd, String enEnd) {
      return new Name(zh + zhEnd, en + enEnd);
    }
  }

  public static final Name CITY = new Name("云津市", "Yunjin City");
  public static final Name RIVER = new Name("云江", "Yun River");

  private static final String[] FIRST =
      ("文Wen 永Yong 安An 新Xin 长Chang 福Fu 明Ming 清Qing 云Yun 春Chun 华Hua 金Jin 玉Yu 龙Long "
              + "凤Feng 桂Gui 松Song 柳Liu 梅Mei 竹Zhu 海Hai 东Dong 西Xi 南Nan 北Bei 高Gao 石Shi "
              + "双Shuang 古Gu 望Wang 和He 祥Xiang 光Guang 学Xue 书Shu 茶Cha 荷He 银Yin 向Xiang 建Jian")
          .split(" ");
  private static final String[] SECOND =
      ("昌chang 兴xing 平ping 宁ning 乐le 康kang 泰tai 源yuan 林lin 桥qiao 湖hu 山shan 园yuan "
              + "塘tang 岭ling 湾wan 亭ting 阳yang 庄zhuang 门men 苑yuan 台tai 井jing 田tian 坡po "
              + "泉quan 洲zhou 港gang 义yi 德de 仁ren 业ye 丰feng 盛sheng 庆qing 溪xi 河he")
          .split(" ");
  private static final String[] SURNAMES =
      ("王Wang 李Li 张Zhang 刘Liu 陈Chen 杨Yang 赵Zhao 黄Huang 周Zhou 吴Wu 徐Xu 孙Sun 胡Hu 朱Zhu "
              + "高Gao 林Lin 何He 郭Guo 马Ma 罗Luo 梁Liang 宋Song 郑Zheng 谢Xie 韩Han 唐Tang 冯Feng")
          .split(" ");
  private static final String[] GIVEN =
      ("伟wei 芳fang 敏min 静jing 丽li 强qiang 磊lei 洋yang 勇yong 艳yan 杰jie 娟juan 涛tao 超chao "
              + "霞xia 刚gang 婷ting 宇yu 晨chen 佳jia 欣xin 晓xiao 志zhi 国guo 红hong 玲ling 斌bin")
          .split(" ");
  private static final List<Name> NORTH =
      List.of(
          new Name("江北", "Jiangbei"),
          new Name("云岭", "Yunling"),
          new Name("东城", "Dongcheng"),
          new Name("长林", "Changlin"),
          new Name("青原", "Qingyuan"),
          new Name("北湖", "Beihu"));
  private static final List<Name> SOUTH =
      List.of(
          new Name("江南", "Jiangnan"),
          new Name("南浦", "Nanpu"),
          new Name("望山", "Wangshan"),
          new Name("麓阳", "Luyang"));
  private static final String DIGITS = "零一二三四五六七八九";

  private MadeUpNames() {}

  /** The next district's name on its bank of the river, not yet in {@code taken}. */
  public static Name district(boolean north, Seeded random, Set<String> taken) {
    for (Name name : north ? NORTH : SOUTH) {
      if (taken.add(name.zh)) {
        return name.with("区", " District");
      }
    }
    return place(random, taken).with("区", " District");
  }

  public static Name street(Seeded random, Set<String> taken) {
    return place(random, taken).with("街道", " Subdistrict");
  }

  public static Name community(Seeded random, Set<String> taken) {
    return place(random, taken).with("社区", " Community");
  }

  /** The community that is the river. */
  public static Name riverCommunity() {
    return new Name(RIVER.zh + "水域社区", RIVER.en + " Waters");
  }

  /** A grid's name from its number within the community, 1 to 999. */
  public static Name grid(int number) {
    return new Name("第" + numeral(number) + "网格", "Grid " + number);
  }

  /** The name of a road, with its kind. */
  public static Name road(int road) {
    int number = Road.number(road);
    Name stem = pair(number % (FIRST.length * SECOND.length));
    return switch (Road.kind(road)) {
      case BANK -> new Name("滨江大道", "Binjiang Boulevard");
      case BOULEVARD -> stem.with("大道", " Boulevard");
      case AVENUE -> stem.with("大街", " Avenue");
      case STREET -> stem.with("路", " Road");
      case LANE, EDGE, BRIDGE ->
          switch (number / (FIRST.length * SECOND.length) % 4) {
            case 0 -> stem.with("巷", " Lane");
            case 1 -> stem.with("路", " Road");
            default -> stem.with("街", " Street");
          };
    };
  }

  /** A person who does not exist. */
  public static Name person(Seeded random) {
    String surname = SURNAMES[random.below(SURNAMES.length)];
    String given = GIVEN[random.below(GIVEN.length)];
    String second = random.chance(0.6) ? GIVEN[random.below(GIVEN.length)] : "";
    String en = english(given) + (second.isEmpty() ? "" : english(second));
    return new Name(
        chinese(surname) + chinese(given) + (second.isEmpty() ? "" : chinese(second)),
        english(surname) + " " + Character.toUpperCase(en.charAt(0)) + en.substring(1));
  }

  private static Name place(Seeded random, Set<String> taken) {
    int pairs = FIRST.length * SECOND.length;
    int k = random.below(pairs);
    for (int tries = 0; tries < pairs; tries++, k = (k + 1) % pairs) {
      if (taken.add(pair(k).zh)) {
        return pair(k);
      }
    }
    Name stem = pair(k);
    int round = 2;
    while (!taken.add(stem.zh + numeral(round))) {
      round++;
    }
    return new Name(stem.zh + numeral(round), stem.en + " " + round);
  }

  /** A set of names already given, with the city's own name in it. */
  public static Set<String> none() {
    return new HashSet<>(Set.of("云津"));
  }

  private static Name pair(int k) {
    String first = FIRST[k / SECOND.length];
    String second = SECOND[k % SECOND.length];
    return new Name(chinese(first) + chinese(second), english(first) + english(second));
  }

  private static String chinese(String syllable) {
    return syllable.substring(0, 1);
  }

  private static String english(String syllable) {
    return syllable.substring(1);
  }

  /** A number from 1 to 999 in Chinese numerals. */
  static String numeral(int number) {
    StringBuilder text = new StringBuilder();
    int hundreds = number / 100;
    int tens = number / 10 % 10;
    int ones = number % 10;
    if (hundreds > 0) {
      text.append(DIGITS.charAt(hundreds)).append('百');
    }
    if (tens > 0) {
      text.append(tens == 1 && hundreds == 0 ? "" : DIGITS.charAt(tens)).append('十');
    } else if (hundreds > 0 && ones > 0) {
      text.append('零');
    }
    return ones > 0 ? text.append(DIGITS.charAt(ones)).toString() : text.toString();
  }
}
