package dev.tundish.dashboard.incoming;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** Lines that stay while their words change: each belongs to something, and moves only when that one moves. */
final class Keyed<K, C extends Component> {

    private final Div inside;
    private final Map<K, C> lines = new LinkedHashMap<>();

    Keyed(Div inside) {
        this.inside = inside;
    }

    /** Shows one line for each of these, in their order. */
    void show(List<K> keys, Function<K, C> make) {
        Set<K> wanted = new HashSet<>(keys);
        lines.entrySet().removeIf(each -> {
            if (wanted.contains(each.getKey())) {
                return false;
            }
            inside.remove(each.getValue());
            return true;
        });
        for (int n = 0; n < keys.size(); n++) {
            C line = lines.computeIfAbsent(keys.get(n), make);
            if (n >= inside.getComponentCount() || inside.getComponentAt(n) != line) {
                inside.addComponentAtIndex(n, line);
            }
        }
    }

    C line(K key) {
        return Objects.requireNonNull(lines.get(key));
    }
}
