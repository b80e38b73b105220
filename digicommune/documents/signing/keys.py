"""Keys to sign with: a PKCS#12 file or a token; passwords and PINs are used once, never kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from asn1crypto import pkcs12, x509
from pyhanko.sign.signers import Signer, SimpleSigner

from digicommune.domain.signing_keys import KeyFile, KeySource
from digicommune.errors import UserError

_MOST_BYTES = 10 * 1024 * 1024


@contextmanager
def opened(source: KeySource) -> Iterator[Signer]:
    """The key, its certificate in its days; a token is closed again.

    Raises ``UserError``: ``key_file_not_read``, ``key_file_not_key``, ``key_password_wrong``,
    ``certificate_expired``, ``certificate_not_yet``, and of a token ``token_module_not_read``,
    ``token_missing``, ``token_pin_wrong``, ``token_pin_locked``, ``token_certificate_missing``,
    ``token_failed``.
    """
    if isinstance(source, KeyFile):
        signer: Signer = _of_file(source)
        _refuse_out_of_days(signer.signing_cert)
        yield signer
        return
    from digicommune.documents.signing.tokens import session_of, signer_of

    with session_of(source) as session:
        signer = signer_of(session, source)
        _refuse_out_of_days(signer.signing_cert)
        yield signer


def _of_file(source: KeyFile) -> SimpleSigner:
    content = _content(source.path)
    try:
        pkcs12.Pfx.load(content, strict=True)["auth_safe"].native  # noqa: B018 -- parsed by asking
    except (ValueError, TypeError) as error:
        raise _no_key(source.path) from error
    try:
        found: SimpleSigner = SimpleSigner.load_pkcs12_data(content, (), source.password.encode())
    except ValueError as error:
        raise UserError(
            "key_password_wrong",
            f"Sai mật khẩu của tệp khóa {source.path.name}.",
            "Gõ lại mật khẩu; mật khẩu phân biệt chữ hoa, chữ thường.",
            file=source.path.name,
        ) from error
    except (AttributeError, TypeError, NotImplementedError) as error:
        raise _no_key(source.path) from error
    return found


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise _no_key(path)
        return path.read_bytes()
    except OSError as error:
        raise UserError(
            "key_file_not_read",
            f"Không đọc được tệp khóa {path}.",
            "Kiểm tra tên tệp và quyền đọc.",
            file=str(path),
        ) from error


def _no_key(path: Path) -> UserError:
    return UserError(
        "key_file_not_key",
        f"{path.name} không phải tệp khóa PKCS#12 có khóa ký và chứng thư.",
        "Chọn tệp .p12 hoặc .pfx do nơi cấp chứng thư số giao.",
        file=path.name,
    )


def _refuse_out_of_days(certificate: x509.Certificate | None) -> None:
    if certificate is None:
        return
    now: datetime = datetime.now(UTC)
    named = _common_name(certificate)
    if now > certificate.not_valid_after:
        raise UserError(
            "certificate_expired",
            f"Chứng thư số của {named} đã hết hạn ngày {certificate.not_valid_after:%d/%m/%Y}.",
            "Gia hạn hoặc xin cấp lại chứng thư số rồi ký.",
            signer=named,
            day=f"{certificate.not_valid_after:%d/%m/%Y}",
        )
    if now < certificate.not_valid_before:
        raise UserError(
            "certificate_not_yet",
            f"Chứng thư số của {named} có hiệu lực từ {certificate.not_valid_before:%d/%m/%Y}.",
            "Kiểm tra ngày giờ của máy, hoặc chờ đến ngày có hiệu lực.",
            signer=named,
            day=f"{certificate.not_valid_before:%d/%m/%Y}",
        )


def _common_name(certificate: x509.Certificate) -> str:
    told: Any = certificate.subject.native.get("common_name", "")
    return str(told[0] if isinstance(told, list) else told)
