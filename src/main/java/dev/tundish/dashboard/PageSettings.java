package dev.tundish.dashboard;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import dev.tundish.dashboard.login.LoginView;
import dev.tundish.dashboard.login.PasswordView;
import dev.tundish.dashboard.login.SignedIn;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** What holds for every page: which scripts may run, what happens when a session is over, who has to change a password first. */
@Component
class PageSettings implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(PageSettings::nameScripts);
        event.getSource().setSystemMessagesProvider(_ -> messages());
        event.getSource().addUIInitListener(init -> prepare(init.getUI()));
    }

    /**
     * Only scripts that this answer names may stand in the page. Vaadin's engine runs expressions that the server sends,
     * so evaluation cannot be forbidden.
     */
    private static void nameScripts(IndexHtmlResponse response) {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        String nonce = Base64.getEncoder().encodeToString(random);
        response.getDocument().select("script").forEach(script -> script.attr("nonce", nonce));
        Security.headers("'nonce-" + nonce + "' 'unsafe-eval'").forEach(response.getVaadinResponse()::setHeader);
    }

    /** No dialogs of their own: a page without a session loads itself anew, and comes back to where it was after the login. */
    private static CustomizedSystemMessages messages() {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setInternalErrorNotificationEnabled(false);
        messages.setSyncErrorNotificationEnabled(false);
        return messages;
    }

    private static void prepare(UI ui) {
        ui.getReconnectDialogConfiguration().setReconnectAttempts(1_000_000);
        ui.getReconnectDialogConfiguration().setReconnectInterval(1500);
        ui.addBeforeEnterListener(PageSettings::passwordFirst);
    }

    private static void passwordFirst(BeforeEnterEvent event) {
        boolean must = SignedIn.current().map(SignedIn::mustChange).orElse(false);
        if (must
                && event.getNavigationTarget() != PasswordView.class
                && event.getNavigationTarget() != LoginView.class) {
            event.forwardTo(PasswordView.class);
        }
    }
}
