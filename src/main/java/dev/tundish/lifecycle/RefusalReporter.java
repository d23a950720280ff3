package dev.tundish.lifecycle;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says on the console why it does not start; the sentence alone, without a trace that nobody asked for. */
final class RefusalReporter implements FailureAnalysisReporter {

    @Override
    public void report(FailureAnalysis analysis) {
        String action = analysis.getAction() == null ? "" : " " + analysis.getAction();
        System.err.println("Tundish does not start. " + analysis.getDescription() + action);
    }
}
