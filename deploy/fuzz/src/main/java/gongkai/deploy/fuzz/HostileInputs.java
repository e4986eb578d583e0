package gongkai.deploy.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.SplittableRandom;

/** Inputs that nobody sends by mistake. */
final class HostileInputs {

    private static final int LONG = 100_000;

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\u001b[31m",
            "\r\nX-Injected: 1",
            "\ud800",
            "\u202eevil",
            "\ufeff",
            "𠮷野家😀",
            "'; drop table revision; --",
            "' or '1'='1",
            "%s%n%x",
            "${jndi:ldap://127.0.0.1/a}",
            "{{7*7}}",
            "{config}",
            "<script>alert(1)</script>",
            "=cmd|' /C calc'!A0",
            "＝1+1",
            "../../../../etc/passwd",
            "..%2f..%2fetc%2fpasswd",
            "/etc/passwd",
            "C:\\windows\\win.ini",
            "null",
            "NaN",
            "Infinity",
            "-1",
            "0",
            "1e999999999",
            "9223372036854775808",
            "99999999999999999999999999999999",
            "0x7fffffff",
            "1.5",
            "true",
            "[]",
            "{}",
            "%",
            "_",
            "\\",
            "\"",
            "*",
            "W/\"1\"",
            "\"1\", \"2\"",
            "2019-02-30",
            "-999999999-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59.999999999Z",
            "很".repeat(3_000),
            "a".repeat(LONG),
            "[".repeat(5_000),
            "*a **a ".repeat(5_000),
            "> ".repeat(5_000),
            "[a](".repeat(5_000),
            "{{1.1".repeat(5_000),
            "1".repeat(5_000),
            "亿".repeat(5_000),
            "一百二十万".repeat(2_000));

    /** In place of a value in JSON, as they stand. */
    private static final List<String> JSON = List.of(
            "null",
            "true",
            "\"\"",
            "0",
            "-0",
            "-1",
            "1.5",
            "0.0000001",
            "1e999999999",
            "-1e999999999",
            "1e-999999999",
            "9223372036854775808",
            "1" + "0".repeat(90),
            "1" + "0".repeat(2_000),
            "[]",
            "{}",
            "[[[[[[[[]]]]]]]]",
            "[null]",
            "{\"\":null}",
            "{\"\\u0000\":\"\\u0000\"}",
            "[".repeat(20_000) + "]".repeat(20_000),
            "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000),
            "[" + "1,".repeat(50_000) + "1]",
            "\"" + "a".repeat(LONG) + "\"");

    /** In place of a whole body. */
    private static final List<byte[]> BODIES = List.of(
            new byte[0],
            "null".getBytes(UTF_8),
            "[]".getBytes(UTF_8),
            "{".getBytes(UTF_8),
            "{}{}".getBytes(UTF_8),
            "{\"a\":1,\"a\":2}".getBytes(UTF_8),
            "\"text\"".getBytes(UTF_8),
            "NaN".getBytes(UTF_8),
            new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1},
            "{\"reason\":\"\u00e9\u00ff\"}".getBytes(ISO_8859_1),
            "{\"reason\":\"\ufffe\"}".getBytes(UTF_8),
            "[".repeat(100_000).getBytes(UTF_8),
            "\ufeff{}".getBytes(UTF_8),
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>".getBytes(UTF_8),
            "PK\u0003\u0004garbage".getBytes(ISO_8859_1),
            ("code,figure\n" + "1.1,1\n".repeat(20_000)).getBytes(UTF_8),
            ("code" + ",x".repeat(1_000_000) + "\n").getBytes(UTF_8),
            "\"".repeat(10_000).getBytes(UTF_8),
            "\n".repeat(1_000_000).getBytes(UTF_8),
            ("{\"unit\":\"" + "a".repeat(200_000) + "\"}\n{}\n\u0000\n").getBytes(UTF_8));

    private HostileInputs() {}

    static String text(SplittableRandom random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    static String json(SplittableRandom random) {
        return JSON.get(random.nextInt(JSON.size()));
    }

    static byte[] body(SplittableRandom random) {
        if (random.nextInt(5) == 0) {
            var noise = new byte[random.nextInt(2_000)];
            random.nextBytes(noise);
            return noise;
        }
        return BODIES.get(random.nextInt(BODIES.size()));
    }
}
