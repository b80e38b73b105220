"""Tokens through their PKCS#11 module: found by label, opened by PIN; it reads no private key."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pkcs11
from pkcs11 import Attribute, ObjectClass, exceptions
from pyhanko.sign.pkcs11 import PKCS11Signer

from digicommune.errors import UserError

if TYPE_CHECKING:
    from digicommune.domain.signing_keys import Token

_WRONG_PIN = (exceptions.PinIncorrect, exceptions.PinInvalid, exceptions.PinLenRange)


@contextmanager
def session_of(source: Token) -> Iterator[Any]:
    """An open session; closed again whatever happens. Raises as ``keys.opened`` says."""
    try:
        session = _token(source).open(user_pin=source.pin or None)
    except _WRONG_PIN as error:
        raise UserError(
            "token_pin_wrong",
            "Sai mã PIN của thiết bị ký.",
            "Gõ lại mã PIN; sai nhiều lần thiết bị sẽ tự khóa.",
        ) from error
    except exceptions.PinLocked as error:
        raise UserError(
            "token_pin_locked",
            "Thiết bị ký đã khóa vì nhập sai mã PIN nhiều lần.",
            "Mở khóa bằng phần mềm của nơi cấp thiết bị.",
        ) from error
    except exceptions.PKCS11Error as error:
        raise _failed(error) from error
    try:
        yield session
    except exceptions.PKCS11Error as error:
        raise _failed(error) from error
    finally:
        session.close()


def signer_of(session: Any, source: Token) -> PKCS11Signer:
    """The certificate named, or the only one, with its key."""
    found = list(session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE}))
    named = [one for one in found if _label(one) == source.certificate]
    chosen = named if source.certificate else _with_key(session, found)
    if len(chosen) != 1:
        labels = ", ".join(f"“{_label(one)}”" for one in found) or "không có chứng thư nào"
        raise UserError(
            "token_certificate_missing",
            f"Không chọn được chứng thư “{source.certificate}” trên thiết bị ký; có: {labels}.",
            "Ghi đúng tên chứng thư có khóa ký trên thiết bị.",
            certificate=source.certificate,
            found=labels,
        )
    number: bytes = chosen[0][Attribute.ID]
    if number:
        return PKCS11Signer(session, cert_id=number, key_id=number)
    return PKCS11Signer(session, cert_label=_label(chosen[0]))


def _with_key(session: Any, certificates: list[Any]) -> list[Any]:
    """The certificates whose key is on the token: a chain's others have none."""
    private = {Attribute.CLASS: ObjectClass.PRIVATE_KEY}
    keys = {one[Attribute.ID] for one in session.get_objects(private)}
    return [one for one in certificates if one[Attribute.ID] in keys]


def _label(found: Any) -> str:
    return str(found[Attribute.LABEL])


def _token(source: Token) -> Any:
    try:
        slots = pkcs11.lib(os.fspath(source.module)).get_slots(token_present=True)
        tokens = [one.get_token() for one in slots]
    except (exceptions.PKCS11Error, RuntimeError, OSError) as error:
        raise UserError(
            "token_module_not_read",
            f"Không nạp được thư viện của thiết bị ký: {source.module}.",
            "Cài phần mềm của thiết bị rồi chọn đúng tệp thư viện PKCS#11 (.dll hoặc .so).",
            module=str(source.module),
        ) from error
    fitting = [one for one in tokens if source.label in {"", one.label}]
    # A module may show an empty slot as a token that was never set up.
    ready = [one for one in fitting if pkcs11.TokenFlag.TOKEN_INITIALIZED in one.flags]
    if len(ready) == 1:
        return ready[0]
    labels = ", ".join(f"“{one.label}”" for one in tokens if one.label) or "không thấy thiết bị nào"
    raise UserError(
        "token_missing",
        f"Không tìm thấy thiết bị ký “{source.label}”; {labels}.",
        "Cắm thiết bị, chờ đèn báo rồi ghi đúng tên thiết bị.",
        label=source.label,
        found=labels,
    )


def _failed(error: exceptions.PKCS11Error) -> UserError:
    return UserError(
        "token_failed",
        f"Thiết bị ký báo lỗi {type(error).__name__}.",
        "Rút thiết bị, cắm lại rồi ký lại; vẫn lỗi thì hỏi nơi cấp thiết bị.",
        told=type(error).__name__,
    )
