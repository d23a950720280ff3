package dev.tundish.api.http;

import java.util.Locale;

/** Carries a problem to the one place that answers with it. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public Refusal(Problem problem) {
        super(String.format(Locale.ROOT, "%d %s", problem.status(), problem.slug()), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
