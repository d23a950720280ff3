package dev.tundish.dashboard.incoming;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.VaadinServletRequest;
import dev.tundish.dashboard.Snippet;
import dev.tundish.dashboard.login.SignedIn;
import dev.tundish.incoming.Addresses;

/** Makes an inbound address, and shows it this once. */
final class NewAddress extends Dialog {

    private static final long serialVersionUID = 1;
    private static final int NAME = 64;

    private final transient Addresses addresses;
    private final String host;
    private final TextField name = new TextField("What will send to it?");
    private final Button make = new Button("Make the address", _ -> make());

    /** @param given how the API is reached from outside; blank: by this machine's name and the port */
    NewAddress(Addresses addresses, String given, int apiPort) {
        this.addresses = addresses;
        VaadinServletRequest request = VaadinServletRequest.getCurrent();
        this.host = given.isBlank()
                ? "http://" + (request == null ? "localhost" : request.getServerName()) + ":" + apiPort
                : given.strip().replaceAll("/+$", "");
        setId("address-form");
        setHeaderTitle("Make an address");
        name.setId("address-name");
        name.setMaxLength(NAME);
        name.setRequiredIndicatorVisible(true);
        name.setHelperText("Such as “website form” or “HubSpot”. One address for each, so that you see who is silent.");
        name.setWidthFull();
        Div body = new Div(name);
        body.addClassName("t-form");
        add(body);
        make.setId("address-make");
        make.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", _ -> close()), make);
    }

    private void make() {
        String wanted = name.getValue().strip();
        name.setInvalid(wanted.isEmpty());
        name.setErrorMessage("Give it a name, so that you know it again.");
        if (!wanted.isEmpty()) {
            String by = SignedIn.current().map(SignedIn::getUsername).orElse("");
            Answered.of(this, addresses.make(wanted, by), this::showOnce);
        }
    }

    private void showOnce(Addresses.Made made) {
        String address = host + "/in/" + made.token();
        removeAll();
        getFooter().removeAll();
        setHeaderTitle("The address of “" + made.address().name() + "”");
        setCloseOnOutsideClick(false);
        setCloseOnEsc(false);
        Snippet plain = new Snippet(address);
        plain.setId("address-text");
        Snippet form = new Snippet("""
                <form method="post" action="%s">
                  <input name="name" placeholder="Name" required>
                  <input name="email" type="email" placeholder="E-mail" required>
                  <input name="company" placeholder="Company">
                  <button>Send</button>
                </form>
                """.formatted(address).strip());
        form.setId("address-html");
        Div body = new Div(
                new Paragraph("Copy it now: it is shown this once, and kept nowhere. Paste it where your form tool,"
                        + " Zapier, Make or CRM asks for a webhook address. Whoever knows it can send to it."),
                plain,
                new H2("Or a form for your own page"),
                form,
                new Paragraph("Then send one lead, and say on the next page what its fields mean."));
        body.addClassNames("t-form", "t-once");
        add(body);
        Button done = new Button("I have copied it", _ -> {
            close();
            UI.getCurrent()
                    .navigate(
                            AddressView.class,
                            new RouteParameters("id", made.address().id().toString()));
        });
        done.setId("address-copied");
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(done);
        addOpenedChangeListener(event -> {
            if (!event.isOpened()) {
                removeAll();
            }
        });
    }
}
