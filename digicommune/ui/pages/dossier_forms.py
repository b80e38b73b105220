"""The seven forms of a dossier, one a step; what they hold is the domain's, they save nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.domain.dossier import ROLE_NAMES, OpinionLine, StepCode, TeamPerson
from digicommune.domain.numbers import percentage
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages.dossier_criteria import CriterionRows
from digicommune.ui.pages.dossier_fields import (
    Choice,
    Kind,
    Spec,
    clock,
    count,
    day,
    several,
    text,
)
from digicommune.ui.pages.dossier_form import StepForm
from digicommune.ui.pages.dossier_rows import Cell, RowsEditor, RowsLook
from digicommune.ui.pages.dossier_ticks import Attachments

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QLabel

DECIMALS = 2  # of a share of votes, as the minutes print it


def step_titles() -> dict[StepCode, str]:
    """What the steps are called on screen."""
    return {
        "registration": tr("Đăng ký"),
        "self_assessment": tr("Tự đánh giá"),
        "meeting": tr("Họp thôn"),
        "opinions": tr("Tổng hợp ý kiến"),
        "appraisal": tr("Thẩm định"),
        "submission": tr("Tờ trình"),
        "decision": tr("Quyết định"),
    }


def make_forms() -> dict[StepCode, StepForm]:
    """A form for each step, blank."""
    makers: dict[StepCode, Callable[[], StepForm]] = {
        "registration": _registration,
        "self_assessment": _self_assessment,
        "meeting": _meeting,
        "opinions": _opinions,
        "appraisal": _appraisal,
        "submission": _submission,
        "decision": _decision,
    }
    return {code: make() for code, make in makers.items()}


def _paper_row() -> tuple[Spec, ...]:
    return (
        Spec("number", tr("Số văn bản"), text(hint=tr("thường không có số"))),
        Spec("dated", tr("Ngày"), day()),
        Spec("signed_by", tr("Trưởng thôn ký"), text()),
    )


def _registration() -> StepForm:
    return StepForm(
        tr("Thôn đăng ký xây dựng thôn thông minh"),
        tr("Bản đăng ký của thôn gửi UBND xã. Chỗ để trống thì trên giấy cũng để trống."),
        (
            _paper_row(),
            (Spec("reasons", tr("Điều kiện của thôn"), several_text(5)),),
            (Spec("plan", tr("Việc sẽ làm, thời gian"), several_text(5)),),
        ),
    )


def several_text(lines: int) -> Kind:
    """One text of several lines."""
    return text(lines, tr("mỗi ý một dòng"))


def _self_assessment() -> StepForm:
    form = StepForm(
        tr("Báo cáo tự đánh giá"),
        tr("Kết quả lấy từ trang Tiêu chí; ở đây thôn thuyết minh thêm."),
        (_paper_row(),),
    )
    remarks = CriterionRows(appraisal=False)
    form.add("remarks", remarks)
    form.add_row((remarks,))
    form.add_row((Spec("situation", tr("Đặc điểm tình hình"), several_text(4)),))
    form.add_row((Spec("direction", tr("Chỉ đạo, tuyên truyền"), several_text(4)),))
    form.add_row((Spec("resources", tr("Huy động nguồn lực"), several_text(3)),))
    form.add_row(
        (
            Spec("weaknesses", tr("Tồn tại, hạn chế"), several_text(3)),
            Spec("upkeep", tr("Giải pháp duy trì"), several_text(3)),
        )
    )
    return form


def _meeting() -> StepForm:
    share = plain.label("", "strong")
    form = StepForm(
        tr("Biên bản họp thôn"),
        tr("Mỗi hộ có đại diện dự họp biểu quyết một lần."),
        (
            *_meeting_head(),
            (Spec("discussion", tr("Ý kiến thảo luận"), several(5, tr("mỗi ý kiến một dòng"))),),
            (
                Spec("agree", tr("Đồng ý"), count()),
                Spec("disagree", tr("Không đồng ý"), count()),
                Spec("other", tr("Ý kiến khác"), count()),
            ),
            (share,),
            (Spec("conclusion", tr("Kết luận"), several_text(3)),),
            (Spec("copies", tr("Số bản biên bản"), count()), _recipients()),
        ),
    )
    _tell_share(form, share, "represented", tr("hộ có đại diện"))
    return form


def _meeting_head() -> tuple[tuple[Spec, ...], ...]:
    return (
        (
            Spec("held_on", tr("Ngày họp"), day()),
            Spec("begins", tr("Từ giờ"), clock()),
            Spec("ends", tr("Đến giờ"), clock()),
            Spec("place", tr("Địa điểm"), text(hint=tr("Nhà văn hóa thôn"))),
        ),
        (Spec("chair", tr("Chủ trì"), text()), Spec("secretary", tr("Thư ký"), text())),
        (
            Spec("households", tr("Số hộ được mời"), count()),
            Spec("represented", tr("Có đại diện"), count()),
            Spec("absent", tr("Vắng"), count()),
            Spec("absent_why", tr("Lý do vắng"), text()),
        ),
    )


def _tell_share(form: StepForm, label: QLabel, whole: str, said: str) -> None:
    """Keeps the percentage of those who agree beside the votes, while one types."""

    def tell() -> None:
        agree, of = form.field("agree").value_or_none(), form.field(whole).value_or_none()
        if agree is None or not of or agree > of:
            label.setText("")
            return
        told = words.percent(percentage(agree, of, DECIMALS))
        label.setText(
            tr("Đồng ý {agree}/{of} {what} = {percent}").format(
                agree=words.count(agree), of=words.count(of), what=said, percent=told
            )
        )

    form.changed.connect(tell)
    form.was_shown.connect(tell)


def _opinions() -> StepForm:
    numbers = (
        ("households", tr("Số hộ")),
        ("issued", tr("Phát ra")),
        ("collected", tr("Thu về")),
        ("valid", tr("Hợp lệ")),
        ("agree", tr("Đồng ý")),
        ("disagree", tr("Không")),
        ("other", tr("Khác")),
    )
    lines = RowsEditor(
        RowsLook(
            (
                Cell("group", tr("Thôn, nhóm hộ"), text(), share=3),
                *(Cell(key, said, count(50), share=0) for key, said in numbers),
            ),
            new=lambda: OpinionLine(""),
            add=tr("Thêm nhóm hộ"),
            none=tr("Chưa có dòng nào: thêm một dòng cho cả thôn, hoặc mỗi nhóm hộ một dòng."),
            ordered=False,
        )
    )
    form = StepForm(
        tr("Tổng hợp ý kiến người dân"),
        tr(
            "Phiếu lấy ý kiến theo hộ. Đồng ý, không đồng ý và ý kiến khác cộng lại bằng số hợp lệ."
        ),
        (
            (
                Spec("dated", tr("Ngày tổng hợp"), day()),
                Spec("compiled_by", tr("Người tổng hợp"), text()),
            ),
            (lines,),
            (Spec("remarks", tr("Ý kiến khác, ghi bằng lời"), several_text(3)),),
        ),
    )
    form.add("lines", lines)
    return form


def _appraisal() -> StepForm:
    share = plain.label("", "strong")
    members, results = _members(), CriterionRows(appraisal=True)
    form = StepForm(
        tr("Biên bản thẩm định của xã"),
        "",
        (
            *_appraisal_head(),
            (plain.label(tr("Tổ thẩm định"), "caps"),),
            (members,),
            (
                Spec("visited_from", tr("Kiểm tra thực địa từ"), day()),
                Spec("visited_to", tr("đến"), day()),
            ),
            (Spec("grounds", tr("Căn cứ tổ trưởng nêu"), several_text(3)),),
            (results,),
            _ballots(),
            (share,),
            (
                Spec("conclusion", tr("Kết luận"), several_text(3)),
                Spec("asks", tr("Yêu cầu bổ sung"), several_text(3)),
            ),
            (_recipients(),),
        ),
    )
    form.add("members", members)
    form.add("results", results)
    _tell_share(form, share, "valid", tr("phiếu hợp lệ"))
    return form


def _appraisal_head() -> tuple[tuple[Spec, ...], ...]:
    return (
        (
            Spec("held_on", tr("Ngày họp"), day()),
            Spec("begins", tr("Từ giờ"), clock()),
            Spec("ends", tr("Đến giờ"), clock()),
            Spec("number", tr("Số biên bản"), text(hint=tr("nếu có"))),
        ),
        (Spec("place", tr("Địa điểm"), text()),),
    )


def _ballots() -> tuple[Spec, ...]:
    return (
        Spec("issued", tr("Phát ra"), count(84)),
        Spec("collected", tr("Thu về"), count(84)),
        Spec("valid", tr("Hợp lệ"), count(84)),
        Spec("agree", tr("Đồng ý"), count(84)),
        Spec("disagree", tr("Không đồng ý"), count(84)),
    )


def _members() -> RowsEditor:
    return RowsEditor(
        RowsLook(
            (
                Cell("name", tr("Họ và tên"), text(), share=3),
                Cell("office", tr("Chức vụ, đơn vị"), text(), share=4),
                Cell("role", tr("Vai trò"), options=tuple(_roles())),
            ),
            new=lambda: TeamPerson(""),
            add=tr("Thêm thành viên"),
            none=tr("Chưa có thành viên nào trong tổ thẩm định."),
        )
    )


def _roles() -> list[tuple[str, str]]:
    named = {
        "leader": tr("Tổ trưởng"),
        "deputy": tr("Tổ phó"),
        "secretary": tr("Thư ký"),
        "member": tr("Thành viên"),
    }
    return [(code, named[code]) for code in ROLE_NAMES]


def _submission() -> StepForm:
    attachments = Attachments()
    form = StepForm(
        tr("Tờ trình đề nghị công nhận"),
        "",
        (
            (
                Spec("number", tr("Số tờ trình"), text()),
                Spec("dated", tr("Ngày"), day()),
                Choice("signer", tr("Người ký"), (("chairman", tr("Chủ tịch")),), 190),
            ),
            (Spec("addressee", tr("Kính gửi"), text(hint=tr("cơ quan công nhận đã đặt"))),),
            (Spec("process", tr("Quá trình thực hiện"), several_text(4)),),
            (Spec("proposal", tr("Đề nghị"), several_text(3)),),
            (plain.label(tr("Hồ sơ kèm theo"), "caps"),),
            (attachments,),
            (Spec("others", tr("Tài liệu khác"), several(3, tr("mỗi tài liệu một dòng"))),),
            (_recipients(),),
        ),
    )
    form.add("attachments", attachments)
    return form


def _decision() -> StepForm:
    return StepForm(
        tr("Quyết định công nhận"),
        tr("Đủ số và ngày thì quyết định vào sổ công nhận."),
        (
            (
                Spec("number", tr("Số quyết định"), text(hint=tr("25/QĐ-UBND"))),
                Spec("dated", tr("Ngày ký"), day()),
                Choice("signer", tr("Người ký"), (("chairman", tr("Chủ tịch")),), 190),
            ),
            (
                Spec("authority", tr("Cơ quan công nhận"), text(hint=tr("theo cài đặt của xã")), 2),
                Choice("level", tr("Cấp"), (("", tr("theo cài đặt")),), 190),
            ),
            (
                Spec("valid_until", tr("Có hiệu lực đến"), day()),
                Spec("recheck_on", tr("Ngày thẩm định lại"), day()),
            ),
            (Spec("support", tr("Khen thưởng, hỗ trợ"), several_text(2)),),
            (Spec("note", tr("Ghi chú"), several_text(2)),),
            (_recipients(),),
        ),
    )


def _recipients() -> Spec:
    return Spec("recipients", tr("Nơi nhận"), several(3, tr("bỏ trống: như thường lệ")))
