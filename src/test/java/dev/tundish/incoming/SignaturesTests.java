package dev.tundish.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignaturesTests {

    private static final Instant NOW = Instant.ofEpochSecond(1_614_265_330);
    private static final String URL = "https://leads.example.com/in/in_x?a=%40b";

    /** The example of the specification's own libraries. */
    @Test
    void theVectorOfStandardWebhooksHolds() {
        Map<String, String> headers = Map.of(
                "webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek",
                "webhook-timestamp", "1614265330",
                "webhook-signature", "v1,AAAA v1a,x v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        String secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        String body = "{\"test\": 2432232314}";
        assertThat(hold(Preset.STANDARD_WEBHOOKS, secret, headers, body, NOW)).isTrue();
        assertThat(hold(Preset.STANDARD_WEBHOOKS, secret, headers, body + " ", NOW))
                .isFalse();
        assertThat(hold(Preset.STANDARD_WEBHOOKS, secret, headers, body, NOW.plusSeconds(301)))
                .isFalse();
        assertThat(hold(Preset.STANDARD_WEBHOOKS, secret, headers, body, NOW.minusSeconds(301)))
                .isFalse();
    }

    /** The example that GitHub publishes for the header that it shares with Meta. */
    @Test
    void theVectorOfTheHubSignatureHolds() {
        Map<String, String> headers = Map.of(
                "x-hub-signature-256", "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17");
        String secret = "It's a Secret to Everybody";
        assertThat(hold(Preset.META, secret, headers, "Hello, World!", NOW)).isTrue();
        assertThat(hold(Preset.META, secret, headers, "Hello, World.", NOW)).isFalse();
        assertThat(hold(Preset.META, "another", headers, "Hello, World!", NOW)).isFalse();
    }

    @Test
    void stripeSignsTheSecondsAndTheBody() throws Exception {
        String right = HexFormat.of().formatHex(hmac("whsec_x", "1614265330.{}"));
        String header = "t=1614265330, v1=00ff, v1=" + right + ", v0=" + right;
        assertThat(hold(Preset.STRIPE, "whsec_x", Map.of("stripe-signature", header), "{}", NOW))
                .isTrue();
        assertThat(hold(Preset.STRIPE, "whsec_x", Map.of("stripe-signature", header), "{} ", NOW))
                .isFalse();
        assertThat(hold(Preset.STRIPE, "whsec_x", Map.of("stripe-signature", header), "{}", NOW.plusSeconds(301)))
                .isFalse();
        String old = "t=1614265330,v0=" + right;
        assertThat(hold(Preset.STRIPE, "whsec_x", Map.of("stripe-signature", old), "{}", NOW))
                .isFalse();
    }

    @Test
    void hubspotSignsTheAddressToo() throws Exception {
        String right = Base64.getEncoder()
                .encodeToString(hmac("secret", "POSThttps://leads.example.com/in/in_x?a=@b[{}]1614265330000"));
        Map<String, String> headers =
                Map.of("x-hubspot-signature-v3", right, "x-hubspot-request-timestamp", "1614265330000");
        assertThat(hold(Preset.HUBSPOT, "secret", headers, "[{}]", NOW)).isTrue();
        assertThat(hold(Preset.HUBSPOT, "secret", headers, "[]", NOW)).isFalse();
        assertThat(hold(Preset.HUBSPOT, "secret", headers, "[{}]", NOW.plusSeconds(301)))
                .isFalse();
    }

    @Test
    void typeformSignsTheBody() throws Exception {
        String right = "sha256=" + Base64.getEncoder().encodeToString(hmac("secret", "{}"));
        assertThat(hold(Preset.TYPEFORM, "secret", Map.of("typeform-signature", right), "{}", NOW))
                .isTrue();
        assertThat(hold(Preset.TYPEFORM, "secret", Map.of("typeform-signature", right), "{ }", NOW))
                .isFalse();
    }

    @Test
    void googleSendsItsKeyInTheBody() {
        assertThat(hold(Preset.GOOGLE, "k-1", Map.of(), "{\"google_key\":\"k-1\"}", NOW))
                .isTrue();
        assertThat(hold(Preset.GOOGLE, "k-1", Map.of(), "{\"google_key\":\"k-2\"}", NOW))
                .isFalse();
        assertThat(hold(Preset.GOOGLE, "k-1", Map.of(), "google_key=k-1", NOW)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void whatIsNotSignedIsRefused(Preset preset) {
        assertThat(hold(preset, "whsec_c2VjcmV0", Map.of(), "{}", NOW)).isFalse();
        Map<String, String> nonsense = Map.of(
                "webhook-id", "x",
                "webhook-timestamp", "never",
                "webhook-signature", "v1,%%%",
                "stripe-signature", "t=,v1=zz",
                "x-hubspot-signature-v3", "%%",
                "x-hubspot-request-timestamp", "-1",
                "x-hub-signature-256", "sha256=zz",
                "typeform-signature", "sha256=");
        assertThat(hold(preset, "whsec_c2VjcmV0", nonsense, "{}", NOW)).isFalse();
    }

    @Test
    void saysWhichSecretCannotBeOne() {
        assertThat(Signatures.problem(Preset.STANDARD_WEBHOOKS, "%%%")).contains("whsec_");
        assertThat(Signatures.problem(Preset.META, " ")).contains("secret");
        assertThat(Signatures.problem(Preset.META, "x")).isNull();
        assertThat(Signatures.problem(Preset.NONE, null)).isNull();
    }

    private static boolean hold(Preset preset, String secret, Map<String, String> headers, String body, Instant now) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return Signatures.hold(preset, secret, new Signatures.Asked(headers::get, List.of(URL), bytes, now));
    }

    private static byte[] hmac(String secret, String text) throws NoSuchAlgorithmException, InvalidKeyException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
