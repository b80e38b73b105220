"""Turns what the database libraries complain of into plain words; true bugs pass through it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import sqlcipher3
from sqlalchemy.exc import DBAPIError, NoSuchModuleError, SQLAlchemyError

from digicommune.errors import UserError

# Primary result codes of SQLite (sqlite.org/rescode.html).
BUSY, LOCKED, READ_ONLY, IO_ERROR = 5, 6, 8, 10
CORRUPT, FULL, CANNOT_OPEN, NO_DATABASE = 11, 13, 14, 26
# The online backup tells no number, a server none before it has let us in: their texts must do.
_SQLITE_TEXTS = {
    "database is locked": BUSY,
    "readonly database": READ_ONLY,
    "disk I/O error": IO_ERROR,
    "malformed": CORRUPT,
    "disk is full": FULL,
    "unable to open": CANNOT_OPEN,
    "not a database": NO_DATABASE,
}
_SERVER_TEXTS = {
    "authentication failed": "server_refused",
    "no password supplied": "server_refused",
    "role ": "server_refused",
    "does not exist": "database_missing",
}


class DatabaseFault(Exception):
    """A bug as a server told it, without the row's values that servers like to quote."""


_WORDS: dict[str, tuple[str, str]] = {
    "database_missing": (
        "Không tìm thấy dữ liệu “{where}”.",
        "Kiểm tra lại đường dẫn, hoặc tạo mới bằng lệnh init.",
    ),
    "database_exists": (
        "Tệp dữ liệu “{where}” đã có.",
        "Mở tệp ấy, hoặc chọn một tên khác cho tệp mới.",
    ),
    "folder_missing": (
        "Không có thư mục của tệp dữ liệu “{where}”.",
        "Kiểm tra lại đường dẫn, hoặc tạo thư mục ấy trước.",
    ),
    "not_a_database": (
        "Tệp “{where}” không phải tệp dữ liệu của DigiCommune.",
        "Chọn đúng tệp dữ liệu của cơ quan; tệp này được giữ nguyên.",
    ),
    "database_newer": (
        "Tệp dữ liệu “{where}” do một bản DigiCommune mới hơn tạo ra.",
        "Cài bản mới của chương trình rồi mở lại; tệp được giữ nguyên.",
    ),
    "database_older": (
        "Tệp dữ liệu “{where}” thuộc bản cũ, chưa được nâng cấp.",
        "Mở tệp bằng cửa sổ chương trình hoặc một lệnh ghi để nâng cấp (có sao lưu trước).",
    ),
    "database_read_only": (
        "Không ghi được vào tệp dữ liệu “{where}”: tệp hoặc thư mục chỉ cho đọc.",
        "Bỏ thuộc tính chỉ đọc, hoặc chép tệp sang thư mục của mình.",
    ),
    "disk_full": (
        "Ổ đĩa chứa “{where}” đã đầy; chưa có gì được ghi.",
        "Giải phóng dung lượng rồi làm lại.",
    ),
    "disk_error": (
        "Ổ đĩa báo lỗi khi đọc, ghi “{where}”; chưa có gì được ghi.",
        "Kiểm tra dây cắm và ổ đĩa, sao lưu tệp dữ liệu sang ổ khác rồi làm lại.",
    ),
    "database_busy": (
        "Tệp dữ liệu “{where}” đang được một người hay chương trình khác ghi.",
        "Đợi người ấy xong rồi làm lại.",
    ),
    "database_damaged": (
        "Tệp dữ liệu “{where}” bị hỏng.",
        "Đừng ghi tiếp; giữ tệp này lại và phục hồi từ bản sao lưu gần nhất.",
    ),
    "server_unreachable": (
        "Không nối được tới máy chủ dữ liệu “{where}”.",
        "Kiểm tra mạng và địa chỉ máy chủ, hoặc báo người quản trị.",
    ),
    "address_unclear": (
        "Không hiểu địa chỉ máy chủ dữ liệu “{where}”.",
        "Viết như postgresql://tên@máy-chủ/cơ-sở-dữ-liệu?commune=1.",
    ),
    "server_refused": (
        "Máy chủ dữ liệu “{where}” không nhận tên hoặc mật khẩu.",
        "Kiểm tra lại tên đăng nhập và mật khẩu với người quản trị.",
    ),
    "server_module_missing": (
        "Máy này chưa cài phần nối tới máy chủ dữ liệu “{where}”.",
        "Cài thêm gói psycopg (digicommune[server]).",
    ),
    "commune_unclear": (
        "Máy chủ “{where}” giữ dữ liệu của nhiều xã.",
        "Thêm ?commune=SỐ vào địa chỉ để chọn xã.",
    ),
    "commune_missing": (
        "Trong “{where}” không có xã được hỏi.",
        "Kiểm tra số xã sau ?commune=, hoặc tạo dữ liệu của xã bằng lệnh init.",
    ),
    "network_share": (
        "“{where}” nằm trên ổ mạng; tệp dữ liệu trên ổ mạng dễ hỏng khi mất nối.",
        "Để tệp trên ổ đĩa của máy này; nhiều người cùng dùng thì dùng máy chủ PostgreSQL.",
    ),
    "sync_folder": (
        "“{where}” nằm trong thư mục đồng bộ {service}; đồng bộ giữa chừng làm hỏng tệp dữ liệu.",
        "Để tệp ở thư mục thường của máy này; muốn có bản trên mạng thì sao lưu sang đó.",
    ),
    "upgrade_refused": (
        "Nâng cấp tệp dữ liệu “{where}” không qua được kiểm tra ({why}); tệp được giữ nguyên.",
        "Gửi tệp sao lưu cho người hỗ trợ chương trình, và dùng tiếp bản cũ.",
    ),
    "backup_failed": (
        "Bản sao lưu của “{where}” không qua được kiểm tra; chưa có gì thay đổi.",
        "Kiểm tra ổ đĩa và dung lượng còn trống rồi làm lại.",
    ),
    "backup_by_server": (
        "Dữ liệu “{where}” nằm trên máy chủ; chương trình không tự sao lưu máy chủ.",
        "Nhờ người quản trị sao lưu bằng công cụ của máy chủ (pg_dump).",
    ),
    "sqlite_too_old": (
        "Thư viện SQLite {version} trên máy này quá cũ và có lỗi làm hỏng dữ liệu.",
        "Cài lại DigiCommune đúng bản kèm theo (cần SQLite từ 3.51.3).",
    ),
}


def trouble(code: str, where: str, **facts: object) -> UserError:
    """The error an officer reads for ``code``; ``where`` names the file or server."""
    message, advice = _WORDS[code]
    told = {"where": where, **facts}
    return UserError(code, message.format(**told), advice.format(**told), **told)


@contextmanager
def plain_words(where: str) -> Iterator[None]:
    """Around every use of a database: its complaints leave as ``UserError``, bugs as they are.

    A server's bug leaves as ``DatabaseFault``: its own text quotes whole rows, people and all.
    """
    try:
        yield
    except NoSuchModuleError as error:
        raise trouble("server_module_missing", where) from error
    except _complaints() as error:
        cause = error.orig if isinstance(error, DBAPIError) and error.orig else error
        code = _code_of(cause)
        if code is not None:
            told = _taken(where) if code == "cccd_taken" else trouble(code, where)
            raise told.with_traceback(error.__traceback__) from None
        if not _is_servers(cause):
            raise
        first = str(cause).partition("\n")[0]
        fault = DatabaseFault(f"{type(cause).__name__}: {first}")
        raise fault.with_traceback(error.__traceback__) from None


def _complaints() -> tuple[type[Exception], ...]:
    # psycopg is loaded only where a server is used; bulk paths speak to the drivers themselves.
    server = sys.modules.get("psycopg")
    return (SQLAlchemyError, sqlcipher3.Error, *((server.Error,) if server else ()))


def _is_servers(cause: BaseException) -> bool:
    return type(cause).__module__.startswith("psycopg")


def _code_of(cause: BaseException) -> str | None:
    if _is_servers(cause):
        return _of_server(getattr(cause, "sqlstate", None), cause)
    number = getattr(cause, "sqlite_errorcode", None)
    if number is None and isinstance(cause, sqlcipher3.Error):
        told = str(cause)
        number = next((one for part, one in _SQLITE_TEXTS.items() if part in told), None)
    return _of_sqlite(number & 0xFF, str(cause)) if isinstance(number, int) else None


def _of_sqlite(number: int, text: str) -> str | None:
    codes = {
        BUSY: "database_busy",
        LOCKED: "database_busy",
        READ_ONLY: "database_read_only",
        IO_ERROR: "disk_error",
        CORRUPT: "database_damaged",
        FULL: "disk_full",
        CANNOT_OPEN: "database_missing",
        NO_DATABASE: "not_a_database",
    }
    if "residents.cccd" in text:
        return "cccd_taken"
    return codes.get(number)


def _of_server(state: str | None, cause: BaseException) -> str | None:
    if state is None:
        if type(cause).__name__ not in {"OperationalError", "ConnectionTimeout", "InterfaceError"}:
            return None
        told = (code for part, code in _SERVER_TEXTS.items() if part in str(cause))
        return next(told, "server_unreachable")
    if state == "23505" and "uq_residents_cccd" in str(cause):
        return "cccd_taken"
    exact = {
        "3D000": "database_missing",
        "25006": "database_read_only",
        "42501": "database_read_only",
        "53100": "disk_full",
        "55P03": "database_busy",
        "40001": "database_busy",
        "40P01": "database_busy",
    }
    families = {"28": "server_refused", "08": "server_unreachable", "57": "server_unreachable"}
    return exact.get(state) or families.get(state[:2])


def _taken(where: str) -> UserError:
    return UserError(
        "cccd_taken",
        "Số căn cước này đã thuộc về một người khác trong sổ nhân khẩu.",
        "Kiểm tra lại số trên thẻ của cả hai người.",
        where=where,
    )


def changed_meanwhile(what: str) -> UserError:
    """Somebody else has changed the thing since it was read."""
    return UserError(
        "changed_meanwhile",
        f"{what} vừa được người khác sửa.",
        "Mở lại để xem nội dung mới rồi sửa tiếp.",
        what=what,
    )
