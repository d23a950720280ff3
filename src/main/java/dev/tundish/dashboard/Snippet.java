package dev.tundish.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Text to be copied, as it stands. */
@Tag("tundish-snippet")
@JsModule("./tundish/snippet.ts")
public class Snippet extends Component {

    private static final long serialVersionUID = 1;

    public Snippet(String text) {
        getElement().setProperty("text", text);
    }

    /** What it says is a path: it is shown with the address of this server, as the browser knows it. */
    public void here() {
        getElement().setProperty("here", true);
    }

    public String text() {
        return getElement().getProperty("text", "");
    }
}
