"""The office's criteria sets as files and as edits: imported, exported, saved as a new version.

What was judged before stands with the set as it was then; shipped files are never written.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digicommune.db.troubles import changed_meanwhile
from digicommune.domain.criteria_changes import changes
from digicommune.domain.criteria_checks import faults
from digicommune.domain.text import bare_code
from digicommune.errors import UserError
from digicommune.operations.judging import find_set
from digicommune.packs.criteria_writing import criteria_text
from digicommune.packs.packs import load_criteria

if TYPE_CHECKING:
    from pathlib import Path

    from digicommune.db.store import Store
    from digicommune.db.unit import Unit
    from digicommune.domain.criteria import CriteriaSet


@dataclass(frozen=True, slots=True)
class PackNews:
    """What a pack brings into the office: the set, the one it takes the place of, what changes.

    ``warnings`` name what the office does not know: an indicator without figures, a base.
    """

    pack: CriteriaSet
    before: CriteriaSet | None
    changes: tuple[str, ...]
    warnings: tuple[str, ...]

    @property
    def same(self) -> bool:
        """Whether the office has exactly this already."""
        return self.pack == self.before


def look(store: Store, path: Path) -> PackNews:
    """What importing a pack file would bring; raises ``bad_pack``, ``criteria_code_taken``."""
    pack = load_criteria(path)
    with store.glance() as unit:
        return _news(unit, pack)


def import_pack(store: Store, path: Path) -> PackNews:
    """Takes a pack file in, in place of a set of its code; the same content changes nothing."""
    pack = load_criteria(path)
    with store.unit() as unit:
        news = _news(unit, pack)
        if not news.same:
            _keep(unit, news, f"import:{path.name}")
    return news


def save(store: Store, draft: CriteriaSet, before: CriteriaSet | None) -> PackNews:
    """Keeps a set as edited, as a new version; ``before`` is the set as the editor opened it.

    Raises ``criteria_faults`` naming the first fault, ``criteria_code_taken``, and
    ``changed_meanwhile`` where somebody else saved the set since.
    """
    _refuse_faults(draft)
    with store.unit() as unit:
        news = _news(unit, draft)
        if news.before != before:
            raise _met_another(news, before)
        if not news.same:
            _keep(unit, news, "edit")
    return news


def _met_another(news: PackNews, before: CriteriaSet | None) -> UserError:
    if before is None:
        return _taken(news.pack.code, news.pack.code)
    return changed_meanwhile(f"Bộ tiêu chí {news.pack.code}")


def _refuse_faults(draft: CriteriaSet) -> None:
    found = tuple(faults(draft))
    if found:
        first = found[0]
        whose = f"Tiêu chí {first.criterion}: " if first.criterion else ""
        raise UserError(
            "criteria_faults",
            f"Bộ tiêu chí còn {len(found)} chỗ chưa dùng được. {whose}{first.reason}.",
            "Sửa các ô có dòng đỏ bên dưới rồi lưu lại.",
            count=len(found),
            place=first.place,
            reason=first.reason,
        )


def _news(unit: Unit, pack: CriteriaSet) -> PackNews:
    wanted = bare_code(pack.code)
    twin = next((one for one in unit.criteria.sets() if bare_code(one.code) == wanted), None)
    if twin is not None and twin.code != pack.code:
        raise _taken(pack.code, twin.code)
    told = changes(twin, pack) if twin else ()
    return PackNews(pack, twin, told, _warnings(unit, pack))


def _taken(asked: str, known: str) -> UserError:
    return UserError(
        "criteria_code_taken",
        f"Mã bộ tiêu chí “{asked}” trùng với bộ “{known}” đã có.",
        f"Ghi mã đúng như “{known}” để thay bộ đó, hoặc đặt mã khác.",
        asked=asked,
        known=known,
    )


def _warnings(unit: Unit, pack: CriteriaSet) -> tuple[str, ...]:
    indicators = {one.code for one in unit.indicators.definitions()}
    bases = {one.code for one in unit.indicators.bases()}
    found = []
    for one in pack.criteria:
        if one.indicator and one.indicator not in indicators:
            found.append(
                f"Tiêu chí {one.code} dùng chỉ tiêu {one.indicator} văn phòng chưa có: "
                "sẽ luôn là “chưa có số liệu” cho đến khi thêm chỉ tiêu đó."
            )
        if one.base and one.base not in bases:
            found.append(
                f"Tiêu chí {one.code} tính trên cơ sở {one.base} văn phòng chưa có: "
                "sẽ tính trên cơ sở của chỉ tiêu."
            )
    return tuple(found)


def _keep(unit: Unit, news: PackNews, how: str) -> None:
    before = unit.criteria.digests().get(news.pack.code)
    after = unit.criteria.save_set(news.pack)
    unit.journal.note(
        "criteria_set",
        f"criteria:{news.pack.code}",
        before and {"sha256": before},
        {"sha256": after, "how": how, "changes": list(news.changes[:20])},
    )


def find(store: Store, code: str) -> CriteriaSet:
    """A set of the office however its code is written; raises ``criteria_unknown``."""
    with store.glance() as unit:
        return find_set(unit, code)


def export(store: Store, code: str, path: Path) -> Path:
    """Writes a set as one pack file, whole or not at all; raises ``file_not_written``."""
    content = criteria_text(find(store, code)).encode()
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise UserError(
            "file_not_written",
            f"Không ghi được tệp {path}.",
            "Đóng tệp nếu đang mở, hoặc chọn tên và thư mục khác.",
            file=str(path),
        ) from error
    return path
