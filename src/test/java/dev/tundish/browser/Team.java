package dev.tundish.browser;

import com.microsoft.playwright.Page;
import dev.tundish.Node;
import dev.tundish.access.Role;
import dev.tundish.access.User;
import dev.tundish.access.Users;
import dev.tundish.database.Database;
import dev.tundish.database.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A Tundish of a team: started on an empty folder, with a key and a password that the test knows. */
public final class Team implements AutoCloseable {

    private static final String KEY = "a-key-that-only-this-test-knows";
    static final String PASSWORD = "correct horse battery";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final List<String> settings;
    private Node node;

    private Team(List<String> settings) {
        this.settings = settings;
        this.node = Node.start(settings.toArray(String[]::new));
    }

    public static Team start(Path home, String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "--tundish.home=" + home,
                "--tundish.bind=127.0.0.1",
                "--ui.port=0",
                "--api.port=0",
                "--tundish.api-key=" + KEY,
                "--tundish.admin-password=" + PASSWORD));
        settings.addAll(List.of(more));
        return new Team(settings);
    }

    public Node node() {
        return node;
    }

    /** The address of a page. */
    public String page(String path) {
        return "http://127.0.0.1:" + node.uiPort() + path;
    }

    /** Calls the API. */
    public HttpResponse<String> call(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.apiPort() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Signs in as admin, and is then where it was heading. */
    public void signIn(Page page, String path) {
        signIn(page, path, "admin");
    }

    /** Signs in as somebody with this password, and is then where it was heading. */
    void signIn(Page page, String path, String user) {
        page.navigate(page(path));
        page.locator("#login input[name=username]").fill(user);
        page.locator("#login input[name=password]").fill(PASSWORD);
        page.locator("#login input[name=password]").press("Enter");
        page.waitForURL(address -> address.endsWith(path));
    }

    /** Somebody in this role, with this test's password. */
    void add(String name, Role role) {
        Users users = node.core().getBean(Users.class);
        PasswordEncoder passwords = node.core().getBean(PasswordEncoder.class);
        users.add(new User(name, passwords.encode(PASSWORD), role, false)).block(Duration.ofSeconds(20));
    }

    /** Stops the whole, and starts it again on the same folder and ports. */
    public void restart() {
        List<String> again = new ArrayList<>(settings);
        again.add("--ui.port=" + node.uiPort());
        again.add("--api.port=" + node.apiPort());
        again.removeAll(List.of("--ui.port=0", "--api.port=0"));
        node.close();
        node = Node.start(again.toArray(String[]::new));
    }

    /** Stops the database under the running application. */
    public void pauseDatabase() {
        server().pause();
    }

    /** Starts it again. */
    public void resumeDatabase() {
        server().resume();
    }

    private EmbeddedPostgres server() {
        return ((Database.Embedded) node.core().getBean(Database.class)).server();
    }

    @Override
    public void close() {
        node.close();
        http.close();
    }
}
