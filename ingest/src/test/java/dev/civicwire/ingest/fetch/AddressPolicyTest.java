package dev.civicwire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.civicwire.contract.StageException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {
  @ParameterizedTest(name = "{0} public: {1}")
  @CsvSource({
    "8.8.8.8, true",
    "93.184.216.34, true",
    "172.15.255.255, true",
    "172.16.0.0, false",
    "172.31.255.255, false",
    "172.32.0.0, true",
    "100.63.255.255, true",
    "100.127.255.255, false",
    "198.18.0.1, false",
    "255.255.255.255, false",
    "2606:4700::1111, true",
    "2001:200::1, true",
    "2001:0:1::1, false",
    "2001:db8::1, false",
    "fc00::1, false",
    "ff02::1, false",
    "::, false"
  })
  void knowsPublicAddresses(String address, boolean isPublic) throws UnknownHostException {
    assertThat(AddressPolicy.isPublic(InetAddress.getByName(address))).isEqualTo(isPublic);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.0/33", "127.0.0.0/x", "localhost", "", "10.0.0.0/-1"})
  void stopsAtARuleWithASlip(String block) {
    assertThatThrownBy(() -> AddressPolicy.allowing(List.of(block)))
        .isInstanceOf(StageException.class)
        .hasMessageContaining("is no address block");
  }
}
