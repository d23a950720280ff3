package dev.tundish.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.incoming.Address;
import dev.tundish.incoming.Addresses;
import dev.tundish.incoming.Becomes;
import dev.tundish.incoming.Group;
import dev.tundish.incoming.Heard;
import dev.tundish.incoming.Incoming;
import dev.tundish.incoming.Mapping;
import dev.tundish.incoming.Meaning;
import dev.tundish.incoming.Picture;
import dev.tundish.incoming.Preset;
import dev.tundish.incoming.Replays;
import dev.tundish.incoming.Source;
import dev.tundish.incoming.SourceState;
import dev.tundish.incoming.What;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

/** Inbound addresses, and what was refused, over HTTP and back. */
class InboundIT {

    @RegisterExtension
    static final ApiServer SERVER = new ApiServer();

    private final ApiServer.Running server = SERVER.here();
    private final Addresses addresses = server.node.core().getBean(Addresses.class);
    private final Incoming incoming = server.node.core().getBean(Incoming.class);
    private final Replays replays = server.node.core().getBean(Replays.class);

    @Test
    void keepsWhatNoMappingFitsAndCountsItOnceItIsMapped() {
        String campaign = server.campaign();
        Addresses.Made made = make("website");
        send(made, "application/json", "{'email':'Ana@Example.com','utm_source':'google'}")
                .is(202);
        assertThat(funnel(campaign)).isZero();
        Address address = map(made, form(campaign));
        Group kept = only(address.source());
        assertThat(kept.code()).isEqualTo("unmapped");
        assertThat(wait(replays.again(kept)).taken()).isEqualTo(1);
        assertThat(wait(replays.again(kept)).taken()).isZero();
        assertThat(groups(address.source())).isEmpty();
        assertThat(funnel(campaign)).isEqualTo(1);

        // the sender never heard the answer, and tries again
        send(made, "application/json", "{'email':'Ana@Example.com','utm_source':'google'}")
                .is(200);
        assertThat(funnel(campaign)).isEqualTo(1);
        Reply lead = server.get("/api/v1/campaigns/" + campaign + "/lead?id=ana@example.com")
                .is(200);
        assertThat(lead.json().path("attributes").path("source").asString()).isEqualTo("google");
        assertThat(lead.json().path("card").path("email").asString()).isEqualTo("Ana@Example.com");
        assertThat(lead.json().path("events")).hasSize(1);
    }

    @Test
    void takesFormsListsParametersAndPlainTextThatIsJson() {
        String campaign = server.campaign();
        Addresses.Made made = make("anything");
        map(made, form(campaign).withField("query.email", Meaning.of(What.LEAD)));
        send(made, "application/x-www-form-urlencoded", "email=a%40b.de&name=Ana+Ruiz&utm_medium=cpc")
                .is(200);
        send(made, "multipart/form-data; boundary=x", """
                --x\r
                Content-Disposition: form-data; name="email"\r
                \r
                b@b.de\r
                --x\r
                Content-Disposition: form-data; name="file"; filename="cv.pdf"\r
                Content-Type: application/pdf\r
                \r
                %PDF\r
                --x--\r
                """).is(200);
        Reply list = send(made, "application/json", "[{'email':'c@b.de'},{'email':'d@b.de'},7]");
        assertThat(list.is(202).json().path("accepted").asInt()).isEqualTo(2);
        send(made, "text/plain", "{'email':'e@b.de'}").is(200);
        send(made, "application/x-www-form-urlencoded", "{'email':'f@b.de'}").is(200);
        server.send(HttpRequest.newBuilder(server.request(path(made) + "?email=g@b.de")
                                .build()
                                .uri())
                        .POST(BodyPublishers.noBody()))
                .is(200);
        server.send(server.request(path(made) + "?email=h@b.de").setHeader("Authorization", "none"))
                .is(200);
        assertThat(funnel(campaign)).isEqualTo(8);
        Reply lead =
                server.get("/api/v1/campaigns/" + campaign + "/lead?id=a@b.de").is(200);
        assertThat(lead.json().path("attributes").path("medium").asString()).isEqualTo("cpc");
        assertThat(wait(addresses.bodies(made.address().id()).collectList()))
                .anySatisfy(body -> assertThat(body.text()).contains("cv.pdf").doesNotContain("%PDF"));
    }

    @Test
    void leadsABrowserToThePageThatIsSet() {
        Addresses.Made made = make("form");
        server.send(request(made, "application/x-www-form-urlencoded", "email=a@b.de")
                        .header("Accept", "text/html"))
                .is(202);
        change(made, Preset.NONE, null, "https://www.example.com/thanks");
        Reply answer =
                send(made, "application/x-www-form-urlencoded", "email=a@b.de").is(303);
        assertThat(answer.headers().firstValue("Location")).contains("https://www.example.com/thanks");
        send(made, "application/json", "{'email':'a@b.de'}").is(202);
    }

    @Test
    void knowsOnlyAddressesInForce() {
        Addresses.Made made = make("short");
        send(made, "application/json", "{'a':1}").is(202);
        assertThat(wait(addresses.revoke(made.address().id()))).isTrue();
        send(made, "application/json", "{'a':1}").is(404);
        server.post("/in/in_00000000000000000000000000000000", "{}").is(404);
        server.post("/in/x", "{}").is(404);
        assertThat(wait(addresses.all().collectList()).stream().map(Address::name))
                .doesNotContain("short");
    }

    @Test
    void turnsAwayWhatIsSignedWronglyAndKeepsNothingOfIt() throws Exception {
        Addresses.Made made = make("typeform");
        change(made, Preset.TYPEFORM, "secret", null);
        String body = "{\"email\":\"a@b.de\"}";
        send(made, "application/json", body).is(401);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String right = Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        server.send(request(made, "application/json", body).header("Typeform-Signature", "sha256=" + right))
                .is(202);
        server.send(request(made, "application/json", body + " ").header("Typeform-Signature", "sha256=" + right))
                .is(401);
        assertThat(wait(addresses.bodies(made.address().id()).collectList())).hasSize(1);
        Heard heard = await(made.address().source(), state -> state.day().unsigned() == 2)
                .day();
        assertThat(heard).isEqualTo(new Heard(0, 0, 1, 2));
    }

    @Test
    void answersTheQuestionThatMetaAsks() {
        Addresses.Made made = make("meta");
        String question = "?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=";
        Reply answer = server.get(path(made) + question + made.token()).is(200);
        assertThat(answer.body()).isEqualTo("1158201444");
        server.get(path(made) + question + "guessed").is(403);
        server.get(path(made)).is(405);
    }

    @Test
    void refusesMonstersAndSaysSoToTheOwner() {
        Addresses.Made made = make("monsters");
        send(made, "application/json", "").is(400);
        send(made, "application/json", "{'x':'" + "y".repeat(1 << 20) + "'}").is(413);
        send(made, "application/json", "{'x':'" + "y".repeat(130 * 1024) + "'}").is(413);
        String many = IntStream.range(0, 1_001).mapToObj(String::valueOf).collect(Collectors.joining(",", "[", "]"));
        send(made, "application/json", many).is(413);
        send(made, "application/json", "{broken").is(202);
        send(made, "text/xml", "<lead/>\u0000").is(202);
        assertThat(groups(made.address().source()).stream().map(Group::code))
                .containsExactlyInAnyOrder("malformed", "too_large", "too_large", "too_large", "unmapped");
    }

    @Test
    void remembersTheLastTwentyBodies() {
        Addresses.Made made = make("many");
        String many =
                IntStream.range(0, 30).mapToObj(n -> "{'n':" + n + "}").collect(Collectors.joining(",", "[", "]"));
        send(made, "application/json", many).is(202);
        List<Addresses.Body> bodies = wait(addresses.bodies(made.address().id()).collectList());
        assertThat(bodies).hasSize(20);
        assertThat(bodies.getFirst().text()).isEqualTo("{\"n\":29}");
        assertThat(bodies.getLast().text()).isEqualTo("{\"n\":10}");
    }

    @Test
    void aMappingIsSavedOnceByWhoeverCameFirst() {
        Addresses.Made made = make("two editors");
        Mapping mapping = form("spring")
                .withField("ünï.\u0000code", Meaning.of(What.ATTRIBUTE, "x"))
                .withField("list", Meaning.of(What.CAMPAIGN))
                .withValue("list", "Liste „A“", "spring");
        assertThat(wait(addresses.map(made.address().id(), 0, mapping, "kim"))).isEqualTo(1);
        assertThat(addresses.map(made.address().id(), 0, mapping, "eve").blockOptional(Duration.ofSeconds(10)))
                .isEmpty();
        Mapping kept = wait(addresses.find(made.address().id())).mapping();
        assertThat(kept).isEqualTo(mapping);
    }

    @Test
    void refusedEventsOfAKeyAreKeptAndCountOnceTheCampaignIsMade() {
        Reply key = server.makeKey("'scopes':['ingest']");
        Source source = Source.key(UUID.fromString(key.json().path("id").asString()));
        String secret = key.json().path("key").asString();
        String later = "later-" + source.id().toString().substring(0, 8);
        String events = "[{'type':'lead.captured','campaign':'" + later + "','lead':'l-1'},"
                + "{'type':'lead.captured','campaign':'" + later + "','lead':'l-2','id':'e-2'},"
                + "{'type':'nonsense','campaign':'" + later + "','lead':'l-3'}]";
        events(secret, events, "application/json").is(422);
        events(
                        secret,
                        "{'type':'lead.captured','campaign':'" + later + "','lead':'l-4','id':'e-4'}\nbroken\n",
                        "application/x-ndjson")
                .is(422);
        List<Group> groups = groups(source);
        assertThat(groups.stream().map(Group::code))
                .containsExactlyInAnyOrder("unknown_campaign", "unknown_type", "malformed");
        Group unknown = groups.stream()
                .filter(group -> group.code().equals("unknown_campaign"))
                .findFirst()
                .orElseThrow();
        assertThat(unknown.campaign()).isEqualTo(later);
        assertThat(unknown.count()).isEqualTo(3);
        assertThat(wait(replays.again(unknown)).refused()).isEqualTo(3);

        server.put("/api/v1/campaigns/" + later, "{\"name\":\"Later\",\"template\":\"self-serve\"}")
                .is(201);
        assertThat(wait(replays.again(unknown)).taken()).isEqualTo(3);
        assertThat(funnel(later)).isEqualTo(3);
        // the sender tries again what it was told was refused
        events(
                        secret,
                        "{'type':'lead.captured','campaign':'" + later + "','lead':'l-2','id':'e-2'}",
                        "application/json")
                .is(200);
        assertThat(funnel(later)).isEqualTo(3);
        Heard heard = await(source, state -> state.day().all() == 6).day();
        assertThat(heard).isEqualTo(Heard.of(0, 1, 5));
    }

    @Test
    void aBodyThatIsNoJsonIsSeenByTheKeysOwner() {
        Reply key = server.makeKey("'scopes':['ingest']");
        Source source = Source.key(UUID.fromString(key.json().path("id").asString()));
        events(key.json().path("key").asString(), "no JSON", "application/json").is(400);
        assertThat(only(source).sample().refused().body()).isEqualTo("no JSON");
    }

    @Test
    void aSourceThatIsExpectedAndSilentIsSaid() {
        Addresses.Made made = make("expected");
        Source source = made.address().source();
        wait(incoming.expect(source, Duration.ofSeconds(60)).thenReturn(true));
        Picture now = wait(incoming.picture());
        SourceState state = state(now, source).orElseThrow();
        assertThat(state.silentSince(now.at())).isNull();
        assertThat(state.silentSince(now.at().plusSeconds(61))).isNotNull();
        send(made, "application/json", "{'a':1}").is(202);
        SourceState heard = await(source, one -> one.lastAt() != null);
        assertThat(Objects.requireNonNull(heard.lastAt())).isBetween(now.at().minusMillis(1), Instant.now());
    }

    @Test
    void noAddressOrBodyStandsInTheMetrics() {
        Addresses.Made made = make("metrics");
        send(made, "application/json", "{'email':'secret-person@b.de'}").is(202);
        String metrics = server.get("/actuator/prometheus").is(200).body();
        assertThat(metrics).doesNotContain(made.token()).doesNotContain("secret-person");
        assertThat(server.get("/in/" + made.token()).is(405).body()).doesNotContain(made.token());
    }

    private Addresses.Made make(String name) {
        return wait(addresses.make(name, "test"));
    }

    private static Mapping form(String campaign) {
        return Mapping.EMPTY
                .withCampaign(campaign)
                .withHappened(Becomes.of("lead.captured"))
                .withField("email", Meaning.of(What.LEAD));
    }

    private Address map(Addresses.Made made, Mapping mapping) {
        wait(addresses.map(made.address().id(), 0, mapping, "test"));
        return wait(addresses.find(made.address().id()));
    }

    private void change(Addresses.Made made, Preset preset, @Nullable String secret, @Nullable String redirect) {
        assertThat(wait(addresses.change(made.address().id(), made.address().name(), preset, secret, redirect)))
                .isTrue();
    }

    private static String path(Addresses.Made made) {
        return "/in/" + made.token();
    }

    private HttpRequest.Builder request(Addresses.Made made, String type, String body) {
        return server.request(path(made))
                .setHeader("Authorization", "none")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body.replace('\'', '"')));
    }

    private Reply send(Addresses.Made made, String type, String body) {
        return server.send(request(made, type, body));
    }

    private Reply events(String key, String body, String type) {
        return server.send(server.request("/api/v1/events")
                .setHeader("Authorization", "Bearer " + key)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    private int funnel(String campaign) {
        return server.get("/api/v1/campaigns/" + campaign + "/funnel")
                .is(200)
                .json()
                .path("stages")
                .path(0)
                .path("leads")
                .asInt();
    }

    private List<Group> groups(Source source) {
        return wait(incoming.picture()).groups().stream()
                .filter(group -> group.source().equals(source))
                .toList();
    }

    private Group only(Source source) {
        assertThat(groups(source)).hasSize(1);
        return groups(source).getFirst();
    }

    private static Optional<SourceState> state(Picture picture, Source source) {
        return picture.sources().stream()
                .filter(state -> state.source().equals(source))
                .findFirst();
    }

    /** What was counted is written down within a second. */
    private SourceState await(Source source, Predicate<SourceState> condition) {
        return Objects.requireNonNull(incoming.watch()
                .mapNotNull(picture -> state(picture, source).filter(condition).orElse(null))
                .blockFirst(Duration.ofSeconds(20)));
    }

    private static <T> T wait(Mono<T> answer) {
        return Objects.requireNonNull(answer.block(Duration.ofSeconds(20)));
    }
}
