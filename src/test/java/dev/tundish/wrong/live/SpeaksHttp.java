package dev.tundish.wrong.live;

import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.server.ServerRequest;

/** Takes other rooms' libraries. */
record SpeaksHttp(ServerRequest request, WebClient client) {}
