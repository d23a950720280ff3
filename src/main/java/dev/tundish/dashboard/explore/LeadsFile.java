package dev.tundish.dashboard.explore;

import dev.tundish.access.Audit;
import dev.tundish.access.Right;
import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.Campaigns;
import dev.tundish.dashboard.Waiting;
import dev.tundish.dashboard.campaign.Sight;
import dev.tundish.dashboard.login.SignedIn;
import dev.tundish.live.LeadFiles;
import dev.tundish.live.LeadFiles.LeadFile;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The leads behind a number as a file for spreadsheets, by the address of their page with {@code .csv} at its path's end.
 * UTF-8 with a byte order mark: without it, Excel takes every letter beyond ASCII for two others. Whoever reads slowly
 * holds a thread; so a few may read at a time, and the next is asked to come back.
 */
@Controller
class LeadsFile {

    private static final Logger LOG = LoggerFactory.getLogger(LeadsFile.class);
    private static final int AT_A_TIME = 8;
    /** The first piece may have to wait until a large campaign is in memory. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String MARK = "\uFEFF";

    private final Campaigns campaigns;
    private final LeadFiles files;
    private final InstantSource clock;
    private final Audit audit;
    private final Semaphore free = new Semaphore(AT_A_TIME);

    LeadsFile(Campaigns campaigns, LeadFiles files, InstantSource clock, Audit audit) {
        this.campaigns = campaigns;
        this.files = files;
        this.clock = clock;
        this.audit = audit;
    }

    @GetMapping("/campaigns/{key}/leads.csv")
    @RolesAllowed(Right.SEE_LEADS)
    void download(@PathVariable String key, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!free.tryAcquire()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "10");
            sayNo(response, 503, "Several lists are being fetched just now. Try again in a moment.");
            return;
        }
        try {
            answer(key, Sight.of(parameters(request)), response);
        } finally {
            free.release();
        }
    }

    private void answer(String key, Sight sight, HttpServletResponse response) throws IOException {
        Optional<Campaign> campaign = Waiting.on(campaigns.find(key));
        if (campaign.isEmpty()) {
            sayNo(response, 404, "There is no such campaign.");
            return;
        }
        Campaign known = campaign.get();
        LeadFile file;
        try {
            file = Waiting.on(
                            files.of(
                                    known.id(),
                                    Chosen.leads(known.definition(), sight, clock.instant()),
                                    known.definition().zone()),
                            PATIENCE)
                    .orElseThrow();
        } catch (IllegalArgumentException noSuchNumber) {
            sayNo(response, 400, "This number does not exist: " + noSuchNumber.getMessage());
            return;
        }
        Waiting.on(audit.record(
                SignedIn.name(), Audit.Kind.EXPORTS, "Fetched leads of the campaign “" + known.key() + "” as a file."));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + known.key() + "-leads.csv\"");
        write(file, response.getOutputStream());
    }

    /** A failure half-way leaves the answer without its end, which browsers tell as a download that failed. */
    private static void write(LeadFile file, OutputStream out) throws IOException {
        out.write((MARK + file.head()).getBytes(StandardCharsets.UTF_8));
        int next = 0;
        while (next >= 0) {
            LeadFiles.Piece piece = Waiting.on(file.piece(next), PATIENCE).orElseThrow();
            try {
                out.write(piece.text().getBytes(StandardCharsets.UTF_8));
            } catch (IOException gone) {
                LOG.debug("A list was fetched no further", gone);
                return;
            }
            next = piece.next();
        }
    }

    private static void sayNo(HttpServletResponse response, int status, String sentence) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write(sentence.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, List<String>> parameters(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, said -> List.of(said.getValue())));
    }
}
