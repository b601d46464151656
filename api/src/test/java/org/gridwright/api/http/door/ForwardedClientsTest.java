package org.gridwright.api.http.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose a request is, by its address and by what proxies say. */
class ForwardedClientsTest {

  private static final String PROXY = "10.0.0.1";
  private static final String SECOND = "10.0.0.2";

  private final ForwardedClients clients =
      new ForwardedClients(Set.of(address(PROXY), address(SECOND), address("127.0.0.1")));

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7",
    "::ffff:192.0.2.7, 192.0.2.7",
    "2001:db8::7, 2001:db8:0:0:0:0:0:0/64",
    "2001:db8:0:0:ffff::1, 2001:db8:0:0:0:0:0:0/64",
    "2001:db8:0:1::1, 2001:db8:0:1:0:0:0:0/64"
  })
  void anAddressIsItsOwnClientAndANetworkOfSixOne(String from, String client) {
    assertThat(whose(from, "X-Forwarded-For", "198.51.100.1", "Forwarded", "for=198.51.100.2"))
        .as("whatever it says of itself")
        .contains(client);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.2", "::1", PROXY, "127.0.0.1"})
  void thisMachineAndAProxyItselfAreNotCounted(String from) {
    assertThat(whose(from)).isEmpty();
  }

  @Test
  void thisMachineIsNotBelievedUnlessItIsNamed() {
    assertThat(whose("127.0.0.2", "X-Forwarded-For", "192.0.2.7")).isEmpty();
    assertThat(whose("127.0.0.1", "X-Forwarded-For", "192.0.2.7")).contains("192.0.2.7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "192.0.2.7                            | 192.0.2.7",
        "192.0.2.7:4711                       | 192.0.2.7",
        "198.51.100.9, 192.0.2.7              | 192.0.2.7",
        "127.0.0.1, 192.0.2.7                 | 192.0.2.7",
        "192.0.2.7, 10.0.0.2                  | 192.0.2.7",
        "198.51.100.9 , 192.0.2.7 , 10.0.0.2  | 192.0.2.7",
        "[2001:db8::7]:80                     | 2001:db8:0:0:0:0:0:0/64",
        "2001:db8::7                          | 2001:db8:0:0:0:0:0:0/64",
        "192.0.2.7, somebody                  | somebody",
        "192.0.2.7, 999.1.1.1                 | 999.1.1.1"
      })
  void theLastHopThatIsNoProxyIsTheClient(String header, String client) {
    assertThat(whose(PROXY, "X-Forwarded-For", header)).contains(client);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "for=192.0.2.7                                         | 192.0.2.7",
        "For=\"192.0.2.7:4711\";proto=https;by=10.0.0.1        | 192.0.2.7",
        "proto=https;for=192.0.2.7                             | 192.0.2.7",
        "for=198.51.100.9, for=192.0.2.7;host=\"a,b\"          | 192.0.2.7",
        "for=192.0.2.7, for=10.0.0.2                           | 192.0.2.7",
        "for=\"[2001:db8::7]:80\"                              | 2001:db8:0:0:0:0:0:0/64",
        "for=_Hidden                                           | _hidden",
        "for=unknown                                           | unknown"
      })
  void theStandardHeaderSaysTheSame(String header, String client) {
    assertThat(whose(PROXY, "Forwarded", header)).contains(client);
  }

  @Test
  void headersInSeveralLinesAreOneList() {
    assertThat(whose(PROXY, "X-Forwarded-For", "198.51.100.9", "X-Forwarded-For", "192.0.2.7"))
        .contains("192.0.2.7");
  }

  @Test
  void ofTwoHeadersThatDoNotAgreeOneMayBeForged() {
    assertThat(whose(PROXY, "X-Forwarded-For", "192.0.2.7", "Forwarded", "for=198.51.100.1"))
        .contains(PROXY);
    assertThat(whose(PROXY, "X-Forwarded-For", "192.0.2.7", "Forwarded", "for=\"192.0.2.7:1\""))
        .contains("192.0.2.7");
    assertThat(whose(PROXY, "X-Forwarded-For", "192.0.2.7", "Forwarded", "for=127.0.0.1"))
        .as("nobody gets rid of the limit that way")
        .contains(PROXY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.2", "127.0.0.1", "10.0.0.2, 10.0.0.1"})
  void whatAProxySaysOfItselfOrItsMachineIsNotCounted(String header) {
    assertThat(whose(PROXY, "X-Forwarded-For", header)).isEmpty();
  }

  @Test
  void aLongNameIsCut() {
    assertThat(whose(PROXY, "X-Forwarded-For", "x".repeat(5_000))).contains("x".repeat(64));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "example.org", "10.0.0", "10.0.0.256", "1:2", "::x", "0x7f.1"})
  void whatIsNoAddressIsNoProxyAndNobodyIsAskedForItsName(String entry) {
    assertThat(Doors.LOOPBACK.behind("10.0.0.1, ::1").proxies())
        .containsExactlyInAnyOrder(address("10.0.0.1"), address("::1"));
    assertThatThrownBy(() -> Doors.LOOPBACK.behind("10.0.0.1," + entry))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(entry);
  }

  private Optional<String> whose(String from, String... headers) {
    HttpFields.Mutable head = HttpFields.build();
    for (int i = 0; i < headers.length; i += 2) {
      head.add(headers[i], headers[i + 1]);
    }
    return clients.limited(address(from), head);
  }

  private static InetAddress address(String text) {
    return IpLiteral.read(text).orElseThrow();
  }
}
