package dev.tundish.dashboard.incoming;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.Command;
import dev.tundish.incoming.Address;
import dev.tundish.incoming.Addresses;
import dev.tundish.incoming.Preset;
import dev.tundish.incoming.Redirect;
import dev.tundish.incoming.Signatures;
import org.jspecify.annotations.Nullable;

/** What an address is called, who signs what it gets, and where browsers are led. */
class SetupPart extends Div {

    private static final long serialVersionUID = 1;

    private final transient Addresses addresses;
    private final transient Address address;
    private final Command changed;
    private final TextField name = new TextField("Name");
    private final Select<Preset> preset = new Select<>();
    private final PasswordField secret = new PasswordField("The secret it is signed with");
    private final TextField redirect = new TextField("Where to lead the browser after a form");

    SetupPart(Addresses addresses, Address address, Command changed) {
        this.addresses = addresses;
        this.address = address;
        this.changed = changed;
        addClassNames("t-card", "t-part");
        setId("address-setup");
        name.setId("setup-name");
        name.setMaxLength(64);
        name.setValue(address.name());
        preset.setId("setup-preset");
        preset.setLabel("Who signs what it gets?");
        preset.setItems(Preset.values());
        preset.setItemLabelGenerator(IncomingWords::preset);
        preset.setValue(address.preset());
        preset.addValueChangeListener(_ -> ask());
        secret.setId("setup-secret");
        secret.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
        redirect.setId("setup-redirect");
        redirect.setPlaceholder("https://www.example.com/thank-you");
        redirect.setHelperText("Your own page. Left empty, the browser shows a short “Thank you”.");
        redirect.setValue(address.redirect() == null ? "" : address.redirect());
        Div fields = new Div(name, redirect, preset, secret);
        fields.addClassName("t-fields");
        Button save = new Button("Save", _ -> save());
        save.setId("setup-save");
        Button revoke = new Button("Revoke the address", _ -> confirm());
        revoke.setId("setup-revoke");
        revoke.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        Div actions = new Div(save, revoke);
        actions.addClassName("t-actions");
        add(
                new H2("The address"),
                new Paragraph("It begins with " + address.prefix() + "… and was made by "
                        + (address.createdBy().isEmpty() ? "nobody known" : address.createdBy())
                        + ". The rest was shown once; if it is lost, make another."),
                fields,
                actions);
        ask();
    }

    private void ask() {
        Preset chosen = preset.getValue();
        secret.setVisible(chosen != Preset.NONE);
        boolean kept = chosen == address.preset() && address.secret() != null;
        secret.setPlaceholder(kept ? "Kept. Paste another to replace it" : "");
        secret.setHelperText(
                switch (chosen) {
                    case NONE -> "";
                    case STANDARD_WEBHOOKS, STRIPE -> "The signing secret; it begins with whsec_.";
                    case HUBSPOT -> "The client secret of the app that sends.";
                    case META -> "The app secret. As the verify token, set the end of this address, from in_ on.";
                    case TYPEFORM -> "The secret that you set at the webhook.";
                    case GOOGLE -> "The key that you set beside the webhook’s address.";
                });
    }

    private void save() {
        String wanted = name.getValue().strip();
        name.setInvalid(wanted.isEmpty());
        name.setErrorMessage("Give it a name, so that you know it again.");
        String wrongPage = redirect.getValue().isBlank()
                ? null
                : Redirect.problem(redirect.getValue().strip());
        redirect.setInvalid(wrongPage != null);
        redirect.setErrorMessage(wrongPage);
        String kept = preset.getValue() == address.preset() ? address.secret() : null;
        String given = secret.getValue().isBlank() ? kept : secret.getValue().strip();
        @Nullable String used = preset.getValue() == Preset.NONE ? null : given;
        String wrongSecret = Signatures.problem(preset.getValue(), used);
        secret.setInvalid(wrongSecret != null);
        secret.setErrorMessage(wrongSecret);
        if (wanted.isEmpty() || wrongPage != null || wrongSecret != null) {
            return;
        }
        String page = redirect.getValue().isBlank() ? null : redirect.getValue().strip();
        Answered.of(this, addresses.change(address.id(), wanted, preset.getValue(), used, page), was -> {
            Notification.show(was ? "Saved." : "It was revoked meanwhile.");
            changed.execute();
        });
    }

    private void confirm() {
        ConfirmDialog sure = new ConfirmDialog(
                "Revoke “" + address.name() + "”?",
                "Whatever is sent to it from now on is turned away, for good. What was kept stays.",
                "Revoke",
                _ -> Answered.of(this, addresses.revoke(address.id()), was -> {
                    Notification.show(was ? "“" + address.name() + "” is revoked." : "It was revoked already.");
                    getUI().ifPresent(ui -> ui.navigate(IncomingView.class));
                }));
        sure.setConfirmButtonTheme("error primary");
        sure.setCancelable(true);
        sure.setCancelText("Keep it");
        sure.open();
    }
}
