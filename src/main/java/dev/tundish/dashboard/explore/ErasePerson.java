package dev.tundish.dashboard.explore;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import dev.tundish.access.Audit;
import dev.tundish.access.Right;
import dev.tundish.dashboard.Asking;
import dev.tundish.dashboard.login.SignedIn;
import dev.tundish.journal.Erasures;
import dev.tundish.journal.Erasures.Result;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Asks whether a person is to be erased, says what that means, does it, and writes it down without the name. */
@Service
class ErasePerson {

    private final Erasures erasures;
    private final Audit audit;

    ErasePerson(Erasures erasures, Audit audit) {
        this.erasures = erasures;
        this.audit = audit;
    }

    static boolean may() {
        return SignedIn.current().map(me -> me.may(Right.ERASE_PEOPLE)).orElse(false);
    }

    /**
     * Asks, for those who may.
     *
     * @param key the campaign's
     * @param name the lead's name by now
     */
    void ask(Component page, int campaign, String key, int number, Mono<String> name) {
        if (!may()) {
            return;
        }
        ConfirmDialog sure = new ConfirmDialog();
        sure.setId("erase");
        sure.setHeader("Erase this person, for good?");
        sure.setText(new Div(
                new Paragraph("In this campaign, and without a way back:"),
                new UnorderedList(
                        new ListItem("The name is replaced by one made at random, everywhere."),
                        new ListItem("The card (name, company, e-mail, phone, owner) is deleted."),
                        new ListItem("Comments are deleted, and who did something where it was this person."),
                        new ListItem("No number changes. Times, stages, reasons, and where the lead came from stay."),
                        new ListItem("If the same name is sent again, it stays erased.")),
                new Paragraph(
                        "The ids of events are kept, because they tell a repeated event from a new one. Files that "
                                + "were brought in and backups hold what they held: delete those yourself. What the "
                                + "page Incoming keeps goes by itself, after 7 days, and of inbound addresses the last "
                                + "20 bodies, after 30.")));
        sure.setConfirmText("Erase");
        sure.setConfirmButtonTheme("error primary");
        sure.setCancelable(true);
        sure.setCancelText("Keep");
        sure.addConfirmListener(_ -> erase(page, campaign, key, number, name));
        sure.open();
    }

    private void erase(Component page, int campaign, String key, int number, Mono<String> name) {
        String who = SignedIn.name();
        Mono<Result> done = name.flatMap(lead -> erasures.erase(campaign, lead))
                .flatMap(result -> result instanceof Result.Erased
                        ? audit.record(
                                        who,
                                        Audit.Kind.ERASURES,
                                        "Erased lead " + number + " of the campaign “" + key + "”.")
                                .thenReturn(result)
                        : Mono.just(result));
        Asking.of(page, done, result -> Notification.show(words(result)), () -> {});
    }

    private static String words(Result result) {
        return switch (result) {
            case Result.Erased _ -> "Erased. The numbers are what they were.";
            case Result.NotThere _ -> "There is no such lead any more.";
            case Result.Rebuilding _ -> "The campaign is being counted anew just now. Erase again when that is done.";
        };
    }
}
