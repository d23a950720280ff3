package dev.tundish.dashboard;

import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Names this run of the server, so that a page that was cut off knows whether it speaks to the one that made it. */
@RestController
public class Instance {

    private final String id = UUID.randomUUID().toString();

    public String id() {
        return id;
    }

    @GetMapping("/alive")
    ResponseEntity<String> alive() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.TEXT_PLAIN)
                .body(id);
    }
}
