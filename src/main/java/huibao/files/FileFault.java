package huibao.files;

import huibao.message.Trouble;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a file could not be used: which file, and what the system says of it. */
public final class FileFault {

    /** What systems say of what operators have to do with most, without the full stop Windows ends with. */
    private static final Map<String, String> SAID = Map.ofEntries(
            Map.entry("No space left on device", "reason.no_space"),
            Map.entry("Disk quota exceeded", "reason.quota"),
            Map.entry("Read-only file system", "reason.read_only"),
            Map.entry("Input/output error", "reason.disk"),
            Map.entry("Permission denied", "reason.permission"),
            Map.entry("Operation not permitted", "reason.not_permitted"),
            Map.entry("Device or resource busy", "reason.busy"),
            Map.entry("Too many open files", "reason.open_files"),
            Map.entry("File name too long", "reason.long_name"),
            Map.entry("Is a directory", "reason.folder"),
            Map.entry("Stale file handle", "reason.stale"),
            Map.entry("Interrupted system call", "reason.interrupted"),
            Map.entry("The process cannot access the file because it is being used by another process", "reason.busy"),
            Map.entry("另一个程序正在使用此文件，进程无法访问", "reason.busy"));

    private FileFault() {}

    /** What to tell the operator. */
    public static Trouble of(IOException failure) {
        return failure instanceof FileSystemException file && file.getFile() != null
                ? Trouble.of("file.unusable", "file", file.getFile(), "reason", reason(file))
                : Trouble.of("file.refused", "reason", said(failure.getMessage()));
    }

    /** Of its commonest refusals Java keeps the kind and not the words. */
    private static Object reason(FileSystemException failure) {
        if (failure.getReason() != null) {
            return said(failure.getReason());
        }
        if (failure instanceof AccessDeniedException) {
            // Of what was to be replaced, Windows says no more than that where a program has it open.
            return Trouble.of(failure.getOtherFile() == null ? "reason.access" : "reason.held");
        }
        if (failure instanceof NoSuchFileException) {
            return Trouble.of("reason.none");
        }
        if (failure instanceof FileAlreadyExistsException) {
            return Trouble.of("reason.in_the_way");
        }
        if (failure instanceof NotDirectoryException) {
            return Trouble.of("reason.no_folder");
        }
        return Trouble.of(failure instanceof DirectoryNotEmptyException ? "reason.not_empty" : "reason.refuses");
    }

    private static Object said(@Nullable String text) {
        if (text == null) {
            return Trouble.of("reason.refuses");
        }
        String key = SAID.get(text.strip().replaceFirst("[.。]$", ""));
        return key == null ? text : Trouble.of(key);
    }
}
