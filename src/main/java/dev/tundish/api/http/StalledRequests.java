package dev.tundish.api.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose sender stops in the middle of a request's body. Only the time counts in which more is asked
 * for: a sender that has to wait for us, because the lanes are full, is not to blame. Once the request is whole, the
 * answer may take as long as it likes.
 */
final class StalledRequests extends ChannelDuplexHandler {

    private final Duration patience;
    private boolean underWay;
    private @Nullable Future<?> alarm;

    StalledRequests(Duration patience) {
        this.patience = patience;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        disarm();
        if (message instanceof HttpRequest) {
            underWay = true;
        }
        if (message instanceof LastHttpContent) {
            underWay = false;
        }
        context.fireChannelRead(message);
    }

    @Override
    public void read(ChannelHandlerContext context) {
        if (underWay && alarm == null) {
            alarm = context.executor().schedule(() -> context.close(), patience.toMillis(), TimeUnit.MILLISECONDS);
        }
        context.read();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        disarm();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        disarm();
        context.fireChannelInactive();
    }

    private void disarm() {
        if (alarm != null) {
            alarm.cancel(false);
            alarm = null;
        }
    }
}
