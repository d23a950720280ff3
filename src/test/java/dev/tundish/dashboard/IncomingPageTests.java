package dev.tundish.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinSession;
import dev.tundish.access.Role;
import dev.tundish.access.User;
import dev.tundish.dashboard.incoming.AddressView;
import dev.tundish.dashboard.incoming.IncomingView;
import dev.tundish.dashboard.login.SignedIn;
import dev.tundish.incoming.Addresses;
import dev.tundish.incoming.Becomes;
import dev.tundish.incoming.Group;
import dev.tundish.incoming.Heard;
import dev.tundish.incoming.Kept;
import dev.tundish.incoming.Mapping;
import dev.tundish.incoming.Meaning;
import dev.tundish.incoming.Picture;
import dev.tundish.incoming.Preset;
import dev.tundish.incoming.Refused;
import dev.tundish.incoming.Source;
import dev.tundish.incoming.SourceState;
import dev.tundish.incoming.Way;
import dev.tundish.incoming.What;
import dev.tundish.journal.RejectCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(classes = FakeRooms.class)
@ViewPackages(packages = "dev.tundish.dashboard")
class IncomingPageTests extends SpringBrowserlessTest {

    private static final Instant NOW = FakeIncoming.NOW;
    private static final Source KEY = Source.key(new UUID(1, 1));

    @Autowired
    FakeIncoming incoming;

    @BeforeEach
    void begin() {
        incoming.clear();
        logIn(Role.MARKETER);
    }

    private static void logIn(Role role) {
        SignedIn user = new SignedIn(new User("kim", "", role, false));
        SecurityContext known = SecurityContextHolder.createEmptyContext();
        known.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
        VaadinSession.getCurrent()
                .getSession()
                .setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, known);
        SecurityContextHolder.setContext(known);
    }

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void saysWhatToDoWhileNothingArrives() {
        navigate(IncomingView.class);
        settle();
        assertThat(page()).contains("Nobody sends anything yet").contains("Nothing: all that came was taken");
    }

    @Test
    void saysWhoIsHeardWhoIsSilentAndALineStaysWhileItsWordsChange() {
        navigate(IncomingView.class);
        incoming.show(picture(state(NOW, new Heard(3, 1, 2, 4), null)));
        settle();
        Component line = byId(Div.class, "sources").getComponentAt(0);
        assertThat(text(line))
                .contains("CRM")
                .contains("Last heard")
                .contains("3 taken, 1 was there already, 2 refused, 4 turned away: wrong signature");
        incoming.show(picture(state(NOW.minusSeconds(7200), Heard.NOTHING, Duration.ofHours(1))));
        settle();
        assertThat(byId(Div.class, "sources").getComponentAt(0)).isSameAs(line);
        assertThat(text(line)).contains("Silent since");
    }

    @Test
    void aSourceCanBeExpectedAtAPace() {
        navigate(IncomingView.class);
        incoming.show(picture(state(NOW, Heard.NOTHING, null)));
        settle();
        @SuppressWarnings("unchecked")
        Select<Duration> pace = $(Select.class).single();
        test(pace).selectItem("Expected every day");
        settle();
        assertThat(incoming.expected).containsEntry(KEY, Duration.ofDays(1));
    }

    @Test
    void aMissingCampaignCanBeMadeFromWhatWasRefused() {
        navigate(IncomingView.class);
        incoming.show(refused(RejectCode.UNKNOWN_CAMPAIGN, "winter-<b>"));
        settle();
        incoming.show(refused(RejectCode.UNKNOWN_CAMPAIGN, "winter"));
        settle();
        assertThat(text(byId(Div.class, "refused")))
                .contains("12 × There is no such campaign")
                .contains("From CRM");
        assertThat($(Anchor.class).all().stream().map(Anchor::getHref)).contains("campaigns/new?key=winter");
        assertThat($(Button.class).withText("Try all 12 again").exists()).isTrue();
    }

    @Test
    void aSalespersonSeesItAndCanChangeNothing() {
        logIn(Role.SALES);
        navigate(IncomingView.class);
        incoming.show(refused(RejectCode.UNKNOWN_CAMPAIGN, "winter"));
        settle();
        assertThat(page()).contains("12 × There is no such campaign");
        assertThat($(Button.class).all().stream().filter(Button::isVisible)).isEmpty();
        assertThat($(Select.class).all().stream().filter(Select::isVisible)).isEmpty();
        assertThat($(Anchor.class).all().stream().map(Anchor::getHref)).doesNotContain("campaigns/new?key=winter");
    }

    @Test
    void whatWasRefusedCanBeThrownAway() {
        navigate(IncomingView.class);
        Picture picture = refused(RejectCode.INVALID_FIELD, null);
        incoming.show(picture);
        settle();
        test($(Button.class).withText("Throw away").single()).click();
        test($(com.vaadin.flow.component.confirmdialog.ConfirmDialog.class).single())
                .confirm();
        settle();
        assertThat(incoming.thrownAway)
                .containsExactly(picture.groups().getFirst().sample().id());
    }

    @Test
    void anAddressIsShownOnceWithAFormToPaste() {
        navigate(IncomingView.class);
        test(byId(Button.class, "make-address")).click();
        test(byId(Button.class, "address-make")).click();
        assertThat(byId(TextField.class, "address-name").isInvalid()).isTrue();
        test(byId(TextField.class, "address-name")).setValue("Website form");
        test(byId(Button.class, "address-make")).click();
        settle();
        assertThat(byId(Snippet.class, "address-text").text()).endsWith(":8081/in/in_abcdef");
        assertThat(byId(Snippet.class, "address-html").text())
                .contains(":8081/in/in_abcdef\">")
                .contains("name=\"email\"");
        test(byId(Button.class, "address-copied")).click();
        settle();
        assertThat($(Dialog.class).exists()).isFalse();
        assertThat(text(byId(Div.class, "address-empty"))).contains("Nothing has come yet");
    }

    @Test
    void proposesWhatTheFieldsMeanAndShowsWhatBecomesOfWhatCame() {
        UUID id = made();
        incoming.came(id, "{'email':'Ana@Example.com','company':'Acme','utm_source':'google','budget':'9'}");
        open(id);
        assertThat(text(byId(Div.class, "mapping-preview")))
                .contains("All of the last 1 would be taken")
                .contains("ana@example.com")
                .contains("Signed up")
                .contains("Acme")
                .contains("source: google");
        choose(field("budget"), "Trait: budget");
        assertThat(text(byId(Div.class, "mapping-preview"))).contains("budget: 9");
        test(byId(Button.class, "mapping-save")).click();
        settle();
        Mapping saved = Objects.requireNonNull(incoming.now(id).mapping());
        assertThat(saved.campaign()).isEqualTo("spring");
        assertThat(saved.happened()).isEqualTo(Becomes.of("lead.captured"));
        assertThat(saved.meaning("budget")).isEqualTo(Meaning.of(What.ATTRIBUTE, "budget"));
        assertThat(incoming.now(id).version()).isEqualTo(1);
    }

    @Test
    void asksWhatTheValuesOfAFieldMean() {
        UUID id = made();
        incoming.came(id, "{'id':'7','stage':'Closed lost – price'}");
        open(id);
        choose(field("id"), "Lead: who it is");
        choose(field("stage"), "What happened");
        @SuppressWarnings("unchecked")
        ComboBox<Becomes> happened = byId(ComboBox.class, "mapping-happened");
        test(happened).selectItem("A field says it");
        assertThat(text(byId(Div.class, "mapping-preview"))).contains("Nobody has said what it means");
        @SuppressWarnings("unchecked")
        ComboBox<String> value = $(ComboBox.class).all().stream()
                .filter(box -> box.getId().orElse("").startsWith("value-"))
                .findFirst()
                .orElseThrow();
        test(value).selectItem("Lost – No budget");
        assertThat(text(byId(Div.class, "mapping-preview"))).contains("Lost: No budget");
    }

    @Test
    void saysWhatIsStillOpen() {
        UUID id = made();
        incoming.came(id, "{'colour':'blue'}");
        open(id);
        assertThat(text(byId(UnorderedList.class, "mapping-open"))).contains("who the lead is");
        assertThat(byId(Button.class, "mapping-save").isEnabled()).isFalse();
    }

    @Test
    void whatComesWhileThePageIsOpenAppears() {
        UUID id = made();
        open(id);
        incoming.came(id, "{'email':'a@b.de'}");
        incoming.show(picture(state(NOW, new Heard(0, 0, 1, 0), null)));
        settle();
        assertThat(text(byId(Div.class, "mapping"))).contains("a@b.de");
    }

    @Test
    void aSecretIsAskedForKeptAndNeverShown() {
        UUID id = made();
        open(id);
        @SuppressWarnings("unchecked")
        Select<Preset> preset = byId(Select.class, "setup-preset");
        test(preset).selectItem("Typeform");
        test(byId(Button.class, "setup-save")).click();
        assertThat(byId(PasswordField.class, "setup-secret").isInvalid()).isTrue();
        test(byId(PasswordField.class, "setup-secret")).setValue("s-1");
        test(byId(TextField.class, "setup-redirect")).setValue("javascript:alert(1)");
        test(byId(Button.class, "setup-save")).click();
        assertThat(byId(TextField.class, "setup-redirect").isInvalid()).isTrue();
        test(byId(TextField.class, "setup-redirect")).setValue("https://example.com/thanks");
        test(byId(Button.class, "setup-save")).click();
        settle();
        assertThat(incoming.now(id).secret()).isEqualTo("s-1");
        assertThat(incoming.now(id).redirect()).isEqualTo("https://example.com/thanks");
        assertThat(byId(PasswordField.class, "setup-secret").getValue()).isEmpty();
        test(byId(TextField.class, "setup-name")).setValue("Other");
        test(byId(Button.class, "setup-save")).click();
        settle();
        assertThat(incoming.now(id).secret()).isEqualTo("s-1");
    }

    @Test
    void anAddressThatIsNotThereSaysSo() {
        navigate("incoming/" + new UUID(9, 9), NotThere.class);
    }

    private UUID made() {
        Addresses.Made made =
                Objects.requireNonNull(incoming.make("Website form", "kim").block(Duration.ofSeconds(1)));
        return made.address().id();
    }

    private static SourceState state(Instant last, Heard heard, @Nullable Duration expected) {
        return new SourceState(
                KEY, "CRM", true, true, heard, last, expected, expected == null ? null : NOW.minusSeconds(99_999));
    }

    private static Picture picture(SourceState... states) {
        return new Picture(NOW, List.of(states), List.of(), List.of());
    }

    private static Picture refused(RejectCode code, @Nullable String campaign) {
        Refused refused = new Refused(KEY, NOW, Way.EVENT, "{\"a\":\"<b>\"}", code, "Mend it.", campaign);
        Group group = new Group(KEY, code.code(), "Mend it.", campaign, 12, NOW, new Kept(new UUID(5, 5), refused));
        return new Picture(
                NOW,
                List.of(state(NOW, Heard.of(0, 0, 12), null)),
                List.of(group),
                List.of(new Picture.Minute(NOW, KEY, Heard.of(0, 0, 12))));
    }

    private void open(UUID id) {
        navigate(AddressView.class, Map.of("id", id.toString()));
        settle();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Meaning> field(String path) {
        return $(ComboBox.class).all().stream()
                .filter(box -> ("What the field " + path + " means")
                        .equals(box.getAriaLabel().orElse("")))
                .findFirst()
                .orElseThrow();
    }

    private void choose(ComboBox<Meaning> box, String words) {
        test(box).selectItem(words);
    }

    private String page() {
        return text(getCurrentView().getElement().getComponent().orElseThrow());
    }

    private <C extends Component> C byId(Class<C> type, String id) {
        return $(type).withId(id).single();
    }

    private static String text(Component component) {
        return Objects.requireNonNull(component.getElement().getTextRecursively());
    }

    private static void settle() {
        VaadinSession session = VaadinSession.getCurrent();
        session.getService().runPendingAccessTasks(session);
    }
}
