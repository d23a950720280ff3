package dev.tundish.dashboard.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;

/** A moment in the reader's own language and time. */
@Tag("tundish-when")
@JsModule("./tundish/when.ts")
final class When extends Component {

    private static final long serialVersionUID = 1;

    When(Instant moment) {
        getElement().setProperty("at", (double) moment.toEpochMilli());
    }
}
