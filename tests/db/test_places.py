"""Network shares and synchronised folders are refused, told by what the system says of them."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from digicommune.db.places import (
    is_windows_share,
    network_file_system,
    refuse_bad_place,
    sync_service,
)
from digicommune.db.store import Store
from digicommune.errors import UserError
from tests.db.offices import COMMUNE

MOUNTS = """\
/dev/sda1 / ext4 rw,relatime 0 0
//may-chu/chung /mnt/chung cifs rw 0 0
may-chu:/xa /mnt/Ủy\\040ban nfs4 rw 0 0
/dev/sdb1 /mnt/chung/usb ext4 rw 0 0
lan@may-chu:/ /home/lan/xa fuse.sshfs rw 0 0
C:\\134 /mnt/c 9p rw 0 0
"""


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("/home/lan/office.db", None),
        ("/mnt/chung/office.db", "cifs"),
        ("/mnt/chungquanh/office.db", None),
        ("/mnt/chung/usb/office.db", None),  # a local disk mounted inside the share
        ("/mnt/Ủy ban/office.db", "nfs4"),
        ("/home/lan/xa/office.db", "fuse.sshfs"),
        ("/mnt/c/office.db", "9p"),
    ],
)
def test_a_share_is_told_by_the_mounts(place: str, kind: str | None) -> None:
    assert network_file_system(place, MOUNTS) == kind


def test_a_machine_whose_own_root_is_mounted_over_9p_is_no_share() -> None:
    mounts = "none / 9p rw 0 0\nshare /mnt/nfs nfs rw 0 0\n"
    assert network_file_system("/home/lan/office.db", mounts) is None
    assert network_file_system("/mnt/nfs/office.db", mounts) == "nfs"
    assert network_file_system("/home/lan/office.db", "") is None
    assert network_file_system("/home/lan/office.db", "half a line\n") is None


@pytest.mark.parametrize(
    ("place", "drive_type", "share"),
    [
        ("C:\\Users\\lan\\office.db", 3, False),
        ("Z:\\office.db", 4, True),
        ("\\\\may-chu\\chung\\office.db", 0, True),
        ("\\\\?\\UNC\\may-chu\\chung\\office.db", 0, True),
        ("\\\\?\\C:\\office.db", 3, False),
    ],
)
def test_a_windows_share_is_told_by_its_path_or_drive(
    place: str, drive_type: int, *, share: bool
) -> None:
    assert is_windows_share(place, drive_type) is share


def test_synchronised_folders_are_told_by_name_and_by_onedrives_own_word() -> None:
    windows = {"OneDriveCommercial": "C:\\Users\\lan\\UBND xã", "PATH": "C:\\Windows"}
    inside = PureWindowsPath("C:\\Users\\lan\\UBND xã\\sổ\\office.db")
    assert sync_service(inside, windows) == "OneDrive"
    assert sync_service(PureWindowsPath("C:\\Users\\lan\\office.db"), windows) is None
    named = PureWindowsPath("C:\\Users\\lan\\OneDrive - UBND\\office.db")
    assert sync_service(named, {}) == "OneDrive"
    assert sync_service(PurePosixPath("/home/lan/Dropbox/office.db"), {}) == "Dropbox"
    assert sync_service(PurePosixPath("/home/lan/Google Drive/office.db"), {}) == "Google Drive"
    assert sync_service(PurePosixPath("/home/lan/dropboxes/office.db"), {}) is None
    assert sync_service(PurePosixPath("/home/lan/onedrive.db"), {}) is None


def test_an_office_in_a_synchronised_folder_is_not_made(tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    with pytest.raises(UserError) as refused:
        Store.create(str(folder / "office.db"), COMMUNE)
    assert refused.value.code == "sync_folder"
    assert "Dropbox" in refused.value.message
    assert list(folder.iterdir()) == []


def test_an_ordinary_folder_is_fine(tmp_path: Path) -> None:
    refuse_bad_place(tmp_path / "office.db")
