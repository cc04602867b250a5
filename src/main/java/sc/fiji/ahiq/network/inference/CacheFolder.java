/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.network.inference;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import java.util.Set;
import sc.fiji.ahiq.base.UserHome;
import sc.fiji.ahiq.base.error.EngineException;

/**
 * Where native libraries are unpacked if the user names no folder: {@code .djl.ai} in the home folder; or else, where
 * that cannot be written or belongs to somebody else, a folder of this user below the temporary directory. Code of
 * other users is never run.
 */
final class CacheFolder {

    private static final String NAME = ".djl.ai";
    private static final int MOST_TRIES = 20;

    private final Path temporary;
    private final UserPrincipal user;

    private CacheFolder(Path temporary) throws IOException {
        this.temporary = temporary;
        Path probe = Files.createTempFile(temporary, "ahiq-user", null);
        try {
            this.user = Files.getOwner(probe);
        } finally {
            Files.delete(probe);
        }
    }

    /**
     * The folder, which is made if need be.
     *
     * @throws EngineException if neither place can be written
     */
    static Path usual() {
        return usual(UserHome.folder(), Path.of(System.getProperty("java.io.tmpdir")));
    }

    static Path usual(Optional<Path> home, Path temporary) {
        try {
            CacheFolder folders = new CacheFolder(temporary);
            Optional<Path> own = home.filter(UserHome::isUsable).map(folder -> folder.resolve(NAME));
            return own.isPresent() && folders.isOwn(own.get()) ? own.get() : folders.privateFolder();
        } catch (IOException e) {
            throw new EngineException(
                    "Expected a home folder or a temporary directory to unpack native libraries to, but neither "
                            + home.map(Path::toString).orElse("a home folder") + " nor " + temporary
                            + " can be written: " + e + ". Name a folder by --cache or AHIQ_CACHE.",
                    e);
        }
    }

    /** A folder that is not there yet counts, as it will be made. */
    private boolean isOwn(Path folder) throws IOException {
        return !Files.exists(folder, LinkOption.NOFOLLOW_LINKS) || Files.isDirectory(folder) && isUsers(folder);
    }

    private boolean isUsers(Path folder) throws IOException {
        return Files.getOwner(folder).equals(user);
    }

    private Path privateFolder() throws IOException {
        String name = "ahiq-" + user.getName().replaceAll("[^A-Za-z0-9._-]", "_");
        for (int i = 0; i < MOST_TRIES; i++) {
            Path folder = temporary.resolve(i == 0 ? name : name + "-" + i);
            try {
                return Files.createDirectory(folder, onlyForUser());
            } catch (FileAlreadyExistsException e) {
                if (isPrivate(folder)) {
                    return folder;
                }
            }
        }
        throw new IOException("folders of other users are in the way: " + temporary.resolve(name));
    }

    private static boolean hasPermissions() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] onlyForUser() {
        return hasPermissions()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    private boolean isPrivate(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) || !isUsers(folder)) {
            return false;
        }
        Set<PosixFilePermission> permissions =
                hasPermissions() ? Files.getPosixFilePermissions(folder) : Set.of(PosixFilePermission.OWNER_WRITE);
        return !permissions.contains(PosixFilePermission.GROUP_WRITE)
                && !permissions.contains(PosixFilePermission.OTHERS_WRITE);
    }
}
