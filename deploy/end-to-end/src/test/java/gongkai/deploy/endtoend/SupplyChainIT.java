package gongkai.deploy.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.deploy.local.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The bills of materials of the services are complete, and their licences are accepted. */
class SupplyChainIT {

    @ParameterizedTest
    @EnumSource
    void every_shipped_file_is_in_the_bill_of_materials_byte_for_byte(Service service) throws Exception {
        Map<String, String> written = written(service);

        Map<String, String> shipped = shipped(SharedPlatform.HOME.shipped(service));

        assertThat(shipped).hasSizeGreaterThan(100).isEqualTo(written);
    }

    @Test
    void every_library_may_be_used_under_a_licence_that_we_accept() throws Exception {
        var command = new ProcessBuilder(
                SharedPlatform.HOME.root().resolve("deploy/licences").toString());

        Process licences = command.redirectErrorStream(true).start();
        String said = new String(licences.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(licences.waitFor()).as(said).isZero();
        assertThat(said.lines())
                .anyMatch(
                        line -> line.matches("org\\.postgresql:postgresql\t.*\tBSD-2-Clause\t.*submission-service.*"));
    }

    private static Map<String, String> written(Service service) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        JsonNode bill = new ObjectMapper()
                .readTree(SharedPlatform.HOME.billOfMaterials(service).toFile());
        for (JsonNode component : bill.path("components")) {
            for (JsonNode place : component.at("/evidence/occurrences")) {
                hashes.put(place.path("location").asText(), sha256(component));
            }
        }
        return hashes;
    }

    private static String sha256(JsonNode component) {
        for (JsonNode hash : component.path("hashes")) {
            if (hash.path("alg").asText().equals("SHA-256")) {
                return hash.path("content").asText();
            }
        }
        return "none";
    }

    private static Map<String, String> shipped(Path folder) throws IOException, NoSuchAlgorithmException {
        Map<String, String> hashes = new TreeMap<>();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                hashes.put(folder.relativize(file).toString(), HexFormat.of().formatHex(hash));
            }
        }
        return hashes;
    }
}
