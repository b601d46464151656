package org.gridwright.api.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gridwright.api.http.contract.ApiDocument;
import org.gridwright.core.compare.Alteration;
import org.gridwright.core.compare.Fate;
import org.gridwright.core.edit.Refusal;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.Severity;
import org.gridwright.core.hotspot.scan.NothingToScan;
import org.gridwright.core.hotspot.scan.ScanModel;
import org.gridwright.core.partition.NotSeamlessException;
import org.gridwright.core.plan.DeclaredVoid;
import org.gridwright.core.repair.Choice;
import org.gridwright.core.repair.Mend;
import org.gridwright.core.rule.RuleKind;
import org.gridwright.data.demo.DemoCity;
import org.gridwright.data.demo.DemoOptions;
import org.gridwright.data.demo.DemoStage;
import org.gridwright.data.demo.life.Category;
import org.gridwright.data.demo.life.Channel;
import org.gridwright.data.intake.IntakeStage;
import org.gridwright.data.redraw.BalanceBy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every id has its words in every catalogue, in both languages: what is added in one place and
 * forgotten in another is named here.
 */
class IdsTest {

  private static final Map<String, Words> CATALOGUES =
      Map.of(
          "core", Words.ofCore(),
          "data", Words.ofData(),
          "api", Words.ofApi(),
          "web", Words.ofWeb());

  private static List<String> missing(String catalogue, List<String> keys) throws IOException {
    List<String> missing = new ArrayList<>();
    for (String key : keys) {
      missing.addAll(CATALOGUES.get(catalogue).without(key));
    }
    return missing;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @ParameterizedTest
  @EnumSource
  void aKindOfFindingHasItsWords(Finding.Kind kind) throws IOException {
    List<String> missing = missing("core", kind.sentences());
    missing.addAll(missing("api", List.of("cli.check.kind-" + kind.id())));
    missing.addAll(missing("web", List.of("finding." + kind.id())));
    assertThat(missing).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aSeverityHasItsWords(Severity severity) throws IOException {
    List<String> missing = missing("api", List.of("cli.check." + severity.id()));
    missing.addAll(missing("web", List.of("finding." + severity.id())));
    assertThat(missing).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aKindOfRuleHasItsWords(RuleKind kind) throws IOException {
    List<String> missing = missing("web", List.of("rule." + kind.id()));
    for (RuleKind.Parameter parameter : kind.parameters()) {
      missing.addAll(missing("web", List.of("measure." + parameter.name())));
    }
    assertThat(missing).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aReasonToRefuseAnEditHasItsSentence(Refusal refusal) throws IOException {
    assertThat(missing("core", List.of("edit." + refusal.id()))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aReasonAgainstAPartitionHasItsSentence(NotSeamlessException.Reason reason)
      throws IOException {
    assertThat(missing("core", List.of("partition." + word(reason)))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aKindOfMendHasItsSentences(Mend.Kind kind) throws IOException {
    String sentence = "repair." + word(kind);
    List<String> missing = missing("core", List.of(sentence + "-given", sentence + "-left"));
    missing.addAll(missing("api", List.of("cli.mending.kind-" + word(kind))));
    assertThat(missing).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aReasonToLeaveGroundAsItIsHasItsWords(Mend.Reason reason) throws IOException {
    assertThat(missing("core", List.of("repair.why-" + word(reason)))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aFateHasItsWords(Fate fate) throws IOException {
    List<String> missing = missing("api", List.of("cli.compare." + fate.id()));
    missing.addAll(missing("web", List.of("fate." + fate.id())));
    assertThat(missing).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void anAlterationHasItsWords(Alteration alteration) throws IOException {
    assertThat(missing("web", List.of("alteration." + alteration.id()))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aChoiceOfWhoReceivesGroundHasItsWords(Choice.By rule) throws IOException {
    String choice = rule == Choice.By.NAMED ? "to" : word(rule);
    assertThat(missing("web", List.of("repair." + choice))).isEmpty();
  }

  @Test
  void aKindOfEditHasItsWords() throws IOException {
    List<String> kinds =
        ApiDocument.SERVED.words("EditKind").stream().map(kind -> "edit." + kind).toList();
    assertThat(kinds).hasSizeGreaterThan(20);
    assertThat(missing("web", kinds)).isEmpty();
  }

  @Test
  void whatTheDemoCityBringsAlongHasItsWords() throws IOException {
    DemoCity city = DemoCity.generate(new DemoOptions(120, 7, 2_000, 2_000));
    Set<String> terms = new TreeSet<>();
    city.theme().levels().forEach(level -> terms.add("level." + level.name()));
    city.plan().grids().stream()
        .flatMap(grid -> grid.attributes().keySet().stream())
        .filter(attribute -> !attribute.startsWith("name:"))
        .forEach(attribute -> terms.add("attribute." + attribute));
    city.roster().forEach(entry -> terms.add("role." + entry.assignment().role()));
    city.facilities().forEach(facility -> terms.add("facility." + facility.kind()));
    city.incidents()
        .forEach(
            incident -> {
              terms.add("category." + incident.category());
              terms.add("channel." + incident.channel());
              terms.add("status." + incident.status());
            });
    assertThat(terms)
        .contains("level.community", "facility.shelter", "role.building-lead", "status.closed");
    assertThat(missing("web", List.copyOf(terms))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aKindOfVoidHasItsWords(DeclaredVoid.Kind kind) throws IOException {
    assertThat(missing("web", List.of("void." + kind.id()))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aMeasureOfBalanceHasItsWords(BalanceBy balance) throws IOException {
    assertThat(missing("web", List.of("balance." + balance.id()))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aStageOfAnImportHasItsWords(IntakeStage stage) throws IOException {
    assertThat(missing("data", List.of("intake.stage-" + word(stage)))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aModelOfAScanHasItsWords(ScanModel model) throws IOException {
    List<String> missing = missing("api", List.of("cli.hotspots.scan." + word(model)));
    missing.addAll(missing("api", List.of("cli.hotspots.scan.explain." + word(model))));
    assertThat(missing).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aReasonWhyNothingIsScannedHasItsWords(NothingToScan reason) throws IOException {
    assertThat(missing("data", List.of("hotspot.note." + reason.id()))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aStageOfTheDemoHasItsWords(DemoStage stage) throws IOException {
    assertThat(missing("data", List.of("demo.stage." + word(stage)))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aCategoryHasItsWords(Category category) throws IOException {
    assertThat(missing("data", List.of("category." + category.id()))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aChannelHasItsWords(Channel channel) throws IOException {
    assertThat(missing("data", List.of("channel." + channel.id()))).isEmpty();
  }
}
