import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * Loads a batch of properties files with the JDK's own class and writes what was put into the map.
 * In, for each file: a byte (1: through a UTF-8 reader), the length, the bytes. Out, for each file:
 * the number of strings (key, value, key ...), each as length and UTF-8 in which a lone surrogate
 * keeps its three-byte form, then a byte (1: the load threw). Numbers are 4 bytes, big-endian.
 */
public final class LoadProperties {
    private static final class Recorder extends Properties {
        final transient List<String> strings = new ArrayList<>();

        @Override
        public synchronized Object put(Object key, Object value) {
            strings.add((String) key);
            strings.add((String) value);
            return null;
        }
    }

    public static void main(String[] args) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out));
        for (int charset = in.read(); charset >= 0; charset = in.read()) {
            byte[] bytes = new byte[in.readInt()];
            in.readFully(bytes);
            load(bytes, charset == 1, out);
        }
        out.flush();
    }

    private static void load(byte[] bytes, boolean utf8, DataOutputStream out) throws IOException {
        Recorder recorder = new Recorder();
        boolean threw = false;
        try {
            ByteArrayInputStream stream = new ByteArrayInputStream(bytes);
            if (utf8) {
                recorder.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            } else {
                recorder.load(stream);
            }
        } catch (IllegalArgumentException malformed) {
            threw = true;
        }
        out.writeInt(recorder.strings.size());
        for (String string : recorder.strings) {
            byte[] encoded = encode(string);
            out.writeInt(encoded.length);
            out.write(encoded);
        }
        out.writeByte(threw ? 1 : 0);
    }

    private static byte[] encode(String string) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        string.codePoints().forEach(c -> {
            if (c < 0x80) {
                out.write(c);
            } else if (c < 0x800) {
                out.write(0xC0 | c >> 6);
                out.write(0x80 | c & 0x3F);
            } else if (c < 0x10000) {
                out.write(0xE0 | c >> 12);
                out.write(0x80 | c >> 6 & 0x3F);
                out.write(0x80 | c & 0x3F);
            } else {
                out.write(0xF0 | c >> 18);
                out.write(0x80 | c >> 12 & 0x3F);
                out.write(0x80 | c >> 6 & 0x3F);
                out.write(0x80 | c & 0x3F);
            }
        });
        return out.toByteArray();
    }
}
