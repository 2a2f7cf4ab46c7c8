package huibao.model;

/**
 * A file as it reached the inbox.
 *
 * @param name its name there; data, never a path
 * @param sha256 64 lower-case hexadecimal digits over its bytes
 * @param size in bytes
 */
public record SourceFile(String name, String sha256, long size) {}
