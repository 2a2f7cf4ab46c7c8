package huibao.delivery;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that greets and then behaves badly: says nothing, or says too little too slowly. */
final class SilentServer implements Closeable {

    /** How it behaves. */
    enum Manner {
        /** Takes the connection and never says a word. */
        HANGS,
        /** Sends the greeting byte by byte, for ever. */
        TRICKLES
    }

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    SilentServer(Manner manner) throws IOException {
        Thread thread = new Thread(() -> serve(manner), "silent-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve(Manner manner) {
        try {
            while (true) {
                Socket client = socket.accept();
                open.add(client);
                if (manner == Manner.TRICKLES) {
                    Thread thread = new Thread(() -> trickle(client), "trickle");
                    thread.setDaemon(true);
                    thread.start();
                }
            }
        } catch (IOException e) {
            // closed
        }
    }

    private static void trickle(Socket client) {
        try {
            while (true) {
                client.getOutputStream().write("2".getBytes(StandardCharsets.US_ASCII));
                client.getOutputStream().flush();
                java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
            }
        } catch (IOException e) {
            // closed
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket client : open) {
            client.close();
        }
    }
}
