package dev.tundish.dashboard;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells senders who take the dashboards for the API where the API is. */
@RestController
class WrongDoor {

    private final int port;

    WrongDoor(@Value("${api.port:8081}") int port) {
        this.port = port;
    }

    @RequestMapping({"/api", "/api/**"})
    ResponseEntity<ProblemDetail> notHere(HttpServletRequest request) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.NOT_FOUND,
                "This port shows the dashboards. The API listens on port " + port + ": send events with POST to "
                        + request.getScheme() + "://" + request.getServerName() + ":" + port + "/api/v1/events");
        problem.setTitle("The API is on port " + port);
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
