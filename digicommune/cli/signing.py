"""Commands of signed papers: issued attach, copies, copy, fields, sign, signing."""

from __future__ import annotations

import getpass
import sys
from typing import TYPE_CHECKING

from digicommune.cli.answers import Answer
from digicommune.cli.opened import opened
from digicommune.cli.signature_words import BASES, copy_line, signature_line, told_copy
from digicommune.domain.signing_keys import KeyFile, SignRequest, Token
from digicommune.errors import UserError
from digicommune.operations import reports, signed_copies, signing, signing_ways

if TYPE_CHECKING:
    import argparse

    from digicommune.db.store import Store
    from digicommune.domain.signing_keys import KeySource


def attach(arguments: argparse.Namespace) -> Answer:
    """A signed file kept beside its paper."""
    with opened(arguments) as store:
        kept = signed_copies.attach(store, arguments.id, arguments.file)
    said = f"Đã nhận bản đã ký thứ tự {kept.copy_id} của văn bản thứ tự {kept.issue_id}:"
    lines = [f"{said} {BASES[kept.base]}.", *map(signature_line, kept.signatures)]
    return Answer(lines, told_copy(kept))


def copies(arguments: argparse.Namespace) -> Answer:
    """The signed copies of a paper, oldest first."""
    with opened(arguments) as store:
        found = signed_copies.copies(store, arguments.id)
    lines = [
        line
        for one in found
        for line in (copy_line(one), *(f"  {signature_line(s)}" for s in one.signatures))
    ]
    return Answer(lines or ["Chưa có bản đã ký nào."], {"copies": [told_copy(o) for o in found]})


def copy(arguments: argparse.Namespace) -> Answer:
    """The bytes of a signed copy."""
    reports.check_place(arguments.out)
    with opened(arguments) as store:
        done = signed_copies.copy(store, arguments.copy_id)
    reports.write(done.document, arguments.out)
    said = f"Đã ghi bản đã ký của văn bản số {done.paper.full_number}: {arguments.out}"
    return Answer([said], {**told_copy(done.copy), "pdf": str(arguments.out)})


def fields(arguments: argparse.Namespace) -> Answer:
    """The stored bytes with two empty fields behind them."""
    reports.check_place(arguments.out)
    with opened(arguments) as store:
        made = signed_copies.with_fields(store, arguments.id)
    reports.write(made, arguments.out)
    lines = [
        f"Đã ghi bản kèm ô ký trống: {arguments.out}",
        "Chưa rõ phần mềm VGCA có nhận ô ký lập sẵn; nếu không nhận thì dùng bản in lại.",
    ]
    return Answer(lines, {"pdf": str(arguments.out)})


def sign(arguments: argparse.Namespace) -> Answer:
    """One signature, kept as a signed copy and written to a file."""
    reports.check_place(arguments.out)
    with opened(arguments) as store:
        _refuse_off(store)
        request = SignRequest(
            issue_id=arguments.id,
            key=_key(arguments),
            role=arguments.role,
            image=arguments.image,
            space=arguments.place,
            alone=arguments.alone,
        )
        done = signing.sign(store, request)
    reports.write(done.document, arguments.out)
    said = f"Đã ký văn bản số {done.paper.full_number}, bản đã ký thứ tự {done.copy.copy_id}:"
    lines = [f"{said} {arguments.out}", *map(signature_line, done.copy.signatures)]
    return Answer(lines, {**told_copy(done.copy), "pdf": str(arguments.out)})


def _refuse_off(store: Store) -> None:
    """No password is asked for where nothing will be signed."""
    if not signing_ways.ways(store).allowed:
        raise signing.signing_off()


def _key(arguments: argparse.Namespace) -> KeySource:
    if arguments.pkcs12 is not None:
        secret = _secret(arguments.password, "Mật khẩu của tệp khóa: ", "--password")
        return KeyFile(arguments.pkcs12, secret)
    secret = _secret(arguments.pin, "Mã PIN của thiết bị ký: ", "--pin")
    return Token(arguments.token, secret, arguments.token_label, arguments.certificate)


def _secret(given: str | None, question: str, option: str) -> str:
    """As given, or typed unseen."""
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise UserError(
            "signing_secret_missing",
            "Chưa có mật khẩu hoặc mã PIN để ký.",
            f"Chạy lệnh trong cửa sổ dòng lệnh để được hỏi, hoặc ghi thêm {option}.",
            option=option,
        )
    return getpass.getpass(question)


def ways(arguments: argparse.Namespace) -> Answer:
    """How the office signs, changed where something is given."""
    with opened(arguments) as store:
        if arguments.switch:
            signing_ways.allow(store, arguments.switch == "on")
        if arguments.trust or arguments.no_trust:
            signing_ways.trust(store, arguments.trust or "")
        if arguments.seal is not None or arguments.seal_of_image:
            signing_ways.set_seal(store, arguments.seal)
        found = signing_ways.ways(store)
    lines = [
        "Ký số trong chương trình: " + ("đang bật." if found.allowed else "đang tắt."),
        f"Chứng thư gốc: {found.trust_folder or 'không kiểm chuỗi chứng thư'}.",
        f"Con dấu: {f'{found.seal_mm} mm' if found.seal_mm else 'theo độ phân giải của hình'}.",
    ]
    told = {"allowed": found.allowed, "trust": found.trust_folder, "seal_mm": found.seal_mm}
    return Answer(lines, told)
