package dev.tundish.dashboard.campaigns;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/**
 * Has the browser ask before the page is closed or loaded anew, as long as something is unsaved: it sees for itself when
 * somebody writes into the form around it.
 */
@Tag("tundish-unsaved")
@JsModule("./tundish/unsaved.ts")
final class Unsaved extends Component {

    private static final long serialVersionUID = 1;

    /** Something was changed by a button. */
    void touch() {
        getElement().callJsFunction("touch");
    }

    /** Everything is saved, or given up. */
    void forget() {
        getElement().callJsFunction("forget");
    }
}
