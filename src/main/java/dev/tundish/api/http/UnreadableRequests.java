package dev.tundish.api.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.util.ReferenceCountUtil;
import org.springframework.http.MediaType;

/**
 * Gives a problem to an answer that the listener itself makes without a body: to a request so malformed that it never
 * came to a route.
 */
final class UnreadableRequests extends ChannelOutboundHandlerAdapter {

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof FullHttpResponse answer && isBare(answer)) {
            FullHttpResponse told = tell(answer);
            ReferenceCountUtil.release(answer);
            context.write(told, promise);
        } else {
            context.write(message, promise);
        }
    }

    private static boolean isBare(FullHttpResponse answer) {
        return answer.status().code() >= 400
                && !answer.content().isReadable()
                && !answer.headers().contains(HttpHeaderNames.CONTENT_TYPE);
    }

    private static FullHttpResponse tell(FullHttpResponse answer) {
        int status = answer.status().code();
        byte[] body = Json.bytes(problem(status).members());
        FullHttpResponse told =
                new DefaultFullHttpResponse(answer.protocolVersion(), answer.status(), Unpooled.wrappedBuffer(body));
        told.headers()
                .set(answer.headers())
                .set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        return told;
    }

    private static Problem problem(int status) {
        return switch (status) {
            case 413, 414, 431 ->
                Problem.of(
                        status,
                        "head-too-large",
                        "The head of the request is too large",
                        "The address, or all headers together, may have at most 16 KB.");
            default ->
                Problem.of(
                        status,
                        "bad-request",
                        "The request cannot be understood",
                        "It is not well-formed HTTP: look at the address (a % is followed by two hexadecimal digits), at the"
                                + " headers, and at Content-Length.");
        };
    }
}
