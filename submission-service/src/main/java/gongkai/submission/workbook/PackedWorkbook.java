package gongkai.submission.workbook;

import gongkai.chassis.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A file that claims to be a workbook, looked at before it is opened. Only what is a plain XLSX of a sensible size once unpacked is
 * given to Apache POI, which in turn resolves no external entity and follows no link.
 */
final class PackedWorkbook {

    /** Ours has some 300 KiB unpacked; as an object tree it takes about ten times as much memory. */
    private static final long MAX_UNPACKED_SIZE = 8L * 1024 * 1024;

    private static final int MAX_PARTS = 500;

    private static final int BUFFER = 8 * 1024;

    private final byte[] file;

    PackedWorkbook(byte[] file) {
        this.file = file;
    }

    /** @throws ProblemException where it is none, or more than one */
    XSSFWorkbook open() {
        try {
            switch (FileMagic.valueOf(file)) {
                case OOXML -> inspect();
                case OLE2 ->
                    throw isEncrypted()
                            ? new ProblemException(WorkbookProblem.WORKBOOK_ENCRYPTED)
                            : new ProblemException(WorkbookProblem.NOT_A_WORKBOOK);
                default -> throw new ProblemException(WorkbookProblem.NOT_A_WORKBOOK);
            }
            var workbook = new XSSFWorkbook(OPCPackage.open(new ByteArrayInputStream(file)));
            if (workbook.isMacroEnabled()) {
                throw new ProblemException(WorkbookProblem.WORKBOOK_WITH_MACROS);
            }
            return workbook;
        } catch (ProblemException problem) {
            throw problem;
        } catch (IOException | RuntimeException | InvalidFormatException broken) {
            // POI has an exception for each way in which a file can be broken; to its sender they are all one.
            throw new ProblemException(WorkbookProblem.NOT_A_WORKBOOK);
        }
    }

    /** Unpacks it once, to nowhere, so that a bomb goes off where it does no harm. */
    private void inspect() throws IOException {
        long unpacked = 0;
        int parts = 0;
        var buffer = new byte[BUFFER];
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                if (part.getName().toLowerCase(Locale.ROOT).endsWith("vbaproject.bin")) {
                    throw new ProblemException(WorkbookProblem.WORKBOOK_WITH_MACROS);
                }
                parts++;
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (unpacked > MAX_UNPACKED_SIZE || parts > MAX_PARTS) {
                        throw new ProblemException(WorkbookProblem.WORKBOOK_TOO_LARGE_INSIDE);
                    }
                }
            }
        }
    }

    private boolean isEncrypted() throws IOException {
        try (var container = new POIFSFileSystem(new ByteArrayInputStream(file))) {
            return container.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY);
        }
    }
}
