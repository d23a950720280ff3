package dev.tundish.dashboard.campaigns;

import dev.tundish.campaign.Checked.Fault;

/** The rules' sentences in the words of the form: they go on after the field's name in an answer, and stand alone here. */
final class FaultWords {

    private FaultWords() {}

    static String of(Fault fault) {
        String field = fault.field();
        String stem = field.replaceAll("\\[\\d+]|\\..*", "");
        return switch (stem) {
            case "name" -> fault.sentence().startsWith("is needed") ? "A campaign needs a name." : sentence(fault);
            case "budget", "spend" -> "An amount such as 5000 or 1200.50, without separators, and a currency.";
            case "targets" -> "A whole number without separators, such as 1500.";
            case "window" -> "A number of days such as 30 or 1.5: more than 0, at most 3660.";
            case "endsAt" ->
                fault.sentence().startsWith("must be after") ? "The end comes after the launch." : sentence(fault);
            case "handover" -> "Choose one of the stages, or no hand-over.";
            case "predecessor" -> fault.sentence().startsWith("must") ? "Choose another campaign." : sentence(fault);
            case "tags" -> "At most 20 tags of small letters, digits and “-”, each once.";
            case "reasons" ->
                fault.sentence().startsWith("stands twice")
                        ? "This key stands twice."
                        : "A key of small letters, digits and “_”, and words of 1 to 64 characters.";
            case "flow" -> flow(fault);
            default -> sentence(fault);
        };
    }

    private static String flow(Fault fault) {
        if (fault.field().endsWith(".key")) {
            return fault.sentence().startsWith("stands twice")
                    ? "This key stands twice; a stage has its own."
                    : "1 to 64 small letters, digits and “_”.";
        }
        if (fault.field().endsWith(".label")) {
            return "1 to 64 characters: what people call the stage.";
        }
        return fault.field().endsWith(".short") ? "At most 12 characters." : "A flow has 2 to 10 stages.";
    }

    private static String sentence(Fault fault) {
        String words = fault.sentence();
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
