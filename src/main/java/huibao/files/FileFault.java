package huibao.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why a file could not be used, in one line: which file, and what the system says of it. */
public final class FileFault {

    private FileFault() {}

    /** The line for an operator's message. */
    public static String of(IOException failure) {
        String text = failure instanceof FileSystemException file
                ? file.getFile() + ": " + reason(file)
                : failure.getMessage() == null ? "the system refuses" : failure.getMessage();
        return text.replaceAll("\\s*[\\r\\n]+\\s*", " ");
    }

    /** Of its commonest refusals Java keeps the kind and not the words. */
    private static String reason(FileSystemException failure) {
        if (failure.getReason() != null) {
            return failure.getReason();
        }
        if (failure instanceof AccessDeniedException) {
            return "access denied";
        }
        if (failure instanceof NoSuchFileException) {
            return "no such file";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "something of that name is in the way";
        }
        if (failure instanceof NotDirectoryException) {
            return "not a folder";
        }
        return failure instanceof DirectoryNotEmptyException ? "the folder is not empty" : "the system refuses";
    }
}
