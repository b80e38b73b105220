"""Payment QR texts: the published ones are read, every change of one is noticed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digicommune.domain.vietqr import crc16, read
from digicommune.domain.vietqr_making import QrOrder, QrOrderError, build, plain_name

# NAPAS 6.1.3 and 6.1.2, a sample of payOS, and two of our own with made-up accounts.
VECTORS = {
    "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA5303704540618000058"
    "02VN62340107NPS68690819thanh toan don hang63042E2E": ("970403", "0011012345678", 180000),
    "00020101021138600010A00000072701300006970403011697040311012345670208QRIBFTTC53037045802VN6304"
    "4F52": ("970403", "9704031101234567", None),
    "00020101021238570010A00000072701270006970422011371045208946240208QRIBFTTA5303704540430005802V"
    "N62180814TT1BQG8F khanh6304D4F6": ("970422", "7104520894624", 3000),
    "00020101021138570010A00000072701270006970405011334072050000010208QRIBFTTA5204541153037045802V"
    "N5920CUA HANG TAP HOA MAU6009NINH BINH6304152C": ("970405", "3407205000001", None),
    "00020101021238570010A00000072701270006970436011310000000000010208QRIBFTTA53037045405500005802"
    "VN62340106HD00010820Thanh toan tien dien6304DAEC": ("970436", "1000000000001", 50000),
}
OWN = list(VECTORS)[3]


def codes(text: str) -> list[str]:
    return [one.code for one in read(text).faults]


def test_the_checksum_is_that_of_the_standard() -> None:
    assert crc16(b"123456789") == "29B1"


@pytest.mark.parametrize("text", VECTORS)
def test_published_codes_are_read(text: str) -> None:
    reading = read(text)
    assert reading.sound, reading.faults
    assert reading.qr is not None
    bank, account, amount = VECTORS[text]
    assert (reading.qr.bin, reading.qr.account) == (bank, account)
    assert reading.qr.amount == (None if amount is None else Decimal(amount))
    assert reading.qr.dynamic == (amount is not None)


def test_what_a_code_says_beside_bank_and_account() -> None:
    qr = read(OWN).qr
    assert qr is not None
    assert (qr.holder, qr.city, qr.category, qr.dynamic) == (
        "CUA HANG TAP HOA MAU",
        "NINH BINH",
        "5411",
        False,
    )
    first = read(next(iter(VECTORS))).qr
    assert first is not None
    assert (first.purpose, first.service_name) == (
        "thanh toan don hang",
        "chuyển tiền tới tài khoản",
    )


def sealed(text: str) -> str:
    """A text with a right checksum, whatever else is wrong with it."""
    return text + crc16(text.encode())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "qr_empty"),
        ("https://example.invalid/pay", "not_payment_qr"),
        ("WIFI:S:Nha van hoa;;", "not_payment_qr"),
        ("0002015802VN", "crc_missing"),
        (OWN[:-1] + "D", "crc_wrong"),
        (OWN[:-4] + "zzzz", "crc_wrong"),
        (OWN + "5303704", "tag_twice"),
        (OWN[:-30], "broken_length"),
        (OWN.replace("000201", "000200"), "bad_version"),
        # A right checksum over a wrong inner length: 12 said of 13 digits.
        (
            sealed(
                "00020101021138570010A00000072701270006970403011200110123456780208QRIBFTTA"
                "530370454061800005802VN6304"
            ),
            "broken_tag",
        ),
        (sealed("00020101021126200010A00000077501021153037045802VN6304"), "not_vietqr"),
        (
            sealed(
                "00020101021138570010A00000072701270006970405011334072050000010208QRIBFTTX"
                "53037045802VN6304"
            ),
            "bad_service",
        ),
        (
            sealed(
                "00020101021138570010A00000072701270006970405011334072050000010208QRIBFTTA"
                "53038405802VN6304"
            ),
            "not_vietnam",
        ),
    ],
)
def test_every_fault_has_a_code_and_a_sentence(text: str, code: str) -> None:
    reading = read(text)
    assert code in codes(text), reading.faults
    assert not reading.sound
    assert all(one.message.endswith((".", "”.")) for one in reading.faults)


def test_lengths_in_bytes_are_read_and_told() -> None:
    body = "00020101021138570010A00000072701270006970405011334072050000010208QRIBFTTA53037045802VN"
    name = "CỬA HÀNG"
    in_letters = sealed(f"{body}59{len(name):02d}{name}6304")
    in_bytes = sealed(f"{body}59{len(name.encode()):02d}{name}6304")
    for text in (in_letters, in_bytes):
        reading = read(text)
        assert reading.sound, reading.faults
        assert reading.qr is not None
        assert reading.qr.holder == name
    assert [one.code for one in read(in_bytes).warnings] == ["name_accented", "length_in_bytes"]


ACCOUNTS = st.text("0123456789ABCabc", min_size=6, max_size=19)
ORDERS = st.builds(
    QrOrder,
    bin=st.from_regex(r"[0-9]{6}", fullmatch=True),
    account=ACCOUNTS,
    name=st.text(max_size=60),
    city=st.text(max_size=30),
    amount=st.none() | st.integers(1, 10**12).map(Decimal),
    purpose=st.text(max_size=60),
)


@given(ORDERS)
def test_what_is_built_is_read_back(order: QrOrder) -> None:
    text = build(order)
    reading = read(text)
    assert reading.sound, reading.faults
    qr = reading.qr
    assert qr is not None
    assert (qr.bin, qr.account, qr.amount) == (order.bin, order.account, order.amount)
    assert qr.holder == plain_name(order.name)
    assert qr.purpose == plain_name(order.purpose, 25)
    assert text.isascii()
    assert build(order) == text


@given(ORDERS, st.integers(0, 400), st.characters(codec="ascii", exclude_categories=["Cc"]))
def test_any_letter_changed_is_noticed(order: QrOrder, at: int, letter: str) -> None:
    text = build(order)
    at %= len(text)
    changed = text[:at] + letter + text[at + 1 :]
    if changed.upper() != text.upper():
        assert not read(changed).sound


@given(st.text(max_size=200) | st.from_regex(r"0002[0-9A-Z]{0,80}", fullmatch=True))
def test_no_text_breaks_the_reader(text: str) -> None:
    reading = read(text)
    assert reading.sound or reading.faults


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Cửa hàng tạp hóa Mẫu", "CUA HANG TAP HOA MAU"),
        ("Đặng Thị Hương – bún chả <ngon>", "DANG THI HUONG BUN CHA"),
        ("x" * 40, "X" * 25),
        ("", ""),
    ],
)
def test_names_lose_their_marks_and_keep_whole_words(name: str, plain: str) -> None:
    assert plain_name(name) == plain


@pytest.mark.parametrize(
    ("order", "code"),
    [
        (QrOrder("97040", "123456"), "bad_bin"),
        (QrOrder("970405", "12 34"), "bad_account"),
        (QrOrder("970405", "1" * 20), "bad_account"),
        (QrOrder("970405", "12345"), "bad_account"),
        (QrOrder("970405", "123456", amount=Decimal("0.5")), "bad_amount"),
        (QrOrder("970405", "123456", amount=Decimal(-1)), "bad_amount"),
    ],
)
def test_what_does_not_fit_is_refused(order: QrOrder, code: str) -> None:
    with pytest.raises(QrOrderError) as refused:
        build(order)
    assert refused.value.fault.code == code
