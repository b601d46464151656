package org.gridwright.api.http.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.gridwright.api.http.door.BodyShares.Admission;
import org.junit.jupiter.api.Test;

/** How many bodies each client may have under way. */
class BodySharesTest {

  @Test
  void aClientHasSoManyAndAnotherOnesAreItsOwn() {
    BodyShares shares = new BodyShares(2, 100);
    assertThat(shares.take("a")).isEqualTo(Admission.TAKEN);
    assertThat(shares.take("a")).isEqualTo(Admission.TAKEN);
    assertThat(shares.take("a")).isEqualTo(Admission.CLIENT_FULL);
    assertThat(shares.take("b")).isEqualTo(Admission.TAKEN);
    shares.giveBack("a");
    assertThat(shares.held("a")).isOne();
    assertThat(shares.take("a")).isEqualTo(Admission.TAKEN);
    assertThat(shares.take("a")).isEqualTo(Admission.CLIENT_FULL);
  }

  /**
   * Of ten places one client gets five: with five taken and five left, it has no fewer than these.
   */
  @Test
  void nobodyTakesMoreThanAreLeft() {
    BodyShares shares = new BodyShares(100, 10);
    assertThat(taken(shares, "greedy")).isEqualTo(5);
    assertThat(taken(shares, "second")).isEqualTo(3);
    assertThat(taken(shares, "third")).isOne();
    assertThat(shares.take("fourth")).as("who has none gets the last").isEqualTo(Admission.TAKEN);
    assertThat(shares.take("fifth")).isEqualTo(Admission.ALL_FULL);
    shares.giveBack("greedy");
    assertThat(shares.take("greedy")).isEqualTo(Admission.ALL_FULL);
    assertThat(shares.take("fifth")).isEqualTo(Admission.TAKEN);
  }

  @Test
  void whatIsGivenBackIsForgotten() {
    BodyShares shares = new BodyShares(1, 1);
    for (int i = 0; i < 1_000; i++) {
      assertThat(shares.take("client " + i)).isEqualTo(Admission.TAKEN);
      shares.giveBack("client " + i);
      assertThat(shares.held("client " + i)).isZero();
    }
  }

  private static int taken(BodyShares shares, String client) {
    int taken = 0;
    while (shares.take(client) == Admission.TAKEN) {
      taken++;
    }
    return taken;
  }
}
