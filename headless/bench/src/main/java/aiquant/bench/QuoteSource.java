package aiquant.bench;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The least of an exchange's WebSocket: one client, whose subscriptions are confirmed, and frames as fast as they are
/// given. It writes on the caller's thread, so that nothing of its own lies between a moment and a frame.
final class QuoteSource implements AutoCloseable {

    private static final Pattern KEY = Pattern.compile("(?im)^Sec-WebSocket-Key: *(\\S+)");
    private static final Pattern SUBSCRIPTION = Pattern.compile("\"subscription\":(\\{.*\\})\\}$");
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int LONGEST_SHORT = 125;
    private static final int TEXT = 0x81;

    private final ServerSocket server;
    private final CompletableFuture<Socket> client = new CompletableFuture<>();
    private final CompletableFuture<Boolean> subscribed = new CompletableFuture<>();
    private Optional<OutputStream> out = Optional.empty();

    QuoteSource() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("exchange").start(this::serve);
    }

    URI uri() {
        return URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/ws");
    }

    /// Returns when a client is connected and has asked for its first stream.
    void awaitClient() throws InterruptedException, ExecutionException {
        subscribed.get();
    }

    private void serve() {
        try {
            Socket socket = server.accept();
            socket.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            shakeHands(in, socket.getOutputStream());
            out = Optional.of(new BufferedOutputStream(socket.getOutputStream(), 64 << 10));
            client.complete(socket);
            while (true) {
                answer(read(in));
            }
        } catch (IOException | NoSuchAlgorithmException e) {
            client.completeExceptionally(e);
            subscribed.completeExceptionally(e);
        }
    }

    private static void shakeHands(DataInputStream in, OutputStream out) throws IOException, NoSuchAlgorithmException {
        StringBuilder request = new StringBuilder();
        while (request.indexOf("\r\n\r\n") < 0) {
            request.append((char) in.readUnsignedByte());
        }
        Matcher key = KEY.matcher(request);
        if (!key.find()) {
            throw new IOException("no WebSocket client: " + request);
        }
        byte[] digest =
                MessageDigest.getInstance("SHA-1").digest((key.group(1) + MAGIC).getBytes(StandardCharsets.US_ASCII));
        out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(digest) + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /// One frame of a client, which is masked.
    private static String read(DataInputStream in) throws IOException {
        in.readUnsignedByte();
        int length = in.readUnsignedByte() & 0x7f;
        if (length == LONGEST_SHORT + 1) {
            length = in.readUnsignedShort();
        }
        byte[] mask = in.readNBytes(4);
        byte[] bytes = in.readNBytes(length);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= mask[i & 3];
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void answer(String request) throws IOException {
        Matcher subscription = SUBSCRIPTION.matcher(request);
        if (subscription.find()) {
            send("{\"channel\":\"subscriptionResponse\",\"data\":{\"method\":\"subscribe\",\"subscription\":"
                    + subscription.group(1) + "}}");
            subscribed.complete(true);
        } else if (request.contains("\"ping\"")) {
            send("{\"channel\":\"pong\"}");
        }
    }

    /// On the wire when it returns.
    synchronized void send(String text) throws IOException {
        OutputStream to = out.orElseThrow();
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        to.write(TEXT);
        if (bytes.length <= LONGEST_SHORT) {
            to.write(bytes.length);
        } else {
            to.write(LONGEST_SHORT + 1);
            to.write(bytes.length >> 8);
            to.write(bytes.length);
        }
        to.write(bytes);
        to.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
        if (client.isDone() && !client.isCompletedExceptionally()) {
            client.join().close();
        }
    }
}
