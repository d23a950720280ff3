package dev.tundish.api.http;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/** How long the listener waits for a sender; what a request's head may measure is set in api.properties. */
@Component
final class ListenerLimits implements NettyServerCustomizer {

    private final Duration patience;

    ListenerLimits(@Value("${tundish.api.idle-timeout}") Duration patience) {
        this.patience = patience;
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.idleTimeout(patience)
                .doOnChannelInit((observer, channel, remote) -> channel.pipeline()
                        .addBefore(NettyPipeline.HttpTrafficHandler, "stalledRequests", new StalledRequests(patience))
                        .addBefore(NettyPipeline.HttpTrafficHandler, "unreadableRequests", new UnreadableRequests()));
    }
}
