package dev.tundish.journal;

import java.util.List;
import reactor.core.publisher.Mono;

/** Holds a campaign's journeys and tallies against a second reading of its log. Changes nothing. */
public interface Verifier {

    Mono<Verification> verify(int campaign);

    /**
     * @param version the version that was read, throughout
     * @param events how many events were read
     * @param differences every difference in words, at most 1,000
     * @param differenceCount how many there are
     */
    record Verification(long version, long events, long leads, long differenceCount, List<String> differences) {}
}
