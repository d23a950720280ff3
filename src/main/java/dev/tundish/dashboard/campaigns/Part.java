package dev.tundish.dashboard.campaigns;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.shared.HasValidationProperties;
import dev.tundish.campaign.Checked.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A part of the form: fields under a heading, each known by the name that the rules give it. */
abstract class Part extends Div {

    private static final long serialVersionUID = 1;

    private final Map<String, Component> named = new LinkedHashMap<>();

    Part(String title, String explanation) {
        addClassNames("t-card", "t-part");
        add(new H2(title));
        if (!explanation.isEmpty()) {
            add(new Paragraph(explanation));
        }
    }

    /** Makes a field known by the name that a fault names it with. */
    final <C extends Component & HasValidationProperties> C field(String name, C field) {
        named.put(name, field);
        return field;
    }

    /** What has no shape, such as letters where a number belongs: it cannot even be judged by the rules. */
    List<Fault> shapeless() {
        return new ArrayList<>();
    }

    /** The field that a fault speaks of; a fault of one entry of a list is shown at the list when the entry has no field. */
    Optional<Component> at(String name) {
        Component exact = named.get(name);
        if (exact == null && name.indexOf('[') > 0) {
            return Optional.ofNullable(named.get(name.substring(0, name.indexOf('['))));
        }
        return Optional.ofNullable(exact);
    }

    /** Shows a fault beside its field, unless the field shows one already; the field, when it is of this part. */
    final Optional<Component> show(Fault fault) {
        Optional<Component> field = at(fault.field());
        field.ifPresent(component -> {
            HasValidationProperties checked = (HasValidationProperties) component;
            if (!checked.isInvalid()) {
                checked.setErrorMessage(FaultWords.of(fault));
                checked.setInvalid(true);
            }
        });
        return field;
    }

    /** The fields with messages, to be forgotten before the form is judged anew. */
    void forgive() {
        named.values().forEach(field -> ((HasValidationProperties) field).setInvalid(false));
    }

    /** A message is out of date as soon as somebody writes on. */
    static <C extends Component & HasValidationProperties & HasValue<?, ?>> C mended(C field) {
        field.addValueChangeListener(_ -> field.setInvalid(false));
        return field;
    }
}
