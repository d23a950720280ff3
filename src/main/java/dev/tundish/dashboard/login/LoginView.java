package dev.tundish.dashboard.login;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;

/** Where people log in; in the demo also by one of three buttons. */
@Route(value = "login", autoLayout = false)
@PageTitle("Log in · Tundish")
@AnonymousAllowed
@JsModule("./tundish/demo-login.ts")
@Tag("main")
public class LoginView extends Main implements BeforeEnterObserver {

    private static final long serialVersionUID = 1;

    private final LoginForm form = new LoginForm();

    public LoginView(Arrivals arrivals, @Value("${tundish.demo.enabled:false}") boolean demo) {
        addClassName("t-login");
        Div box = new Div();
        box.addClassName("t-login-box");
        Div brand = new Div(new H1("Tundish"));
        brand.addClassName("t-brand");
        brand.getElement().insertChild(0, new Element("tundish-mark"));
        box.add(brand, new Paragraph("See your funnel run, and what sales says of it."));
        if (demo) {
            box.getElement().appendChild(new Element("tundish-demo-login"));
        }
        if (arrivals.isOn()) {
            Anchor provider = new Anchor(Arrivals.ADDRESS, "Log in with " + arrivals.label());
            provider.setRouterIgnore(true);
            provider.setId("provider");
            provider.addClassName("t-provider");
            box.add(provider);
        }
        form.setId("login");
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(words());
        box.add(form);
        add(box);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (SignedIn.current().isPresent()) {
            event.forwardTo("");
            return;
        }
        Map<String, List<String>> asked =
                event.getLocation().getQueryParameters().getParameters();
        if (asked.containsKey("wait")) {
            form.showErrorMessage("Too many attempts", "Wait " + seconds(asked.get("wait")) + ", then try again.");
        } else if (asked.containsKey("away")) {
            form.showErrorMessage(
                    "That did not work", "The database cannot be reached just now. Try again in a moment.");
        } else if (asked.containsKey("again")) {
            form.showErrorMessage("That page was too old", "Log in once more.");
        } else if (asked.containsKey("norole")) {
            form.showErrorMessage(
                    "You are known, but have no role here",
                    "Ask an administrator which group of yours is to have one.");
        } else if (asked.containsKey("taken")) {
            form.showErrorMessage(
                    "Somebody else has your name here",
                    "Log in with the password of that user, or ask an administrator.");
        } else if (asked.containsKey("noname")) {
            form.showErrorMessage(
                    "The identity provider does not say your name", "Ask an administrator: a setting names the claim.");
        } else if (asked.containsKey("out")) {
            form.showErrorMessage("You have no access any more", "Ask an administrator to let you in again.");
        } else if (asked.containsKey("provider")) {
            form.showErrorMessage(
                    "That did not work", "The identity provider did not let you in, or does not answer. Try again.");
        } else if (asked.containsKey("error")) {
            form.setError(true);
        }
    }

    /** It comes from the address, so that only a number is taken from it. */
    private static String seconds(List<String> given) {
        String first = given.isEmpty() ? "" : given.getFirst();
        if (!first.matches("[0-9]{1,4}")) {
            return "a little";
        }
        int seconds = Integer.parseInt(first);
        return seconds < 90 ? seconds + " seconds" : (seconds + 59) / 60 + " minutes";
    }

    private static LoginI18n words() {
        LoginI18n words = LoginI18n.createDefault();
        words.getForm().setTitle("Log in");
        words.getForm().setUsername("Name");
        words.getForm().setPassword("Password");
        words.getForm().setSubmit("Log in");
        words.getErrorMessage().setTitle("That did not work");
        words.getErrorMessage().setMessage("Name or password is wrong.");
        words.getErrorMessage().setUsername("Enter your name");
        words.getErrorMessage().setPassword("Enter your password");
        return words;
    }
}
