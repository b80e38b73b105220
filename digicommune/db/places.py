"""Where an office file may lie; it refuses network shares and synchronised folders."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path, PurePath, PureWindowsPath

from digicommune.db.troubles import trouble

NETWORK_FILE_SYSTEMS = frozenset(
    {"9p", "afs", "cifs", "davfs", "fuse.davfs2", "fuse.rclone", "fuse.sshfs", "ncpfs", "nfs"}
    | {"nfs4", "smb", "smb2", "smb3", "smbfs"}
)
REMOTE_DRIVE = 4  # GetDriveTypeW: DRIVE_REMOTE
SYNC_FOLDERS = re.compile(
    r"^(OneDrive|Dropbox|Google ?Drive|My Drive|GoogleDriveFS|iCloudDrive|Nextcloud)\b",
    re.IGNORECASE,
)


def refuse_bad_place(path: Path) -> None:
    """Raises ``UserError`` where a database must not lie (SQLite's own advice on networks)."""
    place = path.resolve()
    if _is_remote(place):
        raise trouble("network_share", str(path))
    service = sync_service(place, os.environ)
    if service is not None:
        raise trouble("sync_folder", str(path), service=service)


def _is_remote(place: Path) -> bool:
    if sys.platform == "win32":
        return is_windows_share(str(place), _drive_type(place.anchor))
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return False
    text = mounts.read_text(encoding="utf-8", errors="replace")
    return network_file_system(str(place), text) is not None


def _drive_type(anchor: str) -> int:
    if sys.platform == "win32":
        import ctypes

        return int(ctypes.windll.kernel32.GetDriveTypeW(anchor))
    return 0


def is_windows_share(place: str, drive_type: int) -> bool:
    """Whether a Windows path is a share: a UNC path, or a letter of a remote drive."""
    local_device = place.startswith(("\\\\?\\", "\\\\.\\")) and not place[4:].startswith("UNC")
    unc = PureWindowsPath(place).drive.startswith("\\\\") and not local_device
    return unc or drive_type == REMOTE_DRIVE


def network_file_system(place: str, mounts: str) -> str | None:
    """The network file system ``place`` lies on, by the text of ``/proc/mounts``; else None.

    The root itself is never taken for a share: sandboxes mount their whole machine over 9p.
    """
    longest, kind = "", ""
    for line in mounts.splitlines():
        parts = line.split()
        if len(parts) < 3:
            continue
        point = _unescaped(parts[1])
        inside = place == point or place.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(longest):
            longest, kind = point, parts[2]
    return kind if longest != "/" and kind in NETWORK_FILE_SYSTEMS else None


def _unescaped(point: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), point)


def sync_service(place: PurePath, environ: Mapping[str, str]) -> str | None:
    """The service that synchronises ``place`` (OneDrive, Dropbox, Google Drive …), if one does."""
    for name, root in environ.items():
        if name.upper().startswith("ONEDRIVE") and root and _lies_in(place, root):
            return "OneDrive"
    for part in place.parts[1:-1]:
        found = SYNC_FOLDERS.match(part)
        if found:
            return found[1]
    return None


def _lies_in(place: PurePath, root: str) -> bool:
    whole = type(place)(root)
    return place == whole or whole in place.parents
