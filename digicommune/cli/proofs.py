"""Commands about proofs: proofs add, list, save, verify, remove, erase."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from digicommune.cli.answers import Answer
from digicommune.cli.opened import opened
from digicommune.domain.numbers import vi_int
from digicommune.domain.proofs import KIND_NAMES
from digicommune.operations import figures, proofs, registers
from digicommune.operations.proofs import ProofLine, ProofPlace, ProofQuery, ProofWords

if TYPE_CHECKING:
    import argparse


def add(arguments: argparse.Namespace) -> Answer:
    """Puts a file on record."""
    with opened(arguments) as store:
        village = figures.village_of(store, arguments.village)
        place = ProofPlace(arguments.criteria_set, arguments.criterion, village.village_id)
        words = ProofWords(arguments.dated, arguments.note)
        file = proofs.read_file(arguments.file)
        kept = proofs.add(store, place, file, words)
    said = f"Đã đưa vào minh chứng số {kept.proof_id}: {kept.name}, {_size(kept.size)}"
    lines = [f"{said} (tiêu chí {kept.place.criterion}, {village.name})."]
    if file.taken_on and arguments.dated is None:
        lines.append(f"Ảnh ghi ngày chụp {file.taken_on:%d/%m/%Y}; muốn dùng thì ghi --dated.")
    data = _data(ProofLine(kept, counts=True), village.name)
    return Answer(lines, {**data, "taken_on": file.taken_on})


def show(arguments: argparse.Namespace) -> Answer:
    """The proofs of a set."""
    with opened(arguments) as store:
        names = {one.village.village_id: one.village.name for one in registers.villages(store)}
        wanted = figures.village_of(store, arguments.village) if arguments.village else None
        asked = ProofQuery(
            arguments.criteria_set,
            wanted.village_id if wanted else None,
            arguments.criterion,
            arguments.period,
        )
        found = proofs.listed(store, asked)
    lines = [_line(one, names) for one in found]
    data = [_data(one, names.get(one.proof.place.village_id, "")) for one in found]
    return Answer(lines or ["Chưa có minh chứng nào."], {"proofs": data})


def save(arguments: argparse.Namespace) -> Answer:
    """Writes a proof out."""
    with opened(arguments) as store:
        path = proofs.save(store, arguments.id, arguments.out)
    return Answer([f"Đã ghi {path}."], {"id": arguments.id, "file": str(path)})


def verify(arguments: argparse.Namespace) -> Answer:
    """Vouches for a proof today."""
    with opened(arguments) as store:
        kept = proofs.verify(store, proofs.find(store, arguments.id))
    said = f"Minh chứng số {kept.proof_id} đã được kiểm tra lại ngày {kept.verified_on:%d/%m/%Y}."
    return Answer([said], {"id": kept.proof_id, "verified_on": kept.verified_on})


def remove(arguments: argparse.Namespace) -> Answer:
    """Takes a proof out."""
    with opened(arguments) as store:
        kept = proofs.remove(store, proofs.find(store, arguments.id), arguments.reason)
    said = f"Đã bỏ minh chứng số {kept.proof_id}; kỳ đã khóa vẫn giữ như khi khóa."
    return Answer([said], {"id": kept.proof_id, "removed_at": kept.removed_at})


def erase(arguments: argparse.Namespace) -> Answer:
    """Takes a proof out, and its content for good."""
    with opened(arguments) as store:
        kept = proofs.erase(store, proofs.find(store, arguments.id), arguments.reason)
    said = f"Đã xóa hẳn nội dung minh chứng số {kept.proof_id}; lý do ghi trong nhật ký."
    return Answer([said], {"id": kept.proof_id, "removed_at": kept.removed_at})


def _line(one: ProofLine, names: dict[int, str]) -> str:
    proof = one.proof
    where = f"{names.get(proof.place.village_id, '')} {proof.place.criterion}".strip()
    dated = f", ngày {proof.words.dated:%d/%m/%Y}" if proof.words.dated else ""
    told = f"{proof.proof_id}. {where}: {proof.name} ({KIND_NAMES[proof.kind]}{dated})"
    return f"{told} – {one.warning}" if one.warning else told


def _size(size: int) -> str:
    return f"{vi_int(max(1, size // 1024))} KB"


def _data(one: ProofLine, village: str) -> dict[str, Any]:
    proof = one.proof
    return {
        "id": proof.proof_id,
        "set": proof.place.set_code,
        "village": village,
        "criterion": proof.place.criterion,
        "name": proof.name,
        "kind": proof.kind,
        "size": proof.size,
        "sha256": proof.sha256,
        "original_sha256": proof.original_sha256,
        "original_size": proof.original_size,
        "dated": proof.words.dated,
        "note": proof.words.note,
        "added_on": proof.added_on,
        "added_by": proof.added_by,
        "verified_on": proof.verified_on,
        "verified_by": proof.verified_by,
        "counts": one.counts,
        "warning": one.warning,
    }
