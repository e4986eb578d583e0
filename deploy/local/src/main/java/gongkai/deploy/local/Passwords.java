package gongkai.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The passwords of a database's roles: made when they are first asked for, and kept in a folder that nobody else may read, a file a
 * role.
 */
final class Passwords {

    private static final int BYTES = 24;

    private final Path folder;

    private Passwords(Path folder) {
        this.folder = folder;
    }

    static Passwords keptIn(Path folder) {
        try {
            if (Files.notExists(folder)) {
                Files.createDirectories(folder.toAbsolutePath().getParent());
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            return new Passwords(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("No passwords can be kept in " + folder, e);
        }
    }

    String of(String role) {
        try {
            return Files.readString(file(role));
        } catch (IOException e) {
            throw new UncheckedIOException("The password of %s cannot be read".formatted(role), e);
        }
    }

    /** The file with the password, alone on the first line. */
    Path file(String role) {
        Path file = folder.resolve(role);
        if (Files.notExists(file)) {
            make(file);
        }
        return file;
    }

    /** Letters, digits, - and _, so that it can stand in SQL and in a URL as it is. */
    private static void make(Path file) {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        try {
            Path whole = Files.createTempFile(file.getParent(), "new-", "");
            Files.writeString(whole, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            Files.move(whole, file);
        } catch (IOException e) {
            throw new UncheckedIOException("The password %s cannot be kept".formatted(file), e);
        }
    }
}
