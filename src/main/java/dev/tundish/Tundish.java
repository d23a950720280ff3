package dev.tundish;

import java.util.Arrays;

/** The way in: the first word says what to do, everything after it are settings ({@code --api.port=9081}). */
public final class Tundish {

    private static final String HELP = """
            Tundish shows, live, how leads run through a campaign's funnel.

              run            start the dashboards (port 8080) and the API (port 8081); the default
              demo           the same, with a team's campaigns to look at
              backup FILE    write everything that is kept into one file
              restore FILE   read such a file into an empty system
              verify         hold all counts against the log of events
              help           this

            Settings follow the word, or stand in the environment:
              --ui.port=8080 --api.port=8081     where to listen
              --tundish.roles=api,ui             what this node does
              --tundish.bind=0.0.0.0             the address to listen on
              TUNDISH_HOME=./data                where everything is kept
              TUNDISH_DATABASE_URL               postgresql://user:password@host:port/database, instead of the embedded one
              TUNDISH_API_KEY                    a key that may do everything, while it is set
              TUNDISH_ADMIN_PASSWORD             the password of the user admin
            """;

    private Tundish() {}

    /** Starts what the first word asks for. Ends with 0 when done, 1 when it failed, 2 when it was not understood. */
    public static void main(String[] arguments) {
        boolean worded = arguments.length > 0 && !arguments[0].startsWith("-");
        String word = worded ? arguments[0] : "run";
        String[] rest = worded ? Arrays.copyOfRange(arguments, 1, arguments.length) : arguments;
        if (Arrays.asList(arguments).contains("--help")) {
            word = "help";
        }
        switch (word) {
            case "run" -> run(rest);
            case "demo" -> {
                String[] demo = Arrays.copyOf(rest, rest.length + 1);
                demo[rest.length] = "--tundish.demo.enabled=true";
                run(demo);
            }
            case "backup", "restore" -> end(Commands.keep(word, rest));
            case "verify" -> end(Commands.verify(rest));
            case "help" -> System.out.print(HELP);
            default -> {
                System.err.println("Tundish does not know \"" + word + "\".\n\n" + HELP);
                System.exit(2);
            }
        }
    }

    private static void end(int code) {
        if (code != 0) {
            System.exit(code);
        }
    }

    private static void run(String... settings) {
        try {
            Node node = Node.start(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(node::close, "stop"));
            System.out.println(node.readyLine());
        } catch (RuntimeException reported) {
            System.exit(1);
        }
    }
}
