package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// JSON packed as base64 of a raw DEFLATE stream.
final class Packed {
    private static final int MAX_BYTES = 8 << 20;
    private static final int CHUNK = 8192;

    private Packed() {}

    /// @throws WireException where it is not that, or would become too long
    static JsonNode unpack(Value packed) {
        byte[] deflated;
        try {
            deflated = Base64.getDecoder().decode(packed.text());
        } catch (IllegalArgumentException e) {
            throw packed.wrong("base64");
        }
        byte[] json = inflate(packed, deflated);
        try {
            return Json.parse(json);
        } catch (WireException e) {
            throw new WireException(packed.path() + ": unpacked " + e.getMessage());
        }
    }

    static String pack(JsonNode tree) {
        try (Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
            deflater.setInput(Json.write(tree).getBytes(StandardCharsets.UTF_8));
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] chunk = new byte[CHUNK];
            while (!deflater.finished()) {
                out.write(chunk, 0, deflater.deflate(chunk));
            }
            return Base64.getEncoder().encodeToString(out.toByteArray());
        }
    }

    private static byte[] inflate(Value packed, byte[] deflated) {
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(deflated);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] chunk = new byte[CHUNK];
            while (!inflater.finished()) {
                int bytes = inflater.inflate(chunk);
                if (bytes == 0 || out.size() > MAX_BYTES) {
                    throw packed.wrong("a whole DEFLATE stream of at most " + MAX_BYTES + " bytes");
                }
                out.write(chunk, 0, bytes);
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw packed.wrong("a DEFLATE stream");
        }
    }
}
