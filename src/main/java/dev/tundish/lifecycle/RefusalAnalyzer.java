package dev.tundish.lifecycle;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.Order;

/** Finds, in whatever a failed start has thrown, the sentence that was meant for the person at the console. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RefusalAnalyzer implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        BindException setting = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case StartupRefused refused -> {
                    return new FailureAnalysis(String.valueOf(refused.getMessage()), null, failure);
                }
                case BindException bind -> setting = bind;
                default -> {}
            }
        }
        return setting == null ? null : new FailureAnalysis(sentence(setting), null, failure);
    }

    private static String sentence(BindException failed) {
        var property = failed.getProperty();
        String name = property == null
                ? failed.getName().toString()
                : property.getName().toString();
        String value = property == null ? "what it is" : "\"" + property.getValue() + "\"";
        return "The setting " + name + " cannot be " + value + ". " + wanted(type(failed));
    }

    /** The type of the value; of an element, where there are several. */
    private static @Nullable Class<?> type(BindException failed) {
        ResolvableType type = failed.getTarget().getType();
        return type.isArray()
                ? type.getComponentType().resolve()
                : type.hasGenerics() ? type.resolveGeneric(0) : type.resolve();
    }

    private static String wanted(@Nullable Class<?> type) {
        if (type == null) {
            return "Correct it, or leave it out.";
        }
        if (type.isEnum()) {
            String known = Arrays.stream(type.getEnumConstants())
                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            return "Use one of: " + known + ".";
        }
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return "It is a whole number.";
        }
        return switch (type.getSimpleName()) {
            case "Boolean", "boolean" -> "It is true or false.";
            case "Duration" -> "It is a duration such as 30s, 5m or PT1H.";
            case "InetAddress" -> "It is an address of this machine, or 0.0.0.0 for all of them.";
            default -> "Correct it, or leave it out.";
        };
    }
}
