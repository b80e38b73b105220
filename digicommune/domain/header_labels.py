"""The words office lists head their columns with, and the field each means; data, no finding."""

from __future__ import annotations

import re
from typing import Final

# Field key → headings on folded text without punctuation. The first key that knows a label has it.
LABELS: Final[dict[str, str]] = {
    "stt": "stt; tt; tt ho; stt ho; so tt ho; so tt; so thu tu; no; s t t; thu tu",
    "ho_ten": (
        "ho ten; ho va ten; ho va ten khach hang; ho ten khach hang; ten khach hang; khach hang; "
        "ho ten nguoi dan; ho va ten nguoi dan; ho ten chu tai khoan; ten chu tai khoan; "
        "ho va ten chu tai khoan; chu tai khoan; ho ten cong dan; ho va ten cong dan; "
        "ho va ten nhan khau; ho ten nhan khau; ten nguoi dan; ho va ten khai sinh; "
        "ho ten chu ho kinh doanh; ho va ten chu ho kinh doanh; ten chu ho kinh doanh; "
        "chu ho kinh doanh; chu ho kd; ho ten chu ho kd; ho va ten chu ho kd; chu co so; "
        "ho ten chu co so; ten chu co so; chu cua hang; ho ten chu cua hang; "
        "ho va ten tieu thuong; "
        "tieu thuong; ten tieu thuong; nguoi dai dien; ho ten nguoi dai dien; ho va ten kh; "
        "ho ten kh; ten kh; ho va ten nguoi mo tai khoan; ho ten nguoi mo tai khoan; "
        "ho va ten ca nhan; ten ca nhan; full name; name; ho ten dan cu; ho chu dem va ten; "
        "ho chu dem va ten khai sinh; ho dem va ten; ten nguoi mo tai khoan; ho ten nguoi dung"
    ),
    "ho_dem": "ho dem; ho va ten dem; ho va dem; ho ten dem; ho lot; ho chu dem; ho",
    "dem": "dem; ten dem; chu dem; lot; ten lot; chu lot",
    "ten": "ten; ten goi",
    "ngay_sinh": (
        "ngay sinh; nam sinh; ngay thang nam sinh; ngay thang sinh; ntns; ngay sinh khach hang; "
        "sinh ngay; sinh nam; sinh; n sinh; ng sinh; sn; ns; "
        "ngay nam sinh; nam sinh ngay sinh; ngay thang nam sinh; "
        "date of birth; dob; nam sinh kh; ngay sinh kh; ngay sinh nam sinh; tuoi nam sinh"
    ),
    "gioi_tinh": "gioi tinh; gt; phai; nam nu; gender; sex; gioi",
    "cccd|cmnd": (
        "cccd cmnd; cmnd cccd; so cccd cmnd; so cmnd cccd; cmt cccd; cccd cmt; so cmt cccd; "
        "so cccd cmt; so cmnd hoac cccd; so cccd hoac cmnd; cmnd hoac cccd; cccd hoac cmnd; "
        "so cmnd the cccd; cmnd cccd ho chieu; so cmnd cccd ho chieu; so cccd cmnd ho chieu; "
        "cccd cmnd ho chieu; cc cccd cmnd; so cmnd can cuoc; cmnd can cuoc cong dan"
    ),
    "cccd": (
        "cccd; so cccd; so can cuoc; so can cuoc cong dan; can cuoc cong dan; can cuoc; so cc; cc; "
        "so dinh danh; so dinh danh ca nhan; sddcn; so ddcn; ddcn; dinh danh ca nhan; "
        "ma dinh danh; ma dinh danh ca nhan; so giay to; so giay to tuy than; giay to tuy than; "
        "gttt; so gttt; so the can cuoc; the can cuoc; so the cccd; ma so dinh danh; "
        "so cccd gan chip; "
        "so dinh danh ca nhan cccd; so cccd dinh danh; so ddcn cccd; cccd ddcn; "
        "so cccd so dinh danh; "
        "so giay to dinh danh; id; so id; cccd chu ho; so cccd chu ho; so cccd chu ho kinh doanh; "
        "so gtt; so cccd ma dinh danh; giay to; so giay to ca nhan"
    ),
    "cmnd": "cmnd; so cmnd; cmt; so cmt; cmnd cu; so cmnd cu; chung minh nhan dan; cmnd 9 so; "
    "so chung minh nhan dan; cmtnd; so cmtnd",
    "dien_thoai": (
        "dien thoai; d thoai; dthoai; so dien thoai; sdt; so dt; dt; dien thoai lien he; "
        "so dien thoai lien he; "
        "sdt lien he; dtdd; di dong; so di dong; dien thoai di dong; so may; mobile; phone; tel; "
        "so dt lien he; lien he; so dien thoai di dong; so dien thoai dang ky; sdt khach hang; "
        "so dien thoai khach hang; sdt dang ky"
    ),
    "ngan_hang": (
        "ngan hang; ten ngan hang; nh; ngan hang mo tai khoan; ngan hang mo tk; tai ngan hang; "
        "mo tai ngan hang; ngan hang cung cap; ngan hang cap ma; ngan hang cap ma qr; bank; "
        "ngan hang thu huong; don vi cung cap; nha cung cap; don vi cap ma; don vi cung cap ma qr; "
        "ngan hang cap; ngan hang cap qr; ngan hang mo; "
        "mo tai nh; tai nh"
    ),
    "so_tai_khoan": (
        "so tai khoan; so tk; stk; tai khoan; so tai khoan ngan hang; so tk ngan hang; "
        "tai khoan so; so hieu tai khoan; tk ngan hang; so tai khoan mo moi; so tk mo moi; "
        "account; "
        "account number; so tai khoan thanh toan; so tkngan hang; tai khoan ngan hang; tk; "
        "so tai khoan nhan tien; so tktt; so tai khoan thu huong"
    ),
    "ngay_mo": (
        "ngay mo; ngay mo tk; ngay mo tai khoan; thoi gian mo; thoi diem mo; ngay mo the; "
        "ngay kich hoat; ngay dang ky; thoi gian mo tai khoan; ngay mo moi; ngay thuc hien"
    ),
    "ma_qr": (
        "ma qr; da cap ma qr; qr; co ma qr; cap ma qr; ma qr code; qr code; dat ma qr; "
        "da co ma qr; duoc cap ma qr; cap qr; da cap qr; dang ky ma qr; bien qr; ma qr thanh toan; "
        "ma vietqr; vietqr; da trang bi ma qr; trang bi ma qr; so huu ma qr"
    ),
    "qr_text": "noi dung ma qr; chuoi qr; noi dung qr; chuoi ma qr; du lieu qr; payload",
    "ngay_cap_ma": (
        "ngay cap ma; ngay cap ma qr; ngay cap qr; ngay cap; ngay trang bi; ngay dan ma; "
        "ngay giao ma; ngay lap ma; ngay trang bi ma qr; ngay ban giao; ngay lap dat; "
        "thoi gian cap ma; ngay dat ma"
    ),
    "loai_qr": "loai ma; loai qr; loai ma qr; hinh thuc ma qr",
    "co_giao_dich": (
        "giao dich; co giao dich; phat sinh giao dich; co phat sinh giao dich; da co giao dich; "
        "so giao dich; so luot giao dich; phat sinh gd; co gd; da phat sinh giao dich; so gd; "
        "giao dich qua ma qr; giao dich qua qr"
    ),
    "loa_bao": "loa bao; co loa bao; loa thong bao; loa bao tien; loa thanh toan",
    "noi_ban": "noi ban; noi ban hang; co dinh hay o cho; cua hang hay cho",
    "doanh_thu": "muc doanh thu; khoang doanh thu; nhom doanh thu; bac doanh thu",
    "ghi_chu": "ghi chu; gc; ghi chu khac; note; notes; luu y; dien giai",
    "thon": (
        "thon; ten thon; thon xom; xom; ban; ten ban; thon ban; khu pho; to dan pho; tdp; "
        "thon ban to dan pho; thon to dan pho; thon khu pho; khu dan cu; ap; to; thon pho; "
        "ten thon ban; thon ban khu pho; ten thon to dan pho; thon xom ban; don vi thon; "
        "ten thon khu pho; ten khu pho; ten to dan pho; don vi; dia ban; lang"
    ),
    "xa_cu": "xa cu; xa truoc sap nhap; xa cu truoc sap nhap; thuoc xa cu; xa truoc khi sap nhap; "
    "xa truoc day; xa truoc 1 7 2025",
    "dia_chi": (
        "dia chi; noi o; cho o; noi thuong tru; thuong tru; ho khau thuong tru; cho o hien nay; "
        "dia chi thuong tru; noi o hien nay; noi cu tru; dia chi lien he; dia chi kinh doanh; "
        "dia diem kinh doanh; dia chi cu tru; dia diem; dc; dkhk; noi dkhk; "
        "dia chi hien nay; noi dang ky thuong tru; address"
    ),
    "que_quan": "que quan; nguyen quan; que",
    "ho_so_ho": (
        "so ho khau; ho so; so ho; ma ho; so so ho khau; ho so ho; ma so ho; ho khau so; so hskt; "
        "so hs ho khau; ho so so; ma ho gia dinh; ma so ho gia dinh"
    ),
    "chu_ho": "chu ho; ho ten chu ho; ho va ten chu ho; ten chu ho; ho va ten chu ho gia dinh",
    "quan_he": (
        "quan he; quan he voi chu ho; quan he chu ho; qh voi chu ho; qh chu ho; "
        "moi quan he voi chu ho; moi quan he; qhch"
    ),
    "ten_ho_kd": (
        "ten ho kinh doanh; ho kinh doanh; ten ho kd; ho kd; ten co so; ten cua hang; cua hang; "
        "co so kinh doanh; ten co so kinh doanh; bien hieu; ten bien hieu; ten don vi kinh doanh; "
        "ten quay; quay hang; ten ho kinh doanh ca the; ten cua hang co so; ten diem kinh doanh; "
        "ten cua hang bien hieu; ten hkd; hkd"
    ),
    "nganh_hang": (
        "nganh hang; mat hang; nganh nghe; nganh nghe kinh doanh; mat hang kinh doanh; linh vuc; "
        "loai hinh kinh doanh; linh vuc kinh doanh; loai hinh; hang hoa; nganh hang kinh doanh; "
        "nganh kinh doanh; nghe kinh doanh; nhom hang; "
        "loai hinh kd"
    ),
    "ma_so_thue": "ma so thue; mst; ma thue; so thue; mst ca nhan; ma so thue ho kinh doanh",
    "trang_thai": (
        "trang thai; tinh trang; tinh trang hoat dong; trang thai hoat dong; hoat dong; "
        "tinh trang kinh doanh; con kinh doanh; dang hoat dong; tinh trang hd; hien trang"
    ),
    "so_du": "so du; so du tai khoan; so du tk; so du cuoi ky; so du cuoi ngay; so du binh quan",
    "so_tien": "so tien; tien; thanh tien; doanh so; gia tri; muc tien; so tien nop; so tien gd; "
    "tong tien; so tien giao dich; kinh phi",
    # figures, one row an indicator
    "chi_tieu": "chi tieu; chi so; ten chi tieu; ma chi tieu; ten chi so; noi dung; tieu chi; "
    "noi dung chi tieu; ma chi so; indicator",
    "tu_so": "tu so; so dat; da dat; so da dat; so thuc hien; thuc hien; ket qua; dat; da co",
    "mau_so": "mau so; tong so; so phai dat; phai thuc hien; so can dat; tong so phai dat",
    # village lists
    "so_ho": (
        "so ho dan; tong so ho; so ho gia dinh; ho dan; tong ho; so ho tong; tong so ho dan; ho; "
        "so ho toan thon; tong so ho gia dinh; ho gia dinh; so ho hien co"
    ),
    "nhan_khau": (
        "nhan khau; so nhan khau; tong nhan khau; tong so nhan khau; dan so; so khau; khau; "
        "so dan; tong dan so; so nguoi; tong so nguoi; tong so khau; tong khau"
    ),
    "nguoi_truong_thanh": (
        "nguoi truong thanh; so nguoi truong thanh; tu 18 tuoi; tu 18 tuoi tro len; "
        "nguoi tu 18 tuoi; nguoi tu 18 tuoi tro len; so nguoi tu 18 tuoi; dan so truong thanh; "
        "so nguoi tu 18 tuoi tro len; nguoi lon; truong thanh; 18 tuoi tro len"
    ),
    "nguoi_15": (
        "nguoi tu 15 tuoi; nguoi tu 15 tuoi tro len; so nguoi tu 15 tuoi; tu 15 tuoi; "
        "tu 15 tuoi tro len; so nguoi tu 15 tuoi tro len; 15 tuoi tro len; dan so tu 15 tuoi; "
        "dan so tu 15 tuoi tro len"
    ),
    "lao_dong": (
        "lao dong; so lao dong; trong do tuoi lao dong; nguoi trong do tuoi lao dong; "
        "so nguoi trong do tuoi lao dong; do tuoi lao dong; dan so trong do tuoi lao dong; "
        "so lao dong trong do tuoi; lao dong trong do tuoi; tong so lao dong; trong tuoi lao dong"
    ),
    "so_nha": "so nha; nha; so nha o; so ngoi nha; tong so nha; so nha can gan dia chi so; nha o; "
    "so can nha; tong so nha o",
    "so_ho_kd": "so ho kinh doanh; so ho kd; tong so ho kinh doanh; ho kinh doanh hoat dong; "
    "so hkd; "
    "so ho kinh doanh dang hoat dong",
}

EXACT: Final[dict[str, str]] = {
    label.strip(): key for key, labels in reversed(LABELS.items()) for label in labels.split(";")
}

# What stands for longer words in headings; a heading is also tried with these written out.
ABBREVIATIONS: Final[dict[str, str]] = {
    "acc": "account", "bhxh": "bao hiem xa hoi", "dc": "dia chi", "ddcn": "dinh danh ca nhan",
    "dt": "dien thoai", "gd": "giao dich", "gks": "giay khai sinh", "hd": "hoat dong",
    "hk": "ho khau", "hkd": "ho kinh doanh", "kd": "kinh doanh", "kh": "khach hang",
    "ld": "lao dong", "mst": "ma so thue", "nh": "ngan hang", "nhtm": "ngan hang",
    "nk": "nhan khau", "ngaysinh": "ngay sinh", "hoten": "ho ten", "sdt": "so dien thoai",
    "sohk": "so ho khau", "sotk": "so tai khoan", "ng": "ngay", "ngg": "nguoi",
    "qh": "quan he", "sl": "so luong", "stk": "so tai khoan", "tdp": "to dan pho",
    "tgian": "thoi gian", "tk": "tai khoan", "tktt": "tai khoan", "tthdkd": "tinh trang hoat dong",
    "acct": "account", "cust": "customer", "num": "number", "nbr": "number", "addr": "address",
}  # fmt: skip

_DONE_TO_A_CODE: Final = "cap|dan|lap|dat|giao|nhan|trang bi|phat|tao|kich hoat|dang ky|trien khai"

# Longer wordings, tried in order on labels that stand in no list above.
PATTERNS: Final[tuple[tuple[re.Pattern[str], str], ...]] = tuple(
    (re.compile(pattern), key)
    for pattern, key in (
        (r"^(?:ngay|noi|co quan) cap\b(?!.*\b(?:qr|ma)\b)", ""),
        (r"\b(?:het han|noi cap|co gia tri den|co quan cap)\b", ""),
        (r"^ma so (?:ho kinh doanh|doanh nghiep|dang ky)\b", "ma_so_thue"),
        (r"^(?:ma|so|id) (?:so )?(?:cif|khach hang|can bo|nhan vien)\b", ""),
        (r"^(?:ma|so|id) (?:so )?(?:gioi thieu|chi nhanh|dai ly)\b", ""),
        (r"^(?:loai|ten loai|hang) (?!.*\bqr\b|hinh\b|ma\b)", ""),
        (r"\b(?:truong (?:thon|ban|khu|pho|xom)|to truong|bi thu|cong an vien)\b", ""),
        (r"\bnguoi (?:lap|nhan|giao)\b", ""),
        (r"\b(?:gioi thieu|can bo|nhan vien|giao dich vien|ky nhan)\b", ""),
        (r"\bnguoi (?:thuc hien|nhap)\b", ""),
        (r"\b(?:bo|me|cha|vo|chong|vo chong|giam ho|nguoi than)$", ""),
        (rf"\b(?:ngay|thoi gian)\b.*\b(?:{_DONE_TO_A_CODE})\b.*\b(?:qr|ma)\b", "ngay_cap_ma"),
        (r"\b(?:ngay|thoi (?:gian|diem))\b.*\bmo\b", "ngay_mo"),
        (r"\b(?:ngay|thoi gian) (?:dang ky|kich hoat) tai khoan\b", "ngay_mo"),
        (r"\bopen(?:ing|ed)? date\b", "ngay_mo"),
        (r"\bquan he\b", "quan_he"),
        (r"\bma so thue\b|\bmst\b|\btax (?:code|id|number)\b", "ma_so_thue"),
        (r"\b(?:cccd|can cuoc|dinh danh)\b.*\b(?:cmnd|cmt|cmtnd|ho chieu)\b", "cccd|cmnd"),
        (r"\b(?:cmnd|cmt|cmtnd)\b.*\b(?:cccd|can cuoc|dinh danh)\b", "cccd|cmnd"),
        (r"\b(?:cccd|can cuoc|dinh danh|gttt|giay to)\b", "cccd"),
        (r"^(?:national |identity |legal )?(?:id|identity)(?: card)? (?:no|number)$", "cccd"),
        (r"\b(?:cmnd|cmt|chung minh)\b", "cmnd"),
        (
            r"\b(?:dien thoai(?! thong minh)|sdt|so dt|di dong|dtdd|thue bao|zalo|phone|mobile)\b",
            "dien_thoai",
        ),
        (r"\bso tai khoan\b|\bstk\b|\baccount (?:no|number)\b", "so_tai_khoan"),
        (r"^tai khoan (?:so|mo moi|ngan hang|thanh toan|thu huong|nhan tien)", "so_tai_khoan"),
        (r"\bgiao dich\b", "co_giao_dich"),
        (r"^(?:ten |tai )?ngan hang\b", "ngan_hang"),
        (r"^(?:loai|hinh thuc) .*\bqr\b", "loai_qr"),
        (r"^(?:noi dung|chuoi|du lieu) .*\bqr\b", "qr_text"),
        (r"\bma qr\b|\bqr\b", "ma_qr"),
        (r"\bngan hang\b|\bbank\b", "ngan_hang"),
        (r"\b(?:ngay|nam|thang)\b.*\bsinh\b|\bsinh (?:ngay|nam)\b|\bbirth\b", "ngay_sinh"),
        (r"\b(?:tinh trang|trang thai)\b|\bstatus\b", "trang_thai"),
        (r"\bten (?:ho|co so|diem|quay|cua hang|bien hieu|don vi) kinh doanh\b", "ten_ho_kd"),
        (r"\bten (?:cua hang|cua hieu|bien hieu|quay|co so|quan)\b|\bbien hieu\b", "ten_ho_kd"),
        (r"\b(?:nganh|mat) (?:hang|nghe)\b|\bnganh (?:nghe )?kinh doanh\b", "nganh_hang"),
        (r"\b(?:loai hinh|linh vuc|hang hoa) kinh doanh\b", "nganh_hang"),
        (r"\b(?:chu|dai dien) (?:ho|co so|cua hang|quay|sap|ki ?ot) kinh doanh\b", "ho_ten"),
        (r"\bchu ho\b(?!.*\bkinh doanh\b)", "chu_ho"),
        (r"\bchu (?:co so|cua hang|quay|sap|ki ?ot|quan|tai khoan)\b|\bnguoi dai dien\b", "ho_ten"),
        (r"\bho\b.*\bten\b|\b(?:customer|account|full) name\b", "ho_ten"),
        (r"^ten (?:khach hang|nguoi|cong dan|nhan khau|thanh vien)\b", "ho_ten"),
        (r"^ten (?:nnt|doi tuong|tieu thuong)\b", "ho_ten"),
        (r"\b(?:que|nguyen) quan\b", "que_quan"),
        (r"\btru (?:tai|quan)\b|^noi tru\b", "dia_chi"),
        (r"^noi (?:kinh doanh|cu ngu|sinh song)\b", "dia_chi"),
        (r"\bdia (?:chi|diem)\b|\bthuong tru\b|\bnoi o\b|\bcu tru\b|\baddress\b", "dia_chi"),
        (r"(?<!dan )\bso du\b(?! dieu)|\bbalance\b", "so_du"),
        (r"\bso tien\b|\bamount\b", "so_tien"),
        (r"\bghi chu\b", "ghi_chu"),
        (r"^(?:ten )?ho kinh doanh\b", "ten_ho_kd"),
        (r"\bho kinh doanh\b", "so_ho_kd"),
        (r"\btuoi lao dong\b", "lao_dong"),
        (r"\b15 tuoi\b", "nguoi_15"),
        (r"\b18 tuoi\b|\btruong thanh\b", "nguoi_truong_thanh"),
        (r"^(?:tong |so )*(?:nhan )?khau\b|\bnhan khau\b|^(?:tong )?dan so\b", "nhan_khau"),
        (r"\bxa\b.*\b(?:cu|truoc)\b|\bxa truoc\b", "xa_cu"),
        (r"^(?:tong )?so (?:ho|nha)\b(?=.*\b(?:thon|to|khu|ban)\b)", "so_ho"),
        (r"\b(?:thon|to dan pho|khu pho|khu dan cu|xom|ap|lang)\b", "thon"),
        (r"\bban\b(?! (?:giao|hang|do|chuyen)\b)", "thon"),
        (r"^(?:tong )?so ho\b", "so_ho"),
        (r"^(?:tong )?so (?:ngoi |can )?nha\b", "so_nha"),
    )
)  # fmt: skip

# Headings of figures by village: folded wording → indicator code (domain.md).
INDICATORS: Final[dict[str, str]] = {
    "CCCD": "can cuoc gan chip; cccd gan chip; cap cccd; the can cuoc",
    "VNEID2": "vneid; vneid muc 2; dinh danh muc 2; dinh danh dien tu; tai khoan vneid; "
    "dinh danh dien tu muc 2; tai khoan dinh danh dien tu; kich hoat vneid",
    "CKS": "chu ky so; chu ky so ca nhan; cks; chung thu so",
    "TKNH": "tai khoan ngan hang; tk ngan hang; tai khoan thanh toan; tknh; co tai khoan; "
    "so nguoi co tai khoan; so nguoi da co tai khoan; so nguoi da mo tai khoan; mo tai khoan",
    "TTKDTM": "thanh toan khong dung tien mat; ttkdtm; khong dung tien mat",
    "VSSID": "vssid; cai vssid; ung dung vssid",
    "HSSK": "ho so suc khoe; ho so suc khoe dien tu; so suc khoe dien tu; hssk",
    "ASXH": "an sinh xa hoi; chi tra an sinh xa hoi; asxh; tro cap qua tai khoan",
    "BHXH": "luong huu; bhxh; bao hiem xa hoi; luong huu bhxh; chi tra bhxh",
    "DVC": "dich vu cong; thanh toan dich vu cong; dvc; thanh toan truc tuyen; "
    "thanh toan dvc; dich vu cong truc tuyen",
    "HKDQR": "ho kinh doanh co qr; ho kinh doanh co ma qr; hkdqr",
    "HKDGD": "ho kinh doanh co giao dich; hkdgd",
    "KNS": "ky nang so; ky nang so co ban; kns; ky nang su dung dich vu cong",
    "DTTM": "dien thoai thong minh; smartphone; dttm",
    "CAPQUANG": "cap quang; internet cap quang; internet; bang rong cap quang",
    "DIENNUOC": "tien dien; thanh toan tien dien; dien nuoc; tien dien nuoc",
    "DCSO": "dia chi so; ma dia chi so; dcso; nha co ma dia chi so",
    "HSTT": "ho so truc tuyen; hstt",
}
INDICATOR_WORDS: Final[dict[str, str]] = {
    **{code.lower(): code for code in INDICATORS},
    **{w.strip(): code for code, words in INDICATORS.items() for w in words.split(";")},
}

# What a lower heading says of the indicator above it: how many of how many.
NUMERATORS: Final = re.compile(
    r"^(?:tu so|ts|dat|co|thuc hien|ket qua|so luong|hoan thanh|dang dung|su dung)$"
    r"|^(?:so |tong )*(?:nguoi |ho |luot |ho so |cong dan |dan |nha |doi tuong |tai khoan )*"
    r"(?:da|duoc|dat|co|dang|su dung|thuc hien|tham gia|cai|cap|kich hoat|tra|nop)\b(?! so$)"
)
DENOMINATORS: Final = re.compile(
    r"^(?:mau so|ms|co so|tong|tong cong|tong so)$|^mau so\b|^tong(?: so)?\b"
    r"|^tren tong|^(?:dan so|nhan khau|so (?:ho|nguoi|nhan khau|dan|doi tuong|nha))\b"
    r"|\b(?:phai|can|thuoc dien|ke hoach|duoc giao|chi tieu|trong do tuoi)\b"
)
# Those who are still missing are on neither side.
MISSING: Final = re.compile(r"\b(?:chua|con lai|con thieu|khong (?:co|dat|du))\b")
# A heading that alone says whose number it is: "Số người có tài khoản ngân hàng".
COUNTED: Final = re.compile(
    r"^(?:tong )?so (?:nguoi|ho|cong dan|nguoi dan|ho dan|nhan khau|nha|ho gia dinh)"
    r"(?: dan| cao tuoi| lao dong| kinh doanh)? "
    r"(?:da|co|duoc|dat|dang|su dung|cai|cap|kich hoat|tham gia)\b"
)
RATES: Final = re.compile(r"\b(?:ty le|ti le|phan tram|dat ty le)\b|^%$")
