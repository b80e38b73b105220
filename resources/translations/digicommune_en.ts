<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="en" sourcelanguage="vi">
  <context>
    <name>ui</name>
    <message>
      <source>(chưa đặt nơi ghi)</source>
      <translation>(no place set)</translation>
    </message>
    <message>
      <source>Xin lỗi, chương trình gặp lỗi ngoài dự tính. Số liệu đã lưu vẫn nguyên vẹn.</source>
      <translation>Sorry, the program met an error nobody foresaw. What was saved is intact.</translation>
    </message>
    <message>
      <source>Hãy thử lại; nếu còn lỗi, gửi tệp nhật ký này cho người hỗ trợ: {path}</source>
      <translation>Please try again; if it goes on, send this log file to your support: {path}</translation>
    </message>
    <message>
      <source>Mở thư mục nhật ký</source>
      <translation>Open log folder</translation>
    </message>
    <message>
      <source>Đóng thông báo</source>
      <translation>Close this message</translation>
    </message>
    <message>
      <source>Chuyển đổi số cấp xã</source>
      <translation>Digital commune</translation>
    </message>
    <message>
      <source>Lần nhập trước bị ngắt giữa chừng. Sổ vẫn nguyên như trước khi nhập.</source>
      <translation>The last import was cut off half way. The registers are as they were before it.</translation>
    </message>
    <message>
      <source>Hôm nay</source>
      <translation>Today</translation>
    </message>
    <message>
      <source>Thôn</source>
      <translation>Villages</translation>
    </message>
    <message>
      <source>Người dân</source>
      <translation>People</translation>
    </message>
    <message>
      <source>Hộ kinh doanh</source>
      <translation>Merchants</translation>
    </message>
    <message>
      <source>Chiến dịch &amp; nhập danh sách</source>
      <translation>Campaigns &amp; lists</translation>
    </message>
    <message>
      <source>Tổ công nghệ số</source>
      <translation>Digital teams</translation>
    </message>
    <message>
      <source>Số liệu</source>
      <translation>Figures</translation>
    </message>
    <message>
      <source>Chỉ tiêu</source>
      <translation>Indicator</translation>
    </message>
    <message>
      <source>Tiêu chí thôn thông minh</source>
      <translation>Smart village criteria</translation>
    </message>
    <message>
      <source>Công nhận thôn</source>
      <translation>Recognition of villages</translation>
    </message>
    <message>
      <source>Báo cáo</source>
      <translation>Reports</translation>
    </message>
    <message>
      <source>ví dụ: xã Hoằng Châu</source>
      <translation>e.g. xã Hoằng Châu</translation>
    </message>
    <message>
      <source>ví dụ: Thanh Hóa</source>
      <translation>e.g. Thanh Hóa</translation>
    </message>
    <message>
      <source>để trống nếu chưa cần</source>
      <translation>may be left empty</translation>
    </message>
    <message>
      <source>Lập dữ liệu cho xã</source>
      <translation>Set up the commune</translation>
    </message>
    <message>
      <source>Tên xã, phường</source>
      <translation>Commune or ward</translation>
    </message>
    <message>
      <source>Tỉnh, thành phố</source>
      <translation>Province or city</translation>
    </message>
    <message>
      <source>Chủ tịch UBND</source>
      <translation>Chairman</translation>
    </message>
    <message>
      <source>Lập dữ liệu cho xã của bạn</source>
      <translation>Set up your commune</translation>
    </message>
    <message>
      <source>Số liệu nằm trọn trong một tệp trên máy này, không gửi đi đâu. Sau bước này, nhập danh sách thôn rồi nhập danh sách của ngân hàng.</source>
      <translation>All data stays in one file on this machine and is sent nowhere. After this, import the list of villages, then the bank's list.</translation>
    </message>
    <message>
      <source>Tệp dữ liệu: {path}</source>
      <translation>Data file: {path}</translation>
    </message>
    <message>
      <source>Đang làm việc…</source>
      <translation>Working…</translation>
    </message>
    <message>
      <source>Kỳ báo cáo</source>
      <translation>Period</translation>
    </message>
    <message>
      <source>Kỳ báo cáo của mọi trang</source>
      <translation>The period of all pages</translation>
    </message>
    <message>
      <source>Sửa chiến dịch</source>
      <translation>Edit campaign</translation>
    </message>
    <message>
      <source>Chiến dịch mới</source>
      <translation>New campaign</translation>
    </message>
    <message>
      <source>Mở tài khoản, cấp mã QR quý I năm 2026</source>
      <translation>Accounts and QR codes, first quarter of 2026</translation>
    </message>
    <message>
      <source>Trạng thái</source>
      <translation>State</translation>
    </message>
    <message>
      <source>Lưu chiến dịch</source>
      <translation>Save campaign</translation>
    </message>
    <message>
      <source>Bỏ</source>
      <translation>Discard</translation>
    </message>
    <message>
      <source>Chỉ tiêu từng thôn</source>
      <translation>Targets by village</translation>
    </message>
    <message>
      <source>Mã</source>
      <translation>Code</translation>
    </message>
    <message>
      <source>Tên</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Từ ngày</source>
      <translation>From</translation>
    </message>
    <message>
      <source>Đến ngày</source>
      <translation>To</translation>
    </message>
    <message>
      <source>Ngân hàng</source>
      <translation>Bank</translation>
    </message>
    <message>
      <source>Ghi chú</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>Tài khoản</source>
      <translation>Accounts</translation>
    </message>
    <message>
      <source>Mã QR</source>
      <translation>QR code</translation>
    </message>
    <message>
      <source>Chỉ tiêu tài khoản {name}</source>
      <translation>Target of accounts {name}</translation>
    </message>
    <message>
      <source>Chỉ tiêu mã QR {name}</source>
      <translation>Target of QR codes {name}</translation>
    </message>
    <message>
      <source>Hãy ghi mã và tên chiến dịch.</source>
      <translation>Please give the campaign a code and a name.</translation>
    </message>
    <message>
      <source>Ngày kết thúc phải từ ngày bắt đầu trở đi.</source>
      <translation>The last day must not come before the first.</translation>
    </message>
    <message>
      <source>Chỉ tiêu là số nguyên từ 0 trở lên.</source>
      <translation>A target is a whole number from 0 on.</translation>
    </message>
    <message>
      <source>Kết quả theo thôn</source>
      <translation>Results by village</translation>
    </message>
    <message>
      <source>Tài khoản theo ngày</source>
      <translation>Accounts by day</translation>
    </message>
    <message>
      <source>Theo thôn</source>
      <translation>By village</translation>
    </message>
    <message>
      <source>Người</source>
      <translation>People</translation>
    </message>
    <message>
      <source>Mở lần đầu</source>
      <translation>First account</translation>
    </message>
    <message>
      <source>{count} đã có tài khoản từ trước</source>
      <translation>{count} had an account before</translation>
    </message>
    <message>
      <source>Hộ có mã QR</source>
      <translation>Shops with QR code</translation>
    </message>
    <message>
      <source>{count} tài khoản không ghi ngày mở nên không có trong đường này.</source>
      <translation>{count} accounts without an opening day are not in this line.</translation>
    </message>
    <message>
      <source>Chỉ tiêu {count}</source>
      <translation>Target {count}</translation>
    </message>
    <message>
      <source>chưa đặt chỉ tiêu</source>
      <translation>no target set</translation>
    </message>
    <message>
      <source>chỉ tiêu {count}</source>
      <translation>target {count}</translation>
    </message>
    <message>
      <source>mỗi người tính một lần</source>
      <translation>each person counted once</translation>
    </message>
    <message>
      <source>{share} trên {of} {base}</source>
      <translation>{share} of {of} {base}</translation>
    </message>
    <message>
      <source>Đạt</source>
      <translation>Reached</translation>
    </message>
    <message>
      <source>‹ Mọi chiến dịch</source>
      <translation>‹ All campaigns</translation>
    </message>
    <message>
      <source>Các buổi ({count})</source>
      <translation>Sessions ({count})</translation>
    </message>
    <message>
      <source>Đã lưu.</source>
      <translation>Saved.</translation>
    </message>
    <message>
      <source>Cả chiến dịch</source>
      <translation>Whole campaign</translation>
    </message>
    <message>
      <source>Từ chối khi tổ đến nhà</source>
      <translation>Refused when the team called</translation>
    </message>
    <message>
      <source>Tổng quan</source>
      <translation>Overview</translation>
    </message>
    <message>
      <source>Các buổi</source>
      <translation>Sessions</translation>
    </message>
    <message>
      <source>Theo ngân hàng</source>
      <translation>By bank</translation>
    </message>
    <message>
      <source>Giấy tờ</source>
      <translation>Papers</translation>
    </message>
    <message>
      <source>Đang lập văn bản</source>
      <translation>Making the document</translation>
    </message>
    <message>
      <source>Đã giữ lời văn của mục.</source>
      <translation>The section's text is kept.</translation>
    </message>
    <message>
      <source>Đang in giấy mời</source>
      <translation>Printing invitation letters</translation>
    </message>
    <message>
      <source>Đã ghi: in đến thư số {number}.</source>
      <translation>Noted: printed to letter {number}.</translation>
    </message>
    <message>
      <source>Tệp trả lại ngân hàng</source>
      <translation>File back to the bank</translation>
    </message>
    <message>
      <source>Đã ghi {count} dòng vào {path}</source>
      <translation>Wrote {count} rows to {path}</translation>
    </message>
    <message>
      <source>Đã chép kết quả; dán vào nhóm Zalo.</source>
      <translation>Result copied; paste it into the Zalo group.</translation>
    </message>
    <message>
      <source>Mời ai</source>
      <translation>Whom to invite</translation>
    </message>
    <message>
      <source>Đến buổi nào</source>
      <translation>To which session</translation>
    </message>
    <message>
      <source>Các đợt giấy mời</source>
      <translation>Batches of letters</translation>
    </message>
    <message>
      <source>Từ thư số</source>
      <translation>From letter</translation>
    </message>
    <message>
      <source>Đến thư số</source>
      <translation>To letter</translation>
    </message>
    <message>
      <source>Viết và xem đợt mới</source>
      <translation>Write and view a new batch</translation>
    </message>
    <message>
      <source>In từ thư này</source>
      <translation>Print from this letter</translation>
    </message>
    <message>
      <source>Ghi đã in</source>
      <translation>Note as printed</translation>
    </message>
    <message>
      <source>Người ký</source>
      <translation>Signer</translation>
    </message>
    <message>
      <source>Lập báo cáo</source>
      <translation>Make report</translation>
    </message>
    <message>
      <source>Lập kế hoạch</source>
      <translation>Make plan</translation>
    </message>
    <message>
      <source>Lời văn báo cáo…</source>
      <translation>Words of the report…</translation>
    </message>
    <message>
      <source>Lời văn kế hoạch…</source>
      <translation>Words of the plan…</translation>
    </message>
    <message>
      <source>Lưu tệp…</source>
      <translation>Save file…</translation>
    </message>
    <message>
      <source>Chép tin Zalo</source>
      <translation>Copy chat text</translation>
    </message>
    <message>
      <source>Mọi buổi</source>
      <translation>All sessions</translation>
    </message>
    <message>
      <source>Mỗi thôn một thư</source>
      <translation>One letter a village</translation>
    </message>
    <message>
      <source>Mỗi hộ còn người chưa có tài khoản</source>
      <translation>Each household with somebody lacking an account</translation>
    </message>
    <message>
      <source>Những người gõ dưới đây</source>
      <translation>The people typed below</translation>
    </message>
    <message>
      <source>Chủ tịch</source>
      <translation>Chairman</translation>
    </message>
    <message>
      <source>Mỗi dòng một người được mời</source>
      <translation>One invited person a line</translation>
    </message>
    <message>
      <source>Người được mời</source>
      <translation>Invited people</translation>
    </message>
    <message>
      <source>chưa có số</source>
      <translation>none yet</translation>
    </message>
    <message>
      <source>Số văn bản</source>
      <translation>Number</translation>
    </message>
    <message>
      <source>Giấy mời</source>
      <translation>Invitation letters</translation>
    </message>
    <message>
      <source>Máy in dừng giữa chừng: ghi đã in đến thư nào, lần sau in tiếp từ đó.</source>
      <translation>If the printer stops half way: note the last letter printed, and go on from there.</translation>
    </message>
    <message>
      <source>Đã in đến thư số</source>
      <translation>Printed to letter</translation>
    </message>
    <message>
      <source>Báo cáo kết quả, kế hoạch</source>
      <translation>Report and plan</translation>
    </message>
    <message>
      <source>Chỉ có các dòng ngân hàng ấy đã gửi và kết quả đối chiếu, không có gì của ngân hàng khác; việc gửi được ghi vào nhật ký.</source>
      <translation>Only the rows that bank sent and what became of them, nothing of other banks; the sending is noted in the journal.</translation>
    </message>
    <message>
      <source>Trả kết quả cho ngân hàng</source>
      <translation>File back to the bank</translation>
    </message>
    <message>
      <source>Kết quả gọn thành vài dòng chữ, không có tên ai.</source>
      <translation>The result in a few lines of text that name nobody.</translation>
    </message>
    <message>
      <source>Tin nhắn nhóm</source>
      <translation>Chat message</translation>
    </message>
    <message>
      <source>Số</source>
      <translation>Number</translation>
    </message>
    <message>
      <source>Đợt</source>
      <translation>Batch</translation>
    </message>
    <message>
      <source>Mời</source>
      <translation>Invited</translation>
    </message>
    <message>
      <source>Số thư</source>
      <translation>Letters</translation>
    </message>
    <message>
      <source>Đã in</source>
      <translation>Printed</translation>
    </message>
    <message>
      <source>Viết lúc</source>
      <translation>Written at</translation>
    </message>
    <message>
      <source>Từng thôn</source>
      <translation>Each village</translation>
    </message>
    <message>
      <source>Từng hộ</source>
      <translation>Each household</translation>
    </message>
    <message>
      <source>Gõ tên</source>
      <translation>Typed names</translation>
    </message>
    <message>
      <source>So sánh các ngân hàng</source>
      <translation>The banks side by side</translation>
    </message>
    <message>
      <source>Vì sao không mở được</source>
      <translation>Why none was opened</translation>
    </message>
    <message>
      <source>Cả chiến dịch, mỗi người một lần</source>
      <translation>Whole campaign, each person once</translation>
    </message>
    <message>
      <source>{count} có từ trước</source>
      <translation>{count} had one before</translation>
    </message>
    <message>
      <source>Đã có tài khoản trước chiến dịch, ở bất cứ ngân hàng nào</source>
      <translation>Had an account before the campaign, at any bank</translation>
    </message>
    <message>
      <source>Xem những người này</source>
      <translation>See these people</translation>
    </message>
    <message>
      <source>Chưa có số nào; ghi ở thẻ Buổi, nút “Số ngân hàng báo”.</source>
      <translation>No numbers yet; write them on the tab Sessions, button “Numbers from the bank”.</translation>
    </message>
    <message>
      <source>Từ chối khi tổ công nghệ số đến nhà, đến nay chưa có tài khoản</source>
      <translation>Refused when a digital team called, no account so far</translation>
    </message>
    <message>
      <source>Khách hàng mới</source>
      <translation>New customers</translation>
    </message>
    <message>
      <source>Cùng lúc</source>
      <translation>Same time</translation>
    </message>
    <message>
      <source>Đã có nơi khác</source>
      <translation>Had one elsewhere</translation>
    </message>
    <message>
      <source>Đã có ở đây</source>
      <translation>Had one here</translation>
    </message>
    <message>
      <source>Báo đã có sẵn</source>
      <translation>Told: had one</translation>
    </message>
    <message>
      <source>Không mở được</source>
      <translation>Not opened</translation>
    </message>
    <message>
      <source>Nhà văn hóa thôn</source>
      <translation>Village hall</translation>
    </message>
    <message>
      <source>Thêm buổi</source>
      <translation>Add session</translation>
    </message>
    <message>
      <source>Sửa buổi</source>
      <translation>Edit session</translation>
    </message>
    <message>
      <source>Chưa chọn</source>
      <translation>Not chosen</translation>
    </message>
    <message>
      <source>Nguyễn Thị A; Trần Văn B</source>
      <translation>Nguyễn Thị A; Trần Văn B</translation>
    </message>
    <message>
      <source>Trưởng thôn, số điện thoại</source>
      <translation>Head of the village, phone</translation>
    </message>
    <message>
      <source>Dự kiến</source>
      <translation>Planned</translation>
    </message>
    <message>
      <source>Đến</source>
      <translation>Came</translation>
    </message>
    <message>
      <source>Lưu buổi</source>
      <translation>Save session</translation>
    </message>
    <message>
      <source>Xóa buổi</source>
      <translation>Remove session</translation>
    </message>
    <message>
      <source>Chưa hiểu giờ.</source>
      <translation>The hour is not understood.</translation>
    </message>
    <message>
      <source>Ghi như 8:00 hoặc 14 giờ 30.</source>
      <translation>Write it like 8:00 or 14:30.</translation>
    </message>
    <message>
      <source>Số người chưa đúng.</source>
      <translation>The number of people is not right.</translation>
    </message>
    <message>
      <source>Ghi số nguyên từ 0 trở lên.</source>
      <translation>Write a whole number from 0 on.</translation>
    </message>
    <message>
      <source>Bấm lần nữa để xóa</source>
      <translation>Click again to remove</translation>
    </message>
    <message>
      <source>Ngày</source>
      <translation>Day</translation>
    </message>
    <message>
      <source>Giờ</source>
      <translation>Hour</translation>
    </message>
    <message>
      <source>Nơi</source>
      <translation>Place</translation>
    </message>
    <message>
      <source>Cán bộ ngân hàng</source>
      <translation>Bank officers</translation>
    </message>
    <message>
      <source>Đầu mối của thôn</source>
      <translation>Contact in the village</translation>
    </message>
    <message>
      <source>Số người dự kiến</source>
      <translation>People expected</translation>
    </message>
    <message>
      <source>Số người đến</source>
      <translation>People who came</translation>
    </message>
    <message>
      <source>Số ngân hàng báo</source>
      <translation>Numbers from the bank</translation>
    </message>
    <message>
      <source>Lưu số</source>
      <translation>Save numbers</translation>
    </message>
    <message>
      <source>Số người không mở tài khoản, như ngân hàng báo của buổi này:</source>
      <translation>People without a new account, as the bank told of this session:</translation>
    </message>
    <message>
      <source>Trước</source>
      <translation>Before</translation>
    </message>
    <message>
      <source>Sau</source>
      <translation>After</translation>
    </message>
    <message>
      <source>Tháng {month}/{year}</source>
      <translation>{month}/{year}</translation>
    </message>
    <message>
      <source>Tất cả</source>
      <translation>All</translation>
    </message>
    <message>
      <source>Tháng</source>
      <translation>Month</translation>
    </message>
    <message>
      <source>Tuần</source>
      <translation>Week</translation>
    </message>
    <message>
      <source>Cán bộ</source>
      <translation>Officers</translation>
    </message>
    <message>
      <source>Nhắc</source>
      <translation>Remarks</translation>
    </message>
    <message>
      <source>! Trùng lịch</source>
      <translation>! Clash</translation>
    </message>
    <message>
      <source>Chờ tệp</source>
      <translation>List awaited</translation>
    </message>
    <message>
      <source>Đang làm</source>
      <translation>Running</translation>
    </message>
    <message>
      <source>Đã kết thúc</source>
      <translation>Closed</translation>
    </message>
    <message>
      <source>T2</source>
      <translation>Mon</translation>
    </message>
    <message>
      <source>T3</source>
      <translation>Tue</translation>
    </message>
    <message>
      <source>T4</source>
      <translation>Wed</translation>
    </message>
    <message>
      <source>T5</source>
      <translation>Thu</translation>
    </message>
    <message>
      <source>T6</source>
      <translation>Fri</translation>
    </message>
    <message>
      <source>T7</source>
      <translation>Sat</translation>
    </message>
    <message>
      <source>CN</source>
      <translation>Sun</translation>
    </message>
    <message>
      <source>Mỗi người chỉ được tính là khách hàng mới của một ngân hàng: nơi mở tài khoản đầu tiên theo ngày mở. Mở cùng ngày ở hai ngân hàng, hoặc một nơi không ghi ngày, thì không ai biết nơi nào trước: người đó đứng ở cột “Cùng lúc” của cả hai và chỉ tính một lần ở dòng cả chiến dịch. Người đã có tài khoản trước chiến dịch không phải khách hàng mới. Hai cột cuối là số ngân hàng báo, không gắn với tên ai. Người trong thùng rác không được tính.</source>
      <translation>Each person is a new customer of one bank only: where the first account was opened, by opening day. Opened at two banks on one day, or without a day at one of them, nobody knows which was first: the person stands under “Same time” of both and counts once in the line of the whole campaign. Who had an account before the campaign is no new customer. The last two columns are numbers the banks told; they name nobody. People in the trash are not counted.</translation>
    </message>
    <message>
      <source>một chiến dịch khác</source>
      <translation>another campaign</translation>
    </message>
    <message>
      <source>{day}: {what} phải có mặt ở hai nơi trong cùng một buổi ({places}).</source>
      <translation>{day}: {what} would have to be at two places in the same half day ({places}).</translation>
    </message>
    <message>
      <source>{day}: {what} có hai buổi cùng lúc ({places}).</source>
      <translation>{day}: {what} has two sessions at the same time ({places}).</translation>
    </message>
    <message>
      <source>Chiến dịch</source>
      <translation>Campaigns</translation>
    </message>
    <message>
      <source>Mở chiến dịch</source>
      <translation>Open campaign</translation>
    </message>
    <message>
      <source>Thêm chiến dịch</source>
      <translation>Add campaign</translation>
    </message>
    <message>
      <source>Chưa có chiến dịch nào</source>
      <translation>No campaigns yet</translation>
    </message>
    <message>
      <source>Một chiến dịch gom các buổi mở tài khoản, cấp mã QR của xã với ngân hàng.</source>
      <translation>A campaign gathers the commune's sessions with banks that open accounts and issue QR codes.</translation>
    </message>
    <message>
      <source>Đã lưu chiến dịch {name}</source>
      <translation>Campaign {name} saved</translation>
    </message>
    <message>
      <source>Không rõ ngân hàng</source>
      <translation>Bank unknown</translation>
    </message>
    <message>
      <source>Không rõ thôn</source>
      <translation>Village unknown</translation>
    </message>
    <message>
      <source>Tài khoản theo ngân hàng</source>
      <translation>Accounts by bank</translation>
    </message>
    <message>
      <source>Người theo thôn</source>
      <translation>People by village</translation>
    </message>
    <message>
      <source>Chưa có danh sách nào.</source>
      <translation>No lists yet.</translation>
    </message>
    <message>
      <source>Bắt đầu</source>
      <translation>Start</translation>
    </message>
    <message>
      <source>Bộ tiêu chí</source>
      <translation>Criteria set</translation>
    </message>
    <message>
      <source>So với kỳ</source>
      <translation>Compared with period</translation>
    </message>
    <message>
      <source>Nhóm xã</source>
      <translation>Group of communes</translation>
    </message>
    <message>
      <source>Bộ tiêu chí…</source>
      <translation>Criteria sets…</translation>
    </message>
    <message>
      <source>Xem, sửa, nhập, xuất bộ tiêu chí</source>
      <translation>See, edit, import and export criteria sets</translation>
    </message>
    <message>
      <source>{passed}/{all} thôn đạt</source>
      <translation>{passed}/{all} villages pass</translation>
    </message>
    <message>
      <source>Ngưỡng chung</source>
      <translation>Common thresholds</translation>
    </message>
    <message>
      <source>Nhóm: {group}</source>
      <translation>Group: {group}</translation>
    </message>
    <message>
      <source>Đã chọn nhóm ngưỡng của xã.</source>
      <translation>The commune's group of thresholds is chosen.</translation>
    </message>
    <message>
      <source>Không so kỳ khác</source>
      <translation>No other period beside</translation>
    </message>
    <message>
      <source>So với {period}</source>
      <translation>Compared with {period}</translation>
    </message>
    <message>
      <source>Ma trận tiêu chí</source>
      <translation>Matrix of criteria</translation>
    </message>
    <message>
      <source>Việc còn thiếu</source>
      <translation>What is lacking</translation>
    </message>
    <message>
      <source>Chỉ điền chỗ chưa trả lời; kỳ đang so, nếu không so thì kỳ liền trước</source>
      <translation>Fills only what has no answer yet; from the period beside, else from the one before</translation>
    </message>
    <message>
      <source>Lấy câu trả lời kỳ trước</source>
      <translation>Take over earlier answers</translation>
    </message>
    <message>
      <source>Chưa chấm được thôn nào</source>
      <translation>No village can be judged yet</translation>
    </message>
    <message>
      <source>Cần danh sách thôn và một bộ tiêu chí. Hãy nhập danh sách thôn trước.</source>
      <translation>It takes a list of villages and a set of criteria. Import the list of villages first.</translation>
    </message>
    <message>
      <source>Nhập danh sách thôn</source>
      <translation>Import village list</translation>
    </message>
    <message>
      <source>{period} không có câu trả lời nào để lấy thêm.</source>
      <translation>{period} has no further answers to take over.</translation>
    </message>
    <message>
      <source>Đã lấy {count} câu trả lời của {period}; hãy kiểm tra lại từng câu.</source>
      <translation>{count} answers of {period} taken over; check each of them.</translation>
    </message>
    <message>
      <source>chưa đối chiếu văn bản gốc</source>
      <translation>not checked against the original text</translation>
    </message>
    <message>
      <source>mới là khung, cần nhập tiêu chí và ngưỡng từ văn bản</source>
      <translation>a frame only: enter criteria and thresholds from the text</translation>
    </message>
    <message>
      <source>kỳ đã khóa sổ, kết quả như lúc chốt</source>
      <translation>the period is locked, results as they were kept</translation>
    </message>
    <message>
      <source>Kết quả</source>
      <translation>Result</translation>
    </message>
    <message>
      <source>(một nội dung của {whole})</source>
      <translation>(a part of {whole})</translation>
    </message>
    <message>
      <source>(tự chọn)</source>
      <translation>(optional)</translation>
    </message>
    <message>
      <source>– Chưa có</source>
      <translation>– None</translation>
    </message>
    <message>
      <source>✗ thiếu {count}</source>
      <translation>✗ short {count}</translation>
    </message>
    <message>
      <source>✓ Đạt</source>
      <translation>✓ Met</translation>
    </message>
    <message>
      <source>✗ Chưa</source>
      <translation>✗ Not met</translation>
    </message>
    <message>
      <source>! Thiếu MC</source>
      <translation>! No proof</translation>
    </message>
    <message>
      <source>không có</source>
      <translation>none</translation>
    </message>
    <message>
      <source>Chưa đạt</source>
      <translation>Not met</translation>
    </message>
    <message>
      <source>{village}: {said}, {met}/{of} tiêu chí</source>
      <translation>{village}: {said}, {met}/{of} criteria</translation>
    </message>
    <message>
      <source>, {points}/{needed} điểm</source>
      <translation>, {points}/{needed} points</translation>
    </message>
    <message>
      <source>Thôn gần đạt nhất</source>
      <translation>Villages nearest to passing</translation>
    </message>
    <message>
      <source>Tìm việc, thôn, người phụ trách…</source>
      <translation>Find a task, village or owner…</translation>
    </message>
    <message>
      <source>Quá hạn</source>
      <translation>Overdue</translation>
    </message>
    <message>
      <source>Bấm đúp vào ô Người phụ trách hoặc Hạn để ghi.</source>
      <translation>Double-click a cell of Owner or Due to write in it.</translation>
    </message>
    <message>
      <source>Mọi thôn</source>
      <translation>All villages</translation>
    </message>
    <message>
      <source>{count} việc còn thiếu</source>
      <translation>{count} things are lacking</translation>
    </message>
    <message>
      <source>, ✗ {count} việc quá hạn</source>
      <translation>, ✗ {count} overdue</translation>
    </message>
    <message>
      <source>“{text}” không phải ngày, ví dụ 27/06/2024.</source>
      <translation>“{text}” is no day; write it like 27/06/2024.</translation>
    </message>
    <message>
      <source>Đã ghi việc.</source>
      <translation>The task is kept.</translation>
    </message>
    <message>
      <source>Xuất danh sách việc còn thiếu</source>
      <translation>Export what is lacking</translation>
    </message>
    <message>
      <source>Đã lưu {count} việc vào {path}</source>
      <translation>{count} tasks saved to {path}</translation>
    </message>
    <message>
      <source>Báo đã xong</source>
      <translation>Reported done</translation>
    </message>
    <message>
      <source>Còn những ai</source>
      <translation>Who is left</translation>
    </message>
    <message>
      <source>Mở ô trong ma trận</source>
      <translation>Open its cell</translation>
    </message>
    <message>
      <source>Xuất danh sách…</source>
      <translation>Export the list…</translation>
    </message>
    <message>
      <source>Việc cần làm</source>
      <translation>To do</translation>
    </message>
    <message>
      <source>Tình trạng</source>
      <translation>State</translation>
    </message>
    <message>
      <source>Phụ trách</source>
      <translation>Owner</translation>
    </message>
    <message>
      <source>chưa giao</source>
      <translation>nobody yet</translation>
    </message>
    <message>
      <source>Hạn</source>
      <translation>Due</translation>
    </message>
    <message>
      <source>✗ Quá hạn</source>
      <translation>✗ Overdue</translation>
    </message>
    <message>
      <source>– Chưa làm</source>
      <translation>– Not begun</translation>
    </message>
    <message>
      <source>+ Đang làm</source>
      <translation>+ Under way</translation>
    </message>
    <message>
      <source>! Báo xong</source>
      <translation>! Said done</translation>
    </message>
    <message>
      <source>Gần đạt nhất</source>
      <translation>Nearest to passing</translation>
    </message>
    <message>
      <source>{village} (đã công nhận)</source>
      <translation>{village} (recognised)</translation>
    </message>
    <message>
      <source>Còn thiếu</source>
      <translation>Short by</translation>
    </message>
    <message>
      <source>không tính được</source>
      <translation>cannot be told</translation>
    </message>
    <message>
      <source>{count} tiêu chí</source>
      <translation>{count} criteria</translation>
    </message>
    <message>
      <source>, {count} chưa rõ</source>
      <translation>, {count} unknown</translation>
    </message>
    <message>
      <source>, {count} đơn vị</source>
      <translation>, {count} units</translation>
    </message>
    <message>
      <source>Thôn theo tiêu chí</source>
      <translation>Villages by criterion</translation>
    </message>
    <message>
      <source>Chỉ thôn chưa đạt</source>
      <translation>Only those that fail</translation>
    </message>
    <message>
      <source>Theo danh sách thôn</source>
      <translation>As the villages are listed</translation>
    </message>
    <message>
      <source>Gần đạt nhất trước</source>
      <translation>Nearest to passing first</translation>
    </message>
    <message>
      <source>Thứ tự</source>
      <translation>Order</translation>
    </message>
    <message>
      <source>Tìm thôn…</source>
      <translation>Find a village…</translation>
    </message>
    <message>
      <source>Đã lưu câu trả lời.</source>
      <translation>Answer saved.</translation>
    </message>
    <message>
      <source>Bộ tiêu chí đã thay đổi so với {period}: không so sánh {codes}.</source>
      <translation>The criteria set has changed since {period}: {codes} are not compared.</translation>
    </message>
    <message>
      <source>Chưa có tệp nào.</source>
      <translation>No file yet.</translation>
    </message>
    <message>
      <source>Thêm tệp…</source>
      <translation>Add a file…</translation>
    </message>
    <message>
      <source>Ảnh JPEG, PNG hoặc tệp PDF; kéo thả tệp vào đây cũng được</source>
      <translation>JPEG or PNG pictures, or PDF files; they may be dropped here too</translation>
    </message>
    <message>
      <source>Minh chứng</source>
      <translation>Evidence</translation>
    </message>
    <message>
      <source>Chọn minh chứng</source>
      <translation>Choose proofs</translation>
    </message>
    <message>
      <source>Ảnh và PDF (*.jpg *.jpeg *.png *.pdf)</source>
      <translation>Pictures and PDF (*.jpg *.jpeg *.png *.pdf)</translation>
    </message>
    <message>
      <source>Mọi tệp (*)</source>
      <translation>All files (*)</translation>
    </message>
    <message>
      <source>Đã sửa minh chứng.</source>
      <translation>The proof is changed.</translation>
    </message>
    <message>
      <source>Đã thêm minh chứng.</source>
      <translation>The proof is added.</translation>
    </message>
    <message>
      <source>Đã đặt lại minh chứng.</source>
      <translation>The proof is put back.</translation>
    </message>
    <message>
      <source>Đã xóa hẳn nội dung tệp.</source>
      <translation>The file's content is erased for good.</translation>
    </message>
    <message>
      <source>Đã xác nhận lại.</source>
      <translation>Vouched for again.</translation>
    </message>
    <message>
      <source>Đã bỏ minh chứng.</source>
      <translation>The proof is taken out.</translation>
    </message>
    <message>
      <source>Tệp PDF (*.pdf)</source>
      <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
      <source>Ảnh JPEG (*.jpg)</source>
      <translation>JPEG picture (*.jpg)</translation>
    </message>
    <message>
      <source>Lưu minh chứng</source>
      <translation>Save the proof</translation>
    </message>
    <message>
      <source>Hình thu nhỏ</source>
      <translation>Small picture</translation>
    </message>
    <message>
      <source>Mở</source>
      <translation>Open</translation>
    </message>
    <message>
      <source>Lưu…</source>
      <translation>Save…</translation>
    </message>
    <message>
      <source>Sửa</source>
      <translation>Edit</translation>
    </message>
    <message>
      <source>Còn đúng</source>
      <translation>Still holds</translation>
    </message>
    <message>
      <source>Vừa kiểm tra lại, còn đúng</source>
      <translation>Looked at again just now; it still holds</translation>
    </message>
    <message>
      <source>! Cần xem lại</source>
      <translation>! Look again</translation>
    </message>
    <message>
      <source>– Chưa tính kỳ này</source>
      <translation>– Not of this period</translation>
    </message>
    <message>
      <source>ngày/tháng/năm</source>
      <translation>day/month/year</translation>
    </message>
    <message>
      <source>Ngày trên văn bản, ngày chụp</source>
      <translation>Day of the document or photo</translation>
    </message>
    <message>
      <source>Thêm</source>
      <translation>Add</translation>
    </message>
    <message>
      <source>Thôi</source>
      <translation>Leave it</translation>
    </message>
    <message>
      <source>không phải ngày, ví dụ 27/06/2024</source>
      <translation>no day; write it like 27/06/2024</translation>
    </message>
    <message>
      <source>ngày {day}</source>
      <translation>of {day}</translation>
    </message>
    <message>
      <source>không ghi ngày</source>
      <translation>no day given</translation>
    </message>
    <message>
      <source>kiểm tra lại {day}</source>
      <translation>looked at again {day}</translation>
    </message>
    <message>
      <source>Tệp đã bỏ: {count}</source>
      <translation>Files taken out: {count}</translation>
    </message>
    <message>
      <source>Đặt lại</source>
      <translation>Put back</translation>
    </message>
    <message>
      <source>Xóa hẳn…</source>
      <translation>Erase for good…</translation>
    </message>
    <message>
      <source>Lý do xóa hẳn, không lấy lại được</source>
      <translation>Why it is erased; nothing brings it back</translation>
    </message>
    <message>
      <source>Xóa hẳn</source>
      <translation>Erase for good</translation>
    </message>
    <message>
      <source>cần ghi lý do</source>
      <translation>a reason is needed</translation>
    </message>
    <message>
      <source>bỏ {moment}</source>
      <translation>taken out {moment}</translation>
    </message>
    <message>
      <source>Chỉ tiêu này không đếm theo tên người: không có danh sách đi từng nhà.</source>
      <translation>This indicator does not count named people: there is no walk-list.</translation>
    </message>
    <message>
      <source>Nếu làm thêm</source>
      <translation>What if</translation>
    </message>
    <message>
      <source>Điền số ít nhất phải làm thêm để thôn đạt</source>
      <translation>Fills in the least that makes the village pass</translation>
    </message>
    <message>
      <source>Điền mức ít nhất</source>
      <translation>Fill in the least</translation>
    </message>
    <message>
      <source>Nếu làm thêm ở {village}</source>
      <translation>What if in {village}</translation>
    </message>
    <message>
      <source>! Không thể</source>
      <translation>! Impossible</translation>
    </message>
    <message>
      <source>✓ Đạt {met}/{of}</source>
      <translation>✓ Passes {met}/{of}</translation>
    </message>
    <message>
      <source>✗ Chưa đạt {met}/{of}</source>
      <translation>✗ Fails {met}/{of}</translation>
    </message>
    <message>
      <source>{code}: có minh chứng</source>
      <translation>{code}: a proof is there</translation>
    </message>
    <message>
      <source>Vẫn thiếu: {left}</source>
      <translation>Still lacking: {left}</translation>
    </message>
    <message>
      <source>Xem các dòng</source>
      <translation>See the rows</translation>
    </message>
    <message>
      <source>Lịch sử</source>
      <translation>History</translation>
    </message>
    <message>
      <source>Kỳ đã khóa sổ: kết quả như lúc chốt, không sửa được.</source>
      <translation>The period is locked: results as they were kept, nothing can be changed.</translation>
    </message>
    <message>
      <source>… và {count} việc trước đó</source>
      <translation>… and {count} earlier</translation>
    </message>
    <message>
      <source>Số đếm</source>
      <translation>Counts</translation>
    </message>
    <message>
      <source>Giá trị</source>
      <translation>Value</translation>
    </message>
    <message>
      <source>Ngưỡng</source>
      <translation>Threshold</translation>
    </message>
    <message>
      <source>Tính trên</source>
      <translation>Out of</translation>
    </message>
    <message>
      <source>Điểm khi đạt</source>
      <translation>Points when met</translation>
    </message>
    <message>
      <source>Lưu câu trả lời</source>
      <translation>Save answer</translation>
    </message>
    <message>
      <source>Số lượng</source>
      <translation>Number</translation>
    </message>
    <message>
      <source>Có</source>
      <translation>Yes</translation>
    </message>
    <message>
      <source>Không</source>
      <translation>No</translation>
    </message>
    <message>
      <source>Chưa trả lời</source>
      <translation>Not answered</translation>
    </message>
    <message>
      <source>chưa trả lời</source>
      <translation>not answered</translation>
    </message>
    <message>
      <source>Số văn bản, đường dẫn ảnh…</source>
      <translation>Document, path of a picture…</translation>
    </message>
    <message>
      <source>Dẫn chứng bằng lời</source>
      <translation>Reference in words</translation>
    </message>
    <message>
      <source>Xã trả lời</source>
      <translation>The commune's answer</translation>
    </message>
    <message>
      <source>Theo cài đặt ({level})</source>
      <translation>As set ({level})</translation>
    </message>
    <message>
      <source>Bước này chưa lưu được: sửa chỗ báo lỗi, hoặc bỏ thay đổi.</source>
      <translation>This step could not be saved: mend what is marked, or drop the changes.</translation>
    </message>
    <message>
      <source>Có thay đổi chưa lưu</source>
      <translation>Changes not saved yet</translation>
    </message>
    <message>
      <source>Bước này chưa nhập gì</source>
      <translation>Nothing entered in this step yet</translation>
    </message>
    <message>
      <source>Lưu bởi {who}, {at}</source>
      <translation>Saved by {who}, {at}</translation>
    </message>
    <message>
      <source>‹ Các thôn</source>
      <translation>‹ Villages</translation>
    </message>
    <message>
      <source>Lưu</source>
      <translation>Save</translation>
    </message>
    <message>
      <source>Lưu bước này (Ctrl+S)</source>
      <translation>Save this step (Ctrl+S)</translation>
    </message>
    <message>
      <source>Bỏ thay đổi</source>
      <translation>Drop changes</translation>
    </message>
    <message>
      <source>Trở lại như lần lưu trước</source>
      <translation>Back to what was saved last</translation>
    </message>
    <message>
      <source>Xem bản mới</source>
      <translation>See the newer one</translation>
    </message>
    <message>
      <source>Giữ bản của tôi</source>
      <translation>Keep mine</translation>
    </message>
    <message>
      <source>Người khác vừa sửa bước này. Phần đang gõ chưa được lưu.</source>
      <translation>Somebody else has just changed this step. What you typed is not saved.</translation>
    </message>
    <message>
      <source>Kiểm tra hồ sơ</source>
      <translation>Dossier check</translation>
    </message>
    <message>
      <source>! Thiếu {count}</source>
      <translation>! {count} missing</translation>
    </message>
    <message>
      <source>✓ Đủ</source>
      <translation>✓ Complete</translation>
    </message>
    <message>
      <source>Tiêu chí</source>
      <translation>Criterion</translation>
    </message>
    <message>
      <source>Tự đánh giá</source>
      <translation>Self-assessment</translation>
    </message>
    <message>
      <source>Đánh giá</source>
      <translation>Verdict</translation>
    </message>
    <message>
      <source>Bộ tiêu chí chưa có tiêu chí nào.</source>
      <translation>The criteria set has no criteria yet.</translation>
    </message>
    <message>
      <source>Thuyết minh</source>
      <translation>Remark</translation>
    </message>
    <message>
      <source>✗ Chưa đạt</source>
      <translation>✗ Not met</translation>
    </message>
    <message>
      <source>Thẩm định</source>
      <translation>Appraisal</translation>
    </message>
    <message>
      <source>Lý do</source>
      <translation>Reason</translation>
    </message>
    <message>
      <source>7:30</source>
      <translation>7:30</translation>
    </message>
    <message>
      <source>Ghi đủ ngày/tháng/năm, ví dụ 05/03/2026.</source>
      <translation>Write day/month/year, for example 05/03/2026.</translation>
    </message>
    <message>
      <source>Ghi giờ và phút, ví dụ 7:30 hoặc 19h00.</source>
      <translation>Write hour and minutes, e.g. 7:30 or 19h00.</translation>
    </message>
    <message>
      <source>Ghi một số nguyên, không âm.</source>
      <translation>Write a whole number, not below zero.</translation>
    </message>
    <message>
      <source>Đăng ký</source>
      <translation>Registration</translation>
    </message>
    <message>
      <source>Họp thôn</source>
      <translation>Village meeting</translation>
    </message>
    <message>
      <source>Tổng hợp ý kiến</source>
      <translation>Opinions</translation>
    </message>
    <message>
      <source>Tờ trình</source>
      <translation>Submission</translation>
    </message>
    <message>
      <source>Quyết định</source>
      <translation>Decision</translation>
    </message>
    <message>
      <source>thường không có số</source>
      <translation>seldom numbered</translation>
    </message>
    <message>
      <source>Trưởng thôn ký</source>
      <translation>Signed by village head</translation>
    </message>
    <message>
      <source>Thôn đăng ký xây dựng thôn thông minh</source>
      <translation>The village registers as a smart village</translation>
    </message>
    <message>
      <source>Bản đăng ký của thôn gửi UBND xã. Chỗ để trống thì trên giấy cũng để trống.</source>
      <translation>The village's registration with the commune. What is left blank stays blank on paper.</translation>
    </message>
    <message>
      <source>Điều kiện của thôn</source>
      <translation>The village's conditions</translation>
    </message>
    <message>
      <source>Việc sẽ làm, thời gian</source>
      <translation>What will be done, by when</translation>
    </message>
    <message>
      <source>mỗi ý một dòng</source>
      <translation>one point a line</translation>
    </message>
    <message>
      <source>Báo cáo tự đánh giá</source>
      <translation>Self-assessment report</translation>
    </message>
    <message>
      <source>Kết quả lấy từ trang Tiêu chí; ở đây thôn thuyết minh thêm.</source>
      <translation>Results come from the page of criteria; here the village adds its remarks.</translation>
    </message>
    <message>
      <source>Đặc điểm tình hình</source>
      <translation>Situation</translation>
    </message>
    <message>
      <source>Chỉ đạo, tuyên truyền</source>
      <translation>Direction and information</translation>
    </message>
    <message>
      <source>Huy động nguồn lực</source>
      <translation>Resources</translation>
    </message>
    <message>
      <source>Tồn tại, hạn chế</source>
      <translation>Weaknesses</translation>
    </message>
    <message>
      <source>Giải pháp duy trì</source>
      <translation>Upkeep</translation>
    </message>
    <message>
      <source>Biên bản họp thôn</source>
      <translation>Minutes of the village meeting</translation>
    </message>
    <message>
      <source>Mỗi hộ có đại diện dự họp biểu quyết một lần.</source>
      <translation>Each household represented votes once.</translation>
    </message>
    <message>
      <source>Ý kiến thảo luận</source>
      <translation>Discussion</translation>
    </message>
    <message>
      <source>mỗi ý kiến một dòng</source>
      <translation>one opinion a line</translation>
    </message>
    <message>
      <source>Đồng ý</source>
      <translation>For</translation>
    </message>
    <message>
      <source>Không đồng ý</source>
      <translation>Against</translation>
    </message>
    <message>
      <source>Ý kiến khác</source>
      <translation>Other opinion</translation>
    </message>
    <message>
      <source>Kết luận</source>
      <translation>Verdict</translation>
    </message>
    <message>
      <source>Số bản biên bản</source>
      <translation>Copies</translation>
    </message>
    <message>
      <source>hộ có đại diện</source>
      <translation>households represented</translation>
    </message>
    <message>
      <source>Ngày họp</source>
      <translation>Day of meeting</translation>
    </message>
    <message>
      <source>Từ giờ</source>
      <translation>From</translation>
    </message>
    <message>
      <source>Đến giờ</source>
      <translation>To</translation>
    </message>
    <message>
      <source>Địa điểm</source>
      <translation>Place</translation>
    </message>
    <message>
      <source>Chủ trì</source>
      <translation>Chair</translation>
    </message>
    <message>
      <source>Thư ký</source>
      <translation>Secretary</translation>
    </message>
    <message>
      <source>Số hộ được mời</source>
      <translation>Households invited</translation>
    </message>
    <message>
      <source>Có đại diện</source>
      <translation>Represented</translation>
    </message>
    <message>
      <source>Vắng</source>
      <translation>Absent</translation>
    </message>
    <message>
      <source>Lý do vắng</source>
      <translation>Why absent</translation>
    </message>
    <message>
      <source>Đồng ý {agree}/{of} {what} = {percent}</source>
      <translation>For: {agree}/{of} {what} = {percent}</translation>
    </message>
    <message>
      <source>Số hộ</source>
      <translation>Households</translation>
    </message>
    <message>
      <source>Phát ra</source>
      <translation>Issued</translation>
    </message>
    <message>
      <source>Thu về</source>
      <translation>Collected</translation>
    </message>
    <message>
      <source>Hợp lệ</source>
      <translation>Valid</translation>
    </message>
    <message>
      <source>Khác</source>
      <translation>Other</translation>
    </message>
    <message>
      <source>Thôn, nhóm hộ</source>
      <translation>Village or group</translation>
    </message>
    <message>
      <source>Thêm nhóm hộ</source>
      <translation>Add a group</translation>
    </message>
    <message>
      <source>Chưa có dòng nào: thêm một dòng cho cả thôn, hoặc mỗi nhóm hộ một dòng.</source>
      <translation>No line yet: add one for the whole village, or one for each group of households.</translation>
    </message>
    <message>
      <source>Tổng hợp ý kiến người dân</source>
      <translation>Summary of opinions</translation>
    </message>
    <message>
      <source>Phiếu lấy ý kiến theo hộ. Đồng ý, không đồng ý và ý kiến khác cộng lại bằng số hợp lệ.</source>
      <translation>Ballots by household. For, against and other add up to the valid ones.</translation>
    </message>
    <message>
      <source>Ngày tổng hợp</source>
      <translation>Day of summary</translation>
    </message>
    <message>
      <source>Người tổng hợp</source>
      <translation>Summed up by</translation>
    </message>
    <message>
      <source>Ý kiến khác, ghi bằng lời</source>
      <translation>Other opinions in words</translation>
    </message>
    <message>
      <source>Biên bản thẩm định của xã</source>
      <translation>Minutes of the commune's appraisal</translation>
    </message>
    <message>
      <source>Tổ thẩm định</source>
      <translation>Appraisal team</translation>
    </message>
    <message>
      <source>Kiểm tra thực địa từ</source>
      <translation>Field visit from</translation>
    </message>
    <message>
      <source>đến</source>
      <translation>to</translation>
    </message>
    <message>
      <source>Căn cứ tổ trưởng nêu</source>
      <translation>Grounds told by the head of the team</translation>
    </message>
    <message>
      <source>Yêu cầu bổ sung</source>
      <translation>To be added</translation>
    </message>
    <message>
      <source>phiếu hợp lệ</source>
      <translation>valid ballots</translation>
    </message>
    <message>
      <source>Số biên bản</source>
      <translation>Number of minutes</translation>
    </message>
    <message>
      <source>nếu có</source>
      <translation>if any</translation>
    </message>
    <message>
      <source>Họ và tên</source>
      <translation>Full name</translation>
    </message>
    <message>
      <source>Chức vụ, đơn vị</source>
      <translation>Office and body</translation>
    </message>
    <message>
      <source>Vai trò</source>
      <translation>Role</translation>
    </message>
    <message>
      <source>Thêm thành viên</source>
      <translation>Add member</translation>
    </message>
    <message>
      <source>Chưa có thành viên nào trong tổ thẩm định.</source>
      <translation>The appraisal team has no members yet.</translation>
    </message>
    <message>
      <source>Tổ trưởng</source>
      <translation>Leader</translation>
    </message>
    <message>
      <source>Tổ phó</source>
      <translation>Deputy</translation>
    </message>
    <message>
      <source>Thành viên</source>
      <translation>Members</translation>
    </message>
    <message>
      <source>Tờ trình đề nghị công nhận</source>
      <translation>Submission asking for recognition</translation>
    </message>
    <message>
      <source>Số tờ trình</source>
      <translation>Number</translation>
    </message>
    <message>
      <source>Kính gửi</source>
      <translation>Addressed to</translation>
    </message>
    <message>
      <source>cơ quan công nhận đã đặt</source>
      <translation>the recognising body as set</translation>
    </message>
    <message>
      <source>Quá trình thực hiện</source>
      <translation>How it was done</translation>
    </message>
    <message>
      <source>Đề nghị</source>
      <translation>Proposal</translation>
    </message>
    <message>
      <source>Hồ sơ kèm theo</source>
      <translation>Enclosed</translation>
    </message>
    <message>
      <source>Tài liệu khác</source>
      <translation>Other papers</translation>
    </message>
    <message>
      <source>mỗi tài liệu một dòng</source>
      <translation>one paper a line</translation>
    </message>
    <message>
      <source>Quyết định công nhận</source>
      <translation>Decision of recognition</translation>
    </message>
    <message>
      <source>Đủ số và ngày thì quyết định vào sổ công nhận.</source>
      <translation>With its number and day the decision goes into the register.</translation>
    </message>
    <message>
      <source>Số quyết định</source>
      <translation>Decision number</translation>
    </message>
    <message>
      <source>25/QĐ-UBND</source>
      <translation>25/QĐ-UBND</translation>
    </message>
    <message>
      <source>Ngày ký</source>
      <translation>Signed on</translation>
    </message>
    <message>
      <source>Cơ quan công nhận</source>
      <translation>Recognising body</translation>
    </message>
    <message>
      <source>theo cài đặt của xã</source>
      <translation>as the commune has set</translation>
    </message>
    <message>
      <source>Cấp</source>
      <translation>Level</translation>
    </message>
    <message>
      <source>theo cài đặt</source>
      <translation>as set</translation>
    </message>
    <message>
      <source>Có hiệu lực đến</source>
      <translation>Valid until</translation>
    </message>
    <message>
      <source>Ngày thẩm định lại</source>
      <translation>Re-check on</translation>
    </message>
    <message>
      <source>Khen thưởng, hỗ trợ</source>
      <translation>Reward or support</translation>
    </message>
    <message>
      <source>Nơi nhận</source>
      <translation>Recipients</translation>
    </message>
    <message>
      <source>bỏ trống: như thường lệ</source>
      <translation>left empty: as usual</translation>
    </message>
    <message>
      <source>Hồ sơ theo thôn</source>
      <translation>Dossiers by village</translation>
    </message>
    <message>
      <source>Mở hồ sơ</source>
      <translation>Open dossier</translation>
    </message>
    <message>
      <source>In bảng tổng hợp</source>
      <translation>Print the summary table</translation>
    </message>
    <message>
      <source>Chưa có thôn nào để lập hồ sơ</source>
      <translation>No village to make a dossier for yet</translation>
    </message>
    <message>
      <source>Hồ sơ công nhận lập theo từng thôn. Hãy nhập danh sách thôn trước.</source>
      <translation>Dossiers are made village by village. Import the list of villages first.</translation>
    </message>
    <message>
      <source>Hồ sơ theo số liệu {period}: {whole}/{all} hồ sơ đã đủ.</source>
      <translation>Dossiers by the figures of {period}: {whole}/{all} complete.</translation>
    </message>
    <message>
      <source>Xem {period}</source>
      <translation>See {period}</translation>
    </message>
    <message>
      <source>Tiêu chí đạt</source>
      <translation>Criteria met</translation>
    </message>
    <message>
      <source>✓ Hồ sơ đã đủ</source>
      <translation>✓ The dossier is complete</translation>
    </message>
    <message>
      <source>Đủ điều kiện, chưa lập hồ sơ</source>
      <translation>Meets its criteria, no dossier yet</translation>
    </message>
    <message>
      <source>; và {count} việc nữa</source>
      <translation>; and {count} more</translation>
    </message>
    <message>
      <source>Xem và in bước này</source>
      <translation>See and print this step</translation>
    </message>
    <message>
      <source>In cả hồ sơ</source>
      <translation>Print the whole dossier</translation>
    </message>
    <message>
      <source>Chuyển lên</source>
      <translation>Move up</translation>
    </message>
    <message>
      <source>Chuyển xuống</source>
      <translation>Move down</translation>
    </message>
    <message>
      <source>Bỏ dòng này</source>
      <translation>Take this line out</translation>
    </message>
    <message>
      <source>đã đủ</source>
      <translation>complete</translation>
    </message>
    <message>
      <source>còn thiếu</source>
      <translation>incomplete</translation>
    </message>
    <message>
      <source>chưa làm</source>
      <translation>not begun</translation>
    </message>
    <message>
      <source>Các bước</source>
      <translation>Steps</translation>
    </message>
    <message>
      <source>Bước {number}: {name}</source>
      <translation>Step {number}: {name}</translation>
    </message>
    <message>
      <source>Bản đăng ký của thôn</source>
      <translation>The village's registration</translation>
    </message>
    <message>
      <source>Báo cáo tự đánh giá và bảng tiêu chí</source>
      <translation>Self-assessment report and table of criteria</translation>
    </message>
    <message>
      <source>Biên bản thẩm định</source>
      <translation>Minutes of the appraisal</translation>
    </message>
    <message>
      <source>Minh chứng của từng tiêu chí</source>
      <translation>Proofs of each criterion</translation>
    </message>
    <message>
      <source>– Chưa đăng ký</source>
      <translation>– Not registered</translation>
    </message>
    <message>
      <source>+ Đã đăng ký</source>
      <translation>+ Registered</translation>
    </message>
    <message>
      <source>+ Đã tự đánh giá</source>
      <translation>+ Self-assessed</translation>
    </message>
    <message>
      <source>+ Đã họp thôn</source>
      <translation>+ Village has met</translation>
    </message>
    <message>
      <source>+ Đã thẩm định</source>
      <translation>+ Appraised</translation>
    </message>
    <message>
      <source>+ Đã trình</source>
      <translation>+ Submitted</translation>
    </message>
    <message>
      <source>✓ Đã công nhận</source>
      <translation>✓ Recognised</translation>
    </message>
    <message>
      <source>✓ Còn hiệu lực</source>
      <translation>✓ In force</translation>
    </message>
    <message>
      <source>! Sắp thẩm định lại</source>
      <translation>! Re-check soon</translation>
    </message>
    <message>
      <source>✗ Nguy cơ thu hồi</source>
      <translation>✗ May be revoked</translation>
    </message>
    <message>
      <source>– Đã thu hồi</source>
      <translation>– Revoked</translation>
    </message>
    <message>
      <source>– Hết hạn</source>
      <translation>– Expired</translation>
    </message>
    <message>
      <source>+ Chưa có hiệu lực</source>
      <translation>+ Not yet in force</translation>
    </message>
    <message>
      <source>Công nhận còn hiệu lực.</source>
      <translation>The recognition is in force.</translation>
    </message>
    <message>
      <source>Sắp đến hạn thẩm định lại.</source>
      <translation>A re-check is due soon.</translation>
    </message>
    <message>
      <source>Nguy cơ thu hồi: thôn không còn đạt bộ tiêu chí trong kỳ này.</source>
      <translation>May be revoked: the village no longer meets the set in this period.</translation>
    </message>
    <message>
      <source>Công nhận đã bị thu hồi.</source>
      <translation>The recognition was revoked.</translation>
    </message>
    <message>
      <source>Công nhận đã hết hạn.</source>
      <translation>The recognition has expired.</translation>
    </message>
    <message>
      <source>Quyết định chưa đến ngày có hiệu lực.</source>
      <translation>The decision is not yet in force.</translation>
    </message>
    <message>
      <source>{met}/{of} tiêu chí</source>
      <translation>{met}/{of} criteria</translation>
    </message>
    <message>
      <source>Thả danh sách vào đây, một hay nhiều tệp</source>
      <translation>Drop lists here, one file or many</translation>
    </message>
    <message>
      <source>Nhận .xlsx, .xls, .xlsb, .ods, .csv; tệp gốc nơi gửi, không cần sửa trước.</source>
      <translation>Takes .xlsx, .xls, .xlsb, .ods, .csv: the sender's own file, as it came.</translation>
    </message>
    <message>
      <source>Chọn tệp…</source>
      <translation>Choose file…</translation>
    </message>
    <message>
      <source>Chọn tệp trên máy (Ctrl+O)</source>
      <translation>Choose a file on this machine (Ctrl+O)</translation>
    </message>
    <message>
      <source>Biểu mẫu của loại danh sách</source>
      <translation>Form for this kind of list</translation>
    </message>
    <message>
      <source>Tải biểu mẫu…</source>
      <translation>Save the form…</translation>
    </message>
    <message>
      <source>Chưa có danh sách?</source>
      <translation>No list yet?</translation>
    </message>
    <message>
      <source>Gửi biểu mẫu trống cho ngân hàng hoặc thôn: có sẵn tên thôn, cách ghi.</source>
      <translation>Send banks or villages an empty form: village names and hints are in it.</translation>
    </message>
    <message>
      <source>✓ Đã lưu</source>
      <translation>✓ Saved</translation>
    </message>
    <message>
      <source>✓ Đã lưu {count} ô</source>
      <translation>✓ {count} cells saved</translation>
    </message>
    <message>
      <source>! {count} ô chờ ghi chú</source>
      <translation>! {count} cells wait for a note</translation>
    </message>
    <message>
      <source>✗ {count} ô chưa lưu được</source>
      <translation>✗ {count} cells could not be saved</translation>
    </message>
    <message>
      <source>{count} ô đã được sửa sau đó, giữ nguyên.</source>
      <translation>{count} cells were changed since and stay as they are.</translation>
    </message>
    <message>
      <source>Đã chép lời nhắc, dán vào nhóm Zalo bằng Ctrl+V.</source>
      <translation>Reminder copied; paste it into the Zalo group with Ctrl+V.</translation>
    </message>
    <message>
      <source>Biểu số liệu {period}</source>
      <translation>Figure form {period}</translation>
    </message>
    <message>
      <source>Xuất biểu cho thôn</source>
      <translation>Form for the villages</translation>
    </message>
    <message>
      <source>Phát sinh sau chốt – {counts}</source>
      <translation>Arrived after the lock – {counts}</translation>
    </message>
    <message>
      <source>Không tính vào kỳ đã khóa, được tính vào kỳ sau</source>
      <translation>Not counted in the locked period; counted in the next one</translation>
    </message>
    <message>
      <source>Đang lưu…</source>
      <translation>Saving…</translation>
    </message>
    <message>
      <source>✗ Chưa lưu được</source>
      <translation>✗ Not saved</translation>
    </message>
    <message>
      <source>Bảng số liệu</source>
      <translation>Sheet of figures</translation>
    </message>
    <message>
      <source>Lịch báo cáo</source>
      <translation>Report calendar</translation>
    </message>
    <message>
      <source>Chưa có thôn nào</source>
      <translation>No villages yet</translation>
    </message>
    <message>
      <source>Nhập danh sách thôn trước, rồi gõ hoặc dán số liệu từng thôn vào đây.</source>
      <translation>Import the list of villages first, then type or paste the figures of each village here.</translation>
    </message>
    <message>
      <source>Chép lời nhắc</source>
      <translation>Copy reminder</translation>
    </message>
    <message>
      <source>Chép lời nhắc các thôn, dán thẳng vào nhóm Zalo</source>
      <translation>Copies a reminder for the villages, ready to paste into the Zalo group</translation>
    </message>
    <message>
      <source>Biểu Excel của kỳ này để thôn điền</source>
      <translation>An Excel form of this period for the villages to fill in</translation>
    </message>
    <message>
      <source>Nhận biểu về</source>
      <translation>Take forms back</translation>
    </message>
    <message>
      <source>Đọc biểu thôn gửi lại</source>
      <translation>Reads the forms the villages sent back</translation>
    </message>
    <message>
      <source>✓ Đủ số liệu các thôn</source>
      <translation>✓ Figures of all villages are in</translation>
    </message>
    <message>
      <source>! Thiếu {count}/{all} thôn</source>
      <translation>! {count} of {all} villages missing</translation>
    </message>
    <message>
      <source>hạn {day}, {left}</source>
      <translation>due {day}, {left}</translation>
    </message>
    <message>
      <source>Bỏ số vừa gõ</source>
      <translation>Drop what was typed</translation>
    </message>
    <message>
      <source>Ghi chú, lý do sửa…</source>
      <translation>Note, reason of change…</translation>
    </message>
    <message>
      <source>Ghi chú của ô</source>
      <translation>Note of the cell</translation>
    </message>
    <message>
      <source>Ghi</source>
      <translation>Keep</translation>
    </message>
    <message>
      <source>Lưu ghi chú (Enter)</source>
      <translation>Saves the note (Enter)</translation>
    </message>
    <message>
      <source>Xem các dòng đứng sau</source>
      <translation>See the rows behind</translation>
    </message>
    <message>
      <source>Chưa ai nhập tay ô này.</source>
      <translation>Nobody has typed into this cell yet.</translation>
    </message>
    <message>
      <source>12 kỳ gần nhất</source>
      <translation>Last 12 periods</translation>
    </message>
    <message>
      <source>Ai đã sửa</source>
      <translation>Who changed it</translation>
    </message>
    <message>
      <source>chưa nhập</source>
      <translation>not typed</translation>
    </message>
    <message>
      <source>không áp dụng</source>
      <translation>not applicable</translation>
    </message>
    <message>
      <source>Nhập tay</source>
      <translation>Typed</translation>
    </message>
    <message>
      <source>Cộng các thôn</source>
      <translation>Sum of villages</translation>
    </message>
    <message>
      <source>Đếm từ sổ</source>
      <translation>Counted from registers</translation>
    </message>
    <message>
      <source>Chênh lệch</source>
      <translation>Difference</translation>
    </message>
    <message>
      <source>{inside} trong kỳ, {all} lũy kế</source>
      <translation>{inside} in the period, {all} in all</translation>
    </message>
    <message>
      <source>Trong sổ</source>
      <translation>Register</translation>
    </message>
    <message>
      <source>Mẫu số</source>
      <translation>Denominator</translation>
    </message>
    <message>
      <source>Tỷ lệ</source>
      <translation>Share</translation>
    </message>
    <message>
      <source>Mục tiêu</source>
      <translation>Target</translation>
    </message>
    <message>
      <source>Kỳ trước</source>
      <translation>Period before</translation>
    </message>
    <message>
      <source>Danh sách chỉ tiêu</source>
      <translation>List of indicators</translation>
    </message>
    <message>
      <source>Tìm chỉ tiêu…</source>
      <translation>Find an indicator…</translation>
    </message>
    <message>
      <source>Thêm chỉ tiêu</source>
      <translation>Add an indicator</translation>
    </message>
    <message>
      <source>Mục tiêu năm {year} (%), bấm đúp để sửa</source>
      <translation>Targets of {year} (%), double click to change</translation>
    </message>
    <message>
      <source>Đã lưu chỉ tiêu {name}</source>
      <translation>Indicator {name} saved</translation>
    </message>
    <message>
      <source>Đã lưu</source>
      <translation>Saved</translation>
    </message>
    <message>
      <source>Sửa định nghĩa</source>
      <translation>Change the definition</translation>
    </message>
    <message>
      <source>Nguồn số</source>
      <translation>Figures from</translation>
    </message>
    <message>
      <source>Đối chiếu</source>
      <translation>Checked</translation>
    </message>
    <message>
      <source>Toàn xã</source>
      <translation>Whole commune</translation>
    </message>
    <message>
      <source>✓ Đã đối chiếu</source>
      <translation>✓ Checked</translation>
    </message>
    <message>
      <source>! Chưa đối chiếu</source>
      <translation>! Not checked</translation>
    </message>
    <message>
      <source>+ Của xã</source>
      <translation>+ The commune's own</translation>
    </message>
    <message>
      <source>Tử số</source>
      <translation>Numerator</translation>
    </message>
    <message>
      <source>Cơ sở</source>
      <translation>Base</translation>
    </message>
    <message>
      <source>Đơn vị</source>
      <translation>Unit</translation>
    </message>
    <message>
      <source>Số lẻ</source>
      <translation>Decimals</translation>
    </message>
    <message>
      <source>Căn cứ</source>
      <translation>Basis</translation>
    </message>
    <message>
      <source>chưa ghi</source>
      <translation>not given</translation>
    </message>
    <message>
      <source>Nguồn</source>
      <translation>Source</translation>
    </message>
    <message>
      <source>Dùng từ</source>
      <translation>In use from</translation>
    </message>
    <message>
      <source>từ đầu</source>
      <translation>from the start</translation>
    </message>
    <message>
      <source>Đã đối chiếu với văn bản</source>
      <translation>Checked against the document</translation>
    </message>
    <message>
      <source>Lưu định nghĩa</source>
      <translation>Save the definition</translation>
    </message>
    <message>
      <source>Thêm chỉ tiêu của xã</source>
      <translation>Add an indicator of the commune</translation>
    </message>
    <message>
      <source>Sửa: {name}</source>
      <translation>Change: {name}</translation>
    </message>
    <message>
      <source>Kỳ đã khóa sổ giữ định nghĩa cũ; định nghĩa này dùng từ ngày bắt đầu.</source>
      <translation>Locked periods keep the old definition; this one is used from its first day on.</translation>
    </message>
    <message>
      <source>Tên chỉ tiêu</source>
      <translation>Name of the indicator</translation>
    </message>
    <message>
      <source>Đơn vị tính</source>
      <translation>Unit counted</translation>
    </message>
    <message>
      <source>Tử số là</source>
      <translation>The numerator is</translation>
    </message>
    <message>
      <source>Mẫu số là</source>
      <translation>The denominator is</translation>
    </message>
    <message>
      <source>Cơ sở của mẫu số (chọn, hoặc gõ tên mới)</source>
      <translation>Base of the denominator (choose, or type a new name)</translation>
    </message>
    <message>
      <source>Căn cứ pháp lý</source>
      <translation>Legal basis</translation>
    </message>
    <message>
      <source>Nguồn số liệu</source>
      <translation>Source of the figures</translation>
    </message>
    <message>
      <source>Dùng từ ngày</source>
      <translation>In use from</translation>
    </message>
    <message>
      <source>Nhập danh sách</source>
      <translation>Import a list</translation>
    </message>
    <message>
      <source>Đã nhập</source>
      <translation>Imported</translation>
    </message>
    <message>
      <source>Trang tính</source>
      <translation>Sheet</translation>
    </message>
    <message>
      <source>Dòng tên cột</source>
      <translation>Heading row</translation>
    </message>
    <message>
      <source>tên cột ở dòng</source>
      <translation>headings in row</translation>
    </message>
    <message>
      <source>Đọc lại</source>
      <translation>Read again</translation>
    </message>
    <message>
      <source>Bỏ tệp này</source>
      <translation>Drop this file</translation>
    </message>
    <message>
      <source>Mật khẩu của tệp</source>
      <translation>Password of the file</translation>
    </message>
    <message>
      <source>Mở tệp</source>
      <translation>Open file</translation>
    </message>
    <message>
      <source>Tên nơi gửi (bỏ trống: không nhớ)</source>
      <translation>Sender's name (empty: not remembered)</translation>
    </message>
    <message>
      <source>Nhớ cách đọc này cho</source>
      <translation>Remember this reading for</translation>
    </message>
    <message>
      <source>Kiểm tra các dòng</source>
      <translation>Check the rows</translation>
    </message>
    <message>
      <source>Tên cột trong tệp</source>
      <translation>Heading in the file</translation>
    </message>
    <message>
      <source>Ba giá trị đầu</source>
      <translation>First three values</translation>
    </message>
    <message>
      <source>Là</source>
      <translation>Is</translation>
    </message>
    <message>
      <source>(không có giá trị)</source>
      <translation>(no values)</translation>
    </message>
    <message>
      <source>Cột {letters}, {heading}, là</source>
      <translation>Column {letters}, {heading}, is</translation>
    </message>
    <message>
      <source>– Không dùng</source>
      <translation>– Not used</translation>
    </message>
    <message>
      <source>✎ Bạn chọn</source>
      <translation>✎ Your choice</translation>
    </message>
    <message>
      <source>✓ Nhận ra</source>
      <translation>✓ Recognised</translation>
    </message>
    <message>
      <source>– Bỏ qua</source>
      <translation>– Left out</translation>
    </message>
    <message>
      <source>Tệp còn danh sách ở trang: {names}.</source>
      <translation>The file also has lists on: {names}.</translation>
    </message>
    <message>
      <source>Trang bị ẩn: {names}.</source>
      <translation>Hidden sheets: {names}.</translation>
    </message>
    <message>
      <source>Ngân hàng lấy theo tiêu đề hoặc tên tệp: {bank}.</source>
      <translation>Bank taken from the titles or the file's name: {bank}.</translation>
    </message>
    <message>
      <source>Hoàn tác lần nhập này…</source>
      <translation>Undo this import…</translation>
    </message>
    <message>
      <source>Xem các dòng chờ</source>
      <translation>See the rows that wait</translation>
    </message>
    <message>
      <source>Xem số liệu hôm nay</source>
      <translation>See today's figures</translation>
    </message>
    <message>
      <source>Hoàn tác</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>Giữ lại</source>
      <translation>Stays</translation>
    </message>
    <message>
      <source>{file}: không có gì mới để lưu</source>
      <translation>{file}: nothing new to save</translation>
    </message>
    <message>
      <source>Đã lưu {file}</source>
      <translation>{file} saved</translation>
    </message>
    <message>
      <source>Nhập tệp tiếp theo (còn {count})</source>
      <translation>Next file ({count} left)</translation>
    </message>
    <message>
      <source>Nhập danh sách khác</source>
      <translation>Import another list</translation>
    </message>
    <message>
      <source>Đã hoàn tác lần nhập này</source>
      <translation>This import was undone</translation>
    </message>
    <message>
      <source>! {doubtful} dòng nghi trùng và {wrong} dòng sai chưa được tính; dòng sai được kể ở thẻ “Đã nhập”.</source>
      <translation>! {doubtful} doubtful and {wrong} wrong rows are not counted; wrong rows are listed in the tab “Imported”.</translation>
    </message>
    <message>
      <source>Mọi dòng của lần nhập này sẽ được lấy lại; dòng đã sửa tay sau đó được giữ.</source>
      <translation>Every row of this import will be taken back; rows edited since are kept.</translation>
    </message>
    <message>
      <source>Thêm vào sổ</source>
      <translation>Added to registers</translation>
    </message>
    <message>
      <source>Tài khoản, mã QR, số liệu</source>
      <translation>Accounts, QR codes, figures</translation>
    </message>
    <message>
      <source>Giá trị cập nhật</source>
      <translation>Values updated</translation>
    </message>
    <message>
      <source>Đã có từ trước</source>
      <translation>Known before</translation>
    </message>
    <message>
      <source>Nghi trùng, chưa tính</source>
      <translation>Doubtful, not counted</translation>
    </message>
    <message>
      <source>Dòng sai</source>
      <translation>Wrong rows</translation>
    </message>
    <message>
      <source>Z  Quay lại</source>
      <translation>Z  Back</translation>
    </message>
    <message>
      <source>Phím Z: lấy lại quyết định vừa rồi</source>
      <translation>Key Z: takes the last decision back</translation>
    </message>
    <message>
      <source>↑ Dòng trước</source>
      <translation>↑ Row before</translation>
    </message>
    <message>
      <source>↓ Dòng sau</source>
      <translation>↓ Row after</translation>
    </message>
    <message>
      <source>Dòng nghi trùng {at}/{all}</source>
      <translation>Doubtful row {at}/{all}</translation>
    </message>
    <message>
      <source>Còn {count}</source>
      <translation>{count} left</translation>
    </message>
    <message>
      <source>✓ Đã xem hết</source>
      <translation>✓ All seen</translation>
    </message>
    <message>
      <source>? Chưa quyết định</source>
      <translation>? Not decided</translation>
    </message>
    <message>
      <source>+ Người khác</source>
      <translation>+ Somebody else</translation>
    </message>
    <message>
      <source>– Để lại</source>
      <translation>– Later</translation>
    </message>
    <message>
      <source>= Là một người</source>
      <translation>= The same person</translation>
    </message>
    <message>
      <source>Số định danh hoặc CMND</source>
      <translation>Personal or old ID number</translation>
    </message>
    <message>
      <source>cột số liệu của một chỉ tiêu</source>
      <translation>a column with an indicator's figures</translation>
    </message>
    <message>
      <source>Còn thiếu: {fields}. Chỉ ra cột tương ứng (hoặc chọn ở trên) để đọc tiếp.</source>
      <translation>Missing: {fields}. Point out its column (or choose above) to go on.</translation>
    </message>
    <message>
      <source>Tìm tệp, ngày, người nhập…</source>
      <translation>Search file, day, who imported…</translation>
    </message>
    <message>
      <source>Đến các dòng nghi trùng và dòng sai của mọi lần nhập</source>
      <translation>To the doubtful and wrong rows of all imports</translation>
    </message>
    <message>
      <source>Các lần nhập</source>
      <translation>Imports</translation>
    </message>
    <message>
      <source>Chưa nhập danh sách nào</source>
      <translation>No list was imported yet</translation>
    </message>
    <message>
      <source>Mỗi lần nhập được ghi lại ở đây với tệp, giờ và người nhập.</source>
      <translation>Every import is kept here with its file, time and clerk.</translation>
    </message>
    <message>
      <source>{count} dòng chờ: ? {waiting} nghi trùng, ✗ {wrong} sai</source>
      <translation>{count} rows wait: ? {waiting} doubtful, ✗ {wrong} wrong</translation>
    </message>
    <message>
      <source>Lưu tệp gốc</source>
      <translation>Save the original file</translation>
    </message>
    <message>
      <source>{file} - đánh dấu</source>
      <translation>{file} - marked</translation>
    </message>
    <message>
      <source>Đã lưu {path}: {count} ô được đánh dấu</source>
      <translation>Saved {path}: {count} cells marked</translation>
    </message>
    <message>
      <source>Lưu bản đánh dấu lỗi</source>
      <translation>Save the marked copy</translation>
    </message>
    <message>
      <source>{file} - các dòng</source>
      <translation>{file} - rows</translation>
    </message>
    <message>
      <source>Xuất các dòng đã nhập</source>
      <translation>Export the imported rows</translation>
    </message>
    <message>
      <source>Lần</source>
      <translation>No.</translation>
    </message>
    <message>
      <source>Lúc</source>
      <translation>At</translation>
    </message>
    <message>
      <source>Tệp</source>
      <translation>File</translation>
    </message>
    <message>
      <source>Loại danh sách</source>
      <translation>Kind of list</translation>
    </message>
    <message>
      <source>Mới</source>
      <translation>New</translation>
    </message>
    <message>
      <source>Đã có</source>
      <translation>Known</translation>
    </message>
    <message>
      <source>Chờ</source>
      <translation>Wait</translation>
    </message>
    <message>
      <source>Sai</source>
      <translation>Wrong</translation>
    </message>
    <message>
      <source>Người nhập</source>
      <translation>Clerk</translation>
    </message>
    <message>
      <source>Lần {id}: {file}</source>
      <translation>Import {id}: {file}</translation>
    </message>
    <message>
      <source>– Tệp không ghi tổng số; đọc được {read} dòng</source>
      <translation>– The file states no total; {read} rows read</translation>
    </message>
    <message>
      <source>✓ Khớp tổng số ghi trong tệp: {read} dòng</source>
      <translation>✓ Agrees with the total in the file: {read} rows</translation>
    </message>
    <message>
      <source>≠ Tệp ghi tổng số {declared}, đọc được {read} dòng</source>
      <translation>≠ The file states {declared}, {read} rows read</translation>
    </message>
    <message>
      <source>Dòng {row}</source>
      <translation>Row {row}</translation>
    </message>
    <message>
      <source>và {names}</source>
      <translation>and {names}</translation>
    </message>
    <message>
      <source>Xem từng dòng</source>
      <translation>See every row</translation>
    </message>
    <message>
      <source>Mỗi dòng của tệp đã về đâu trong sổ (Enter)</source>
      <translation>Where every row of the file ended in the register (Enter)</translation>
    </message>
    <message>
      <source>Lưu tệp gốc…</source>
      <translation>Save original file…</translation>
    </message>
    <message>
      <source>Tệp đúng như khi nơi gửi đưa đến</source>
      <translation>The file exactly as it was sent</translation>
    </message>
    <message>
      <source>Bản đánh dấu lỗi…</source>
      <translation>Marked copy…</translation>
    </message>
    <message>
      <source>Bản sao tệp gốc, ô sai tô đỏ, ô nghi trùng tô vàng, kèm lý do, để gửi trả</source>
      <translation>A copy of the file with wrong cells red, doubtful ones yellow, and the reasons, to send back</translation>
    </message>
    <message>
      <source>Xuất các dòng…</source>
      <translation>Export rows…</translation>
    </message>
    <message>
      <source>Danh sách các dòng và kết luận, dạng Excel</source>
      <translation>The rows and their verdicts as an Excel list</translation>
    </message>
    <message>
      <source>Hoàn tác…</source>
      <translation>Undo…</translation>
    </message>
    <message>
      <source>Xem trước những gì sẽ gỡ và những gì sẽ giữ lại</source>
      <translation>See first what would go and what would stay</translation>
    </message>
    <message>
      <source>Cột đã nhận ra</source>
      <translation>Columns recognised</translation>
    </message>
    <message>
      <source>Dòng bỏ qua và lý do</source>
      <translation>Rows passed over and why</translation>
    </message>
    <message>
      <source>trang tính “{sheet}”</source>
      <translation>sheet “{sheet}”</translation>
    </message>
    <message>
      <source>số đạt</source>
      <translation>count</translation>
    </message>
    <message>
      <source>tổng số</source>
      <translation>total</translation>
    </message>
    <message>
      <source>Đã sửa trong sổ</source>
      <translation>Changed in the register</translation>
    </message>
    <message>
      <source>Đọc được trong tệp</source>
      <translation>Read in the file</translation>
    </message>
    <message>
      <source>Đang chờ quyết định, chưa tính</source>
      <translation>Waits for a decision, not counted</translation>
    </message>
    <message>
      <source>Không vào sổ vì sai: sửa trong tệp rồi nhập lại, hoặc gửi trả bản đánh dấu lỗi</source>
      <translation>Not in the register because it is wrong: mend the file and import it again, or send back the marked copy</translation>
    </message>
    <message>
      <source>Không có gì để ghi vào sổ</source>
      <translation>Nothing to enter in the register</translation>
    </message>
    <message>
      <source>Đã gỡ khỏi sổ</source>
      <translation>Taken out of the register</translation>
    </message>
    <message>
      <source>Đã vào sổ: {label}</source>
      <translation>Entered in the register: {label}</translation>
    </message>
    <message>
      <source>Đã có trong sổ: {label}</source>
      <translation>Already in the register: {label}</translation>
    </message>
    <message>
      <source>‹ Các lần nhập</source>
      <translation>‹ Imports</translation>
    </message>
    <message>
      <source>Tìm trong các dòng…</source>
      <translation>Search the rows…</translation>
    </message>
    <message>
      <source>Các dòng đã nhập</source>
      <translation>Imported rows</translation>
    </message>
    <message>
      <source>Không còn dòng nào chờ</source>
      <translation>No row waits any more</translation>
    </message>
    <message>
      <source>Mọi dòng nghi trùng đã có quyết định, không dòng nào sai.</source>
      <translation>Every doubtful row has been decided on, and none is wrong.</translation>
    </message>
    <message>
      <source>Dòng chờ quyết định hoặc sai, của mọi lần nhập</source>
      <translation>Rows of all imports that wait for a decision or are wrong</translation>
    </message>
    <message>
      <source>Đang tải các dòng…</source>
      <translation>Loading the rows…</translation>
    </message>
    <message>
      <source>Còn {count} dòng chờ quyết định</source>
      <translation>{count} rows still wait for a decision</translation>
    </message>
    <message>
      <source>Đã đến dòng cuối.</source>
      <translation>This was the last row.</translation>
    </message>
    <message>
      <source>Đang tìm người giống trong sổ…</source>
      <translation>Looking for people alike in the register…</translation>
    </message>
    <message>
      <source>Trong sổ không còn ai giống dòng này: thêm mới, hoặc để lại.</source>
      <translation>Nobody in the register is like this row any more: add it, or leave it.</translation>
    </message>
    <message>
      <source>· Bỏ qua</source>
      <translation>· Skipped</translation>
    </message>
    <message>
      <source>Những mục giữ lại</source>
      <translation>What stays</translation>
    </message>
    <message>
      <source>Hoàn tác lần nhập này</source>
      <translation>Undo this import</translation>
    </message>
    <message>
      <source>Thôi, để nguyên</source>
      <translation>No, leave it</translation>
    </message>
    <message>
      <source>Hoàn tác lần {id}: {file}</source>
      <translation>Undo import {id}: {file}</translation>
    </message>
    <message>
      <source>Đang xem những gì sẽ gỡ và những gì sẽ giữ lại…</source>
      <translation>Looking at what would go and what would stay…</translation>
    </message>
    <message>
      <source>Đang xem trước, chưa thay đổi gì</source>
      <translation>Looking ahead, nothing is changed yet</translation>
    </message>
    <message>
      <source>Đang hoàn tác</source>
      <translation>Undoing</translation>
    </message>
    <message>
      <source>Những gì tệp này đã đưa vào sổ sẽ được gỡ ra. Những mục đã được sửa tay hoặc có trong danh sách khác sẽ giữ lại. Tệp gốc và các dòng của nó vẫn được lưu.</source>
      <translation>What this file brought into the registers will be taken out. What has been edited by hand or stands in another list stays. The original file and its rows are kept.</translation>
    </message>
    <message>
      <source>Nhật ký đã ghi việc này. Nhập lại tệp gốc bất cứ lúc nào.</source>
      <translation>The journal has noted it. The original file can be imported again at any time.</translation>
    </message>
    <message>
      <source>Về các lần nhập</source>
      <translation>Back to the imports</translation>
    </message>
    <message>
      <source>Sẽ gỡ khỏi sổ</source>
      <translation>Will be taken out</translation>
    </message>
    <message>
      <source>Tài khoản, mã QR gỡ theo</source>
      <translation>Accounts, QR codes that go too</translation>
    </message>
    <message>
      <source>Giá trị trả lại như cũ</source>
      <translation>Values put back as they were</translation>
    </message>
    <message>
      <source>Đã giữ lại {count} mục:</source>
      <translation>{count} stayed:</translation>
    </message>
    <message>
      <source>Sẽ giữ lại {count} mục:</source>
      <translation>{count} will stay:</translation>
    </message>
    <message>
      <source>Vì</source>
      <translation>Because</translation>
    </message>
    <message>
      <source>{name} - cần sửa.xlsx</source>
      <translation>{name} - to be corrected.xlsx</translation>
    </message>
    <message>
      <source>Gửi trả tệp đã đánh dấu</source>
      <translation>Send back a marked copy</translation>
    </message>
    <message>
      <source>Đã đánh dấu {count} ô: {path}</source>
      <translation>{count} cells marked: {path}</translation>
    </message>
    <message>
      <source>Biểu mẫu - {kind}.xlsx</source>
      <translation>Form - {kind}.xlsx</translation>
    </message>
    <message>
      <source>Tải biểu mẫu</source>
      <translation>Save the form</translation>
    </message>
    <message>
      <source>Tệp Excel (*.xlsx)</source>
      <translation>Excel file (*.xlsx)</translation>
    </message>
    <message>
      <source>{field}: {before} → {after}</source>
      <translation>{field}: {before} → {after}</translation>
    </message>
    <message>
      <source>Dòng</source>
      <translation>Row</translation>
    </message>
    <message>
      <source>Tệp này đã nhập ngày {when}.</source>
      <translation>This file was imported on {when}.</translation>
    </message>
    <message>
      <source>Tệp không ghi ngân hàng nào: bấm “Xem lại cột” để chọn ngân hàng.</source>
      <translation>The file names no bank: press “Columns again” to choose one.</translation>
    </message>
    <message>
      <source>Không có gì mới so với sổ: lưu cũng không thay đổi gì.</source>
      <translation>Nothing is new to the registers: saving would change nothing.</translation>
    </message>
    <message>
      <source>Chênh lệch với tổng số nơi gửi báo: dòng tổng cộng ghi {declared}, đọc được {read} dòng. Cần soát lại.</source>
      <translation>Differs from the sender's total: the total row says {declared}, {read} rows were read. Please check.</translation>
    </message>
    <message>
      <source>Tệp có trang tính ẩn: {names}.</source>
      <translation>The file has hidden sheets: {names}.</translation>
    </message>
    <message>
      <source>Tệp mang đuôi .xls nhưng là trang web; vẫn đọc được.</source>
      <translation>The file ends in .xls but is a web page; it could be read.</translation>
    </message>
    <message>
      <source>của {bank}</source>
      <translation>of {bank}</translation>
    </message>
    <message>
      <source>tên cột ở dòng {rows}</source>
      <translation>column names in row {rows}</translation>
    </message>
    <message>
      <source>✓ khớp tổng số nơi gửi báo: {total}</source>
      <translation>✓ agrees with the sender's total: {total}</translation>
    </message>
    <message>
      <source>Chọn danh sách</source>
      <translation>Choose a list</translation>
    </message>
    <message>
      <source>Danh sách (*.xlsx *.xls *.xlsb *.xlsm *.ods *.csv *.html *.htm)</source>
      <translation>Lists (*.xlsx *.xls *.xlsb *.xlsm *.ods *.csv *.html *.htm)</translation>
    </message>
    <message>
      <source>Các bước nhập danh sách</source>
      <translation>Steps of importing a list</translation>
    </message>
    <message>
      <source>Các ô sai</source>
      <translation>Wrong cells</translation>
    </message>
    <message>
      <source>Đọc và đối chiếu lại với các ô đã sửa (Ctrl+R)</source>
      <translation>Read and compare again with the cells as mended (Ctrl+R)</translation>
    </message>
    <message>
      <source>Sửa mọi dòng cùng lỗi ({count})</source>
      <translation>Mend all rows with this mistake ({count})</translation>
    </message>
    <message>
      <source>Đối chiếu lại {count} ô</source>
      <translation>Compare {count} cells again</translation>
    </message>
    <message>
      <source>Đã sửa {count} ô, tệp gốc giữ nguyên. Sửa tiếp hoặc đối chiếu lại.</source>
      <translation>{count} cells mended, the file itself stays as it is. Go on, or compare again.</translation>
    </message>
    <message>
      <source>Chọn dòng, bấm F2 (hoặc nhấp đúp ô giá trị), gõ giá trị đúng rồi Enter.</source>
      <translation>Choose a row, press F2 (or double-click the value), type the right value, then Enter.</translation>
    </message>
    <message>
      <source>Các tên sau không có trong sổ. Chọn tên đúng để sửa cho mọi dòng cùng tên.</source>
      <translation>These names are not in the registers. Choose the right one for all rows of a name.</translation>
    </message>
    <message>
      <source>Tên đúng của “{name}”</source>
      <translation>Right name for “{name}”</translation>
    </message>
    <message>
      <source>Chọn thôn đúng…</source>
      <translation>Choose the village…</translation>
    </message>
    <message>
      <source>Chọn ngân hàng đúng…</source>
      <translation>Choose the bank…</translation>
    </message>
    <message>
      <source>Sửa {count} dòng</source>
      <translation>Mend {count} rows</translation>
    </message>
    <message>
      <source>Thôn “{name}”</source>
      <translation>Village “{name}”</translation>
    </message>
    <message>
      <source>Ngân hàng “{name}”</source>
      <translation>Bank “{name}”</translation>
    </message>
    <message>
      <source>{count} dòng, từ dòng {row}</source>
      <translation>{count} rows, from row {row}</translation>
    </message>
    <message>
      <source>đã gỡ khỏi sổ</source>
      <translation>taken out of the register</translation>
    </message>
    <message>
      <source>… Đang ghi</source>
      <translation>… Being saved</translation>
    </message>
    <message>
      <source>Trong tệp</source>
      <translation>File</translation>
    </message>
    <message>
      <source>Thay đổi, lý do</source>
      <translation>Changes, reason</translation>
    </message>
    <message>
      <source>Về đâu trong sổ</source>
      <translation>Ended in the register as</translation>
    </message>
    <message>
      <source>Tìm trong danh sách…</source>
      <translation>Search this list…</translation>
    </message>
    <message>
      <source>Các dòng của danh sách</source>
      <translation>Rows of the list</translation>
    </message>
    <message>
      <source>Gửi trả tệp đã đánh dấu…</source>
      <translation>Send back a marked copy…</translation>
    </message>
    <message>
      <source>Bản sao của tệp gốc: ô sai tô đỏ, dòng nghi trùng tô vàng</source>
      <translation>A copy of the sender's file: wrong cells red, doubtful rows yellow</translation>
    </message>
    <message>
      <source>Xem lại cột</source>
      <translation>Columns again</translation>
    </message>
    <message>
      <source>Bỏ, không lưu</source>
      <translation>Leave, don't save</translation>
    </message>
    <message>
      <source>✓ Nơi gửi đã biết: {name}</source>
      <translation>✓ Known sender: {name}</translation>
    </message>
    <message>
      <source>Lưu {count} dòng vào sổ</source>
      <translation>Save {count} rows</translation>
    </message>
    <message>
      <source>Bấm “Đối chiếu lại” để tính các ô vừa sửa trước khi lưu.</source>
      <translation>Press “Compare again” to count the cells just mended before saving.</translation>
    </message>
    <message>
      <source>✓ Mọi dòng đều rõ.</source>
      <translation>✓ Every row is clear.</translation>
    </message>
    <message>
      <source>Chưa tính: {waiting} dòng nghi trùng, {rejected} dòng sai.</source>
      <translation>Not counted: {waiting} doubtful rows, {rejected} wrong rows.</translation>
    </message>
    <message>
      <source>Lưu danh sách vào sổ (Ctrl+S)</source>
      <translation>Save the list to the registers (Ctrl+S)</translation>
    </message>
    <message>
      <source>{count} dòng ghi tên thôn hoặc ngân hàng chưa có trong sổ: bấm “Tên lạ” để sửa.</source>
      <translation>{count} rows name villages or banks that are not in the registers: press “Unknown names” to put them right.</translation>
    </message>
    <message>
      <source>⚑ Tên lạ</source>
      <translation>⚑ Unknown names</translation>
    </message>
    <message>
      <source>… Chờ đọc</source>
      <translation>… Waiting</translation>
    </message>
    <message>
      <source>⟳ Đang đọc</source>
      <translation>⟳ Reading</translation>
    </message>
    <message>
      <source>! Cần bạn xem</source>
      <translation>! Needs you</translation>
    </message>
    <message>
      <source>→ Sẵn sàng lưu</source>
      <translation>→ Ready to save</translation>
    </message>
    <message>
      <source>⟳ Đang lưu</source>
      <translation>⟳ Saving</translation>
    </message>
    <message>
      <source>✗ Không đọc được</source>
      <translation>✗ Not readable</translation>
    </message>
    <message>
      <source>Các tệp đang chờ nhập</source>
      <translation>Files to be imported</translation>
    </message>
    <message>
      <source>Bỏ các tệp đã xong</source>
      <translation>Clear finished files</translation>
    </message>
    <message>
      <source>Đã lưu {done}/{all} tệp</source>
      <translation>{done} of {all} files saved</translation>
    </message>
    <message>
      <source>Đang đọc {file}</source>
      <translation>Reading {file}</translation>
    </message>
    <message>
      <source>Đối chiếu với người trong sổ</source>
      <translation>Compare with the register</translation>
    </message>
    <message>
      <source>Sửa dòng này</source>
      <translation>Mend this row</translation>
    </message>
    <message>
      <source>Trong sổ: {label}</source>
      <translation>In the registers: {label}</translation>
    </message>
    <message>
      <source>Đã ghi từ {where}</source>
      <translation>Recorded from {where}</translation>
    </message>
    <message>
      <source>Đang lưu {file}</source>
      <translation>Saving {file}</translation>
    </message>
    <message>
      <source>Dòng tên cột đầu</source>
      <translation>First heading row</translation>
    </message>
    <message>
      <source>Dòng tên cột cuối</source>
      <translation>Last heading row</translation>
    </message>
    <message>
      <source>Theo cột trong tệp</source>
      <translation>By the column in the file</translation>
    </message>
    <message>
      <source>Ngoài chiến dịch</source>
      <translation>No campaign</translation>
    </message>
    <message>
      <source>ẩn</source>
      <translation>hidden</translation>
    </message>
    <message>
      <source>có danh sách</source>
      <translation>has a list</translation>
    </message>
    <message>
      <source>Tên cột ở dòng</source>
      <translation>Headings in rows</translation>
    </message>
    <message>
      <source>Dòng {row} của tệp</source>
      <translation>Row {row} of the file</translation>
    </message>
    <message>
      <source>Dòng {row} của tệp này</source>
      <translation>Row {row} of this file</translation>
    </message>
    <message>
      <source>{where} · giống {score}/100</source>
      <translation>{where} · {score}/100 alike</translation>
    </message>
    <message>
      <source>Đang đọc tệp</source>
      <translation>Reading the file</translation>
    </message>
    <message>
      <source>Chưa có gì được ghi vào sổ. Có thể làm việc khác trong lúc chờ.</source>
      <translation>Nothing has been written yet. You can do other work meanwhile.</translation>
    </message>
    <message>
      <source>Các cột</source>
      <translation>Columns</translation>
    </message>
    <message>
      <source>Kiểm tra</source>
      <translation>Check</translation>
    </message>
    <message>
      <source>đang ở bước này</source>
      <translation>current step</translation>
    </message>
    <message>
      <source>đã xong</source>
      <translation>done</translation>
    </message>
    <message>
      <source>Ô</source>
      <translation>Cell</translation>
    </message>
    <message>
      <source>Cột</source>
      <translation>Column</translation>
    </message>
    <message>
      <source>Giá trị (F2 để sửa)</source>
      <translation>Value (F2 to change)</translation>
    </message>
    <message>
      <source>Vì sao</source>
      <translation>Why</translation>
    </message>
    <message>
      <source>(để trống)</source>
      <translation>(left empty)</translation>
    </message>
    <message>
      <source>(trống)</source>
      <translation>(empty)</translation>
    </message>
    <message>
      <source>✗ Sai</source>
      <translation>✗ Wrong</translation>
    </message>
    <message>
      <source>✎ Đã sửa</source>
      <translation>✎ Mended</translation>
    </message>
    <message>
      <source>Phát hành văn bản</source>
      <translation>Issue the document</translation>
    </message>
    <message>
      <source>chưa ghi tên trong văn bản</source>
      <translation>no name in the paper</translation>
    </message>
    <message>
      <source>Thay thế</source>
      <translation>Replaces</translation>
    </message>
    <message>
      <source>Đính chính</source>
      <translation>Correct by letter</translation>
    </message>
    <message>
      <source>Phát hành trên giấy</source>
      <translation>On paper</translation>
    </message>
    <message>
      <source>Phát hành điện tử: để trống số, ngày cho phần mềm văn bản</source>
      <translation>Electronically: number and date blank for the document system</translation>
    </message>
    <message>
      <source>Số tiếp theo của sổ năm {year}: {number} ({way}).</source>
      <translation>Next number of the register of {year}: {number} ({way}).</translation>
    </message>
    <message>
      <source>không thay thế văn bản nào</source>
      <translation>replaces no document</translation>
    </message>
    <message>
      <source>không đính chính văn bản nào</source>
      <translation>corrects no paper</translation>
    </message>
    <message>
      <source>Số văn bản chưa đúng.</source>
      <translation>The number is not right.</translation>
    </message>
    <message>
      <source>Ghi số nguyên từ 1 trở lên.</source>
      <translation>Write a whole number from 1 up.</translation>
    </message>
    <message>
      <source>Phát hành</source>
      <translation>Issue</translation>
    </message>
    <message>
      <source>Ngày ban hành</source>
      <translation>Day of issue</translation>
    </message>
    <message>
      <source>ngày …… tháng …… năm {year} (in sẵn năm)</source>
      <translation>ngày …… tháng …… năm {year} (the year is printed)</translation>
    </message>
    <message>
      <source>Cách phát hành</source>
      <translation>Way of issue</translation>
    </message>
    <message>
      <source>Phát hành rồi thì số, ngày, chữ và số liệu giữ nguyên mãi mãi: bản PDF được lưu</source>
      <translation>Once issued, number, day, words and figures stay as they are for good: the PDF is kept</translation>
    </message>
    <message>
      <source>từng byte, in lại vẫn đúng bản ấy. Số đã cấp không dùng lại trong năm.</source>
      <translation>byte for byte and printed again as it is. A number given is not used again in the year.</translation>
    </message>
    <message>
      <source>Chữ và số liệu giữ nguyên mãi mãi; chỗ của số và ngày để trống cho phần mềm quản lý</source>
      <translation>Text and figures stay as they are for ever; number and date are left blank for the document management</translation>
    </message>
    <message>
      <source>văn bản. Phần mềm cấp số rồi thì mở “Sổ phát hành…”, bấm “Ghi số, ngày…”.</source>
      <translation>system. When it has given them, open the register of issued documents and press “Enter number, date…”.</translation>
    </message>
    <message>
      <source>Ghi số, ngày…</source>
      <translation>Enter number, date…</translation>
    </message>
    <message>
      <source>Số, ngày phần mềm văn bản cấp cho văn bản điện tử</source>
      <translation>Number and date the document system gave an electronic document</translation>
    </message>
    <message>
      <source>Thu hồi…</source>
      <translation>Revoke…</translation>
    </message>
    <message>
      <source>Bỏ thu hồi…</source>
      <translation>Take back withdrawal…</translation>
    </message>
    <message>
      <source>Khi đã ghi nhầm việc thu hồi văn bản này</source>
      <translation>Where the withdrawal of this document was entered by mistake</translation>
    </message>
    <message>
      <source>Đã ghi số, ngày vào sổ.</source>
      <translation>Number and date entered in the register.</translation>
    </message>
    <message>
      <source>Đã ghi thu hồi văn bản.</source>
      <translation>Withdrawal entered.</translation>
    </message>
    <message>
      <source>Đã bỏ việc thu hồi.</source>
      <translation>Withdrawal taken back.</translation>
    </message>
    <message>
      <source>Lý do sửa</source>
      <translation>Reason of the change</translation>
    </message>
    <message>
      <source>Ghi số, ngày của văn bản điện tử</source>
      <translation>Enter number and date of an electronic document</translation>
    </message>
    <message>
      <source>Ghi đúng số và ngày phần mềm quản lý văn bản đã cấp. Bản PDF đã lưu không đổi</source>
      <translation>Enter the number and date given by the document management system. The stored PDF does not change</translation>
    </message>
    <message>
      <source>một byte nào: chỗ số, ngày trong đó vẫn trống. Số này không cấp cho bản khác.</source>
      <translation>by a byte: its number and date stay blank. No other document gets this number.</translation>
    </message>
    <message>
      <source>Sửa số đã ghi</source>
      <translation>Change the number</translation>
    </message>
    <message>
      <source>Ghi vào sổ</source>
      <translation>Enter in the register</translation>
    </message>
    <message>
      <source>Lý do thu hồi</source>
      <translation>Reason</translation>
    </message>
    <message>
      <source>Ngày thu hồi</source>
      <translation>Withdrawn on</translation>
    </message>
    <message>
      <source>Theo văn bản nào</source>
      <translation>By which document</translation>
    </message>
    <message>
      <source>Văn bản thu hồi ngoài sổ</source>
      <translation>A withdrawing document that is not in the register</translation>
    </message>
    <message>
      <source>số, ký hiệu, ngày, cơ quan ban hành</source>
      <translation>number and symbol, date, issuing agency</translation>
    </message>
    <message>
      <source>Theo văn bản</source>
      <translation>By document</translation>
    </message>
    <message>
      <source>Thu hồi văn bản</source>
      <translation>Withdraw a document</translation>
    </message>
    <message>
      <source>Thu hồi rồi thì sổ, bản in lại và việc tra mã đều báo văn bản đã thu hồi.</source>
      <translation>Once withdrawn, the register, reprints and the look-up of its code all say so.</translation>
    </message>
    <message>
      <source>Văn bản vẫn ở trong sổ, bản lưu giữ nguyên, số đã cấp không dùng lại.</source>
      <translation>The document stays in the register, its stored copy is untouched, its number is not used again.</translation>
    </message>
    <message>
      <source>Thu hồi {number}</source>
      <translation>Withdraw {number}</translation>
    </message>
    <message>
      <source>Ghi số, ngày văn bản ấy, hoặc chọn lại.</source>
      <translation>Give its number and date, or choose again.</translation>
    </message>
    <message>
      <source>Chưa ghi văn bản thu hồi.</source>
      <translation>The withdrawing document is not named.</translation>
    </message>
    <message>
      <source>không ghi văn bản nào</source>
      <translation>none is named</translation>
    </message>
    <message>
      <source>văn bản không có trong sổ này…</source>
      <translation>a document that is not in this register…</translation>
    </message>
    <message>
      <source>Lý do bỏ thu hồi</source>
      <translation>Reason</translation>
    </message>
    <message>
      <source>Bỏ việc thu hồi đã ghi nhầm</source>
      <translation>Take back a withdrawal entered by mistake</translation>
    </message>
    <message>
      <source>Bỏ thì văn bản trở lại như trước; nhật ký giữ cả lần ghi nhầm và lý do bỏ.</source>
      <translation>The document then stands as before; the journal keeps both the mistake and the reason.</translation>
    </message>
    <message>
      <source>Bỏ thu hồi</source>
      <translation>Take back the withdrawal</translation>
    </message>
    <message>
      <source>Chưa ghi lý do.</source>
      <translation>There is no reason yet.</translation>
    </message>
    <message>
      <source>Ghi một dòng để người sau hiểu.</source>
      <translation>Write one line for those who read it later.</translation>
    </message>
    <message>
      <source>Lưu từng tệp…</source>
      <translation>Save as separate files…</translation>
    </message>
    <message>
      <source>Văn bản chính và từng phụ lục, mỗi phần một tệp PDF</source>
      <translation>The main text and each annex, a PDF file each</translation>
    </message>
    <message>
      <source>Ký số, bản đã ký…</source>
      <translation>Signing, signed copies…</translation>
    </message>
    <message>
      <source>✓ Bản lưu nguyên từng byte</source>
      <translation>✓ Stored copy, every byte as issued</translation>
    </message>
    <message>
      <source>Mã kiểm tra: {code}</source>
      <translation>Check code: {code}</translation>
    </message>
    <message>
      <source>Chọn thư mục lưu từng tệp</source>
      <translation>Choose a folder for the separate files</translation>
    </message>
    <message>
      <source>Đã lưu {count} tệp vào {folder}</source>
      <translation>{count} files saved in {folder}</translation>
    </message>
    <message>
      <source>In tiếp…</source>
      <translation>Go on printing…</translation>
    </message>
    <message>
      <source>Bỏ qua</source>
      <translation>Leave it</translation>
    </message>
    <message>
      <source>Đang in {title}</source>
      <translation>Printing {title}</translation>
    </message>
    <message>
      <source>Đã in {pages} trang.</source>
      <translation>{pages} pages printed.</translation>
    </message>
    <message>
      <source>Việc in dừng trước trang {page}; các trang trước đó có thể chưa ra giấy hết. Xem tờ cuối đã ra rồi in tiếp.</source>
      <translation>Printing stopped before page {page}; pages before it may not all be on paper. Look at the last sheet that came out, then go on.</translation>
    </message>
    <message>
      <source>Sổ văn bản đã phát hành</source>
      <translation>Register of issued documents</translation>
    </message>
    <message>
      <source>Tìm số, trích yếu, người ký, mã kiểm tra</source>
      <translation>Find number, subject, signer, check code</translation>
    </message>
    <message>
      <source>Năm</source>
      <translation>Year</translation>
    </message>
    <message>
      <source>Loại văn bản</source>
      <translation>Kind of document</translation>
    </message>
    <message>
      <source>Các văn bản đã phát hành</source>
      <translation>Papers issued</translation>
    </message>
    <message>
      <source>Chưa phát hành văn bản nào</source>
      <translation>No paper issued yet</translation>
    </message>
    <message>
      <source>Lập văn bản, soát rồi bấm “Phát hành…”: văn bản có số sẽ vào sổ này.</source>
      <translation>Make a document, check it, press “Issue…”: papers with a number come into this register.</translation>
    </message>
    <message>
      <source>Mọi năm</source>
      <translation>All years</translation>
    </message>
    <message>
      <source>Mọi loại</source>
      <translation>All kinds</translation>
    </message>
    <message>
      <source>Mọi tình trạng</source>
      <translation>All states</translation>
    </message>
    <message>
      <source>{shown}/{all} văn bản</source>
      <translation>{shown}/{all} papers</translation>
    </message>
    <message>
      <source>✗ Mã đúng của văn bản {name}: {title}, nhưng không dùng được nữa. {warning}</source>
      <translation>✗ The code is that of {name}: {title}, but the document is no longer to be used. {warning}</translation>
    </message>
    <message>
      <source>✓ Mã của văn bản {name}: {title}. So từng chữ với bản lưu trước khi tin.</source>
      <translation>✓ Code of paper {name}: {title}. Compare every word with the stored copy before trusting it.</translation>
    </message>
    <message>
      <source>Mã kiểm tra trên giấy</source>
      <translation>Check code on paper</translation>
    </message>
    <message>
      <source>Xem, in lại…</source>
      <translation>Look, reprint…</translation>
    </message>
    <message>
      <source>Đính chính, thay thế…</source>
      <translation>Correct, replace…</translation>
    </message>
    <message>
      <source>Lập văn bản mới thay văn bản đang chọn</source>
      <translation>Make a new document that replaces the one chosen</translation>
    </message>
    <message>
      <source>In sổ, xuất Excel…</source>
      <translation>Print the book, Excel…</translation>
    </message>
    <message>
      <source>Sổ đăng ký văn bản đi của năm đang chọn</source>
      <translation>The book of outgoing papers of the year chosen</translation>
    </message>
    <message>
      <source>Cách đánh số…</source>
      <translation>Numbering…</translation>
    </message>
    <message>
      <source>Tra mã</source>
      <translation>Look up</translation>
    </message>
    <message>
      <source>Đóng</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>Số, ký hiệu</source>
      <translation>Number, symbol</translation>
    </message>
    <message>
      <source>Loại</source>
      <translation>Kind</translation>
    </message>
    <message>
      <source>Trích yếu</source>
      <translation>Subject</translation>
    </message>
    <message>
      <source>Kỳ</source>
      <translation>Period</translation>
    </message>
    <message>
      <source>Mã kiểm tra</source>
      <translation>Check code</translation>
    </message>
    <message>
      <source>ghi chú người soát</source>
      <translation>checker's remark</translation>
    </message>
    <message>
      <source>Ghi chú của người soát</source>
      <translation>Remark of the person who checked</translation>
    </message>
    <message>
      <source>Đánh dấu đã soát</source>
      <translation>Mark as checked</translation>
    </message>
    <message>
      <source>Phát hành…</source>
      <translation>Issue…</translation>
    </message>
    <message>
      <source>Đã phát hành số {number}.</source>
      <translation>Issued as number {number}.</translation>
    </message>
    <message>
      <source>Đã phát hành điện tử, chờ số.</source>
      <translation>Issued electronically, waiting for its number.</translation>
    </message>
    <message>
      <source>✓ Đã phát hành điện tử ngày {day}, chờ số · mã kiểm tra {code}</source>
      <translation>✓ Issued electronically on {day}, waiting for its number · check code {code}</translation>
    </message>
    <message>
      <source>✓ Đã phát hành số {number} ngày {day} · mã kiểm tra {code}</source>
      <translation>✓ Issued as {number} on {day} · check code {code}</translation>
    </message>
    <message>
      <source>✓ Đã soát: {who}, {at}</source>
      <translation>✓ Checked: {who}, {at}</translation>
    </message>
    <message>
      <source>Dự thảo: xem kỹ từng trang rồi đánh dấu đã soát.</source>
      <translation>Draft: look at every page, then mark it as checked.</translation>
    </message>
    <message>
      <source>Cách đánh số văn bản</source>
      <translation>Numbering of papers</translation>
    </message>
    <message>
      <source>Mỗi loại văn bản một dãy số (BC, QĐ, TTr…)</source>
      <translation>A series for each type (BC, QĐ, TTr…)</translation>
    </message>
    <message>
      <source>Mọi loại văn bản chung một dãy số</source>
      <translation>One series for all types</translation>
    </message>
    <message>
      <source>In mã kiểm tra ở chân trang của văn bản phát hành</source>
      <translation>Print the check code at the foot of issued papers</translation>
    </message>
    <message>
      <source>Các dãy số</source>
      <translation>Series of numbers</translation>
    </message>
    <message>
      <source>Số tiếp theo</source>
      <translation>Next number</translation>
    </message>
    <message>
      <source>Đặt số tiếp theo</source>
      <translation>Set next number</translation>
    </message>
    <message>
      <source>Số chạy từ 01 ngày 01/01 đến hết 31/12. Thủ trưởng cơ quan quyết định đánh</source>
      <translation>Numbers run from 01 on 01/01 to 31/12. The head of the agency decides whether all types</translation>
    </message>
    <message>
      <source>chung hay riêng từng loại; đổi lúc nào tính từ lúc đó, số đã cấp giữ nguyên.</source>
      <translation>share a series or each has its own; a change holds from then on, numbers given stay.</translation>
    </message>
    <message>
      <source>Nếu văn phòng đã cấp số ngoài phần mềm, đặt số tiếp theo của dãy cho khớp sổ.</source>
      <translation>If the office has given numbers outside the program, set the next number to agree with its book.</translation>
    </message>
    <message>
      <source>Dãy số</source>
      <translation>Series</translation>
    </message>
    <message>
      <source>Đã phát hành</source>
      <translation>Issued</translation>
    </message>
    <message>
      <source>Số cuối</source>
      <translation>Last number</translation>
    </message>
    <message>
      <source>! Thay bởi {number}</source>
      <translation>! Replaced by {number}</translation>
    </message>
    <message>
      <source>✓ Đã phát hành</source>
      <translation>✓ Issued</translation>
    </message>
    <message>
      <source>… Chờ số</source>
      <translation>… Waiting for number</translation>
    </message>
    <message>
      <source>! Đã bị thay thế</source>
      <translation>! Replaced</translation>
    </message>
    <message>
      <source>✗ Đã thu hồi</source>
      <translation>✗ Withdrawn</translation>
    </message>
    <message>
      <source>{number} (chờ số)</source>
      <translation>{number} (waiting for its number)</translation>
    </message>
    <message>
      <source>{number} ngày {day}</source>
      <translation>{number} of {day}</translation>
    </message>
    <message>
      <source>Đã thu hồi ngày {day}</source>
      <translation>Withdrawn on {day}</translation>
    </message>
    <message>
      <source>{said} theo {how}</source>
      <translation>{said} by {how}</translation>
    </message>
    <message>
      <source>{said}, lý do: {reason}.</source>
      <translation>{said}, reason: {reason}.</translation>
    </message>
    <message>
      <source>Đã bị thay thế bởi {name}.</source>
      <translation>Replaced by {name}.</translation>
    </message>
    <message>
      <source>Phát hành điện tử ngày {day}, chờ số: số và ngày trong bản này để trống.</source>
      <translation>Issued electronically on {day}, waiting for its number: number and date are blank in this copy.</translation>
    </message>
    <message>
      <source>{who} phát hành lúc {at}.</source>
      <translation>Issued by {who}, {at}.</translation>
    </message>
    <message>
      <source>Phát hành điện tử, số ghi sau: {name}.</source>
      <translation>Issued electronically, number entered later: {name}.</translation>
    </message>
    <message>
      <source>Thay thế {name}.</source>
      <translation>Replaces {name}.</translation>
    </message>
    <message>
      <source>Đính chính {name}.</source>
      <translation>Corrects {name}.</translation>
    </message>
    <message>
      <source>Đã được đính chính bởi {name}.</source>
      <translation>Corrected by {name}.</translation>
    </message>
    <message>
      <source>Dãy chung của mọi loại</source>
      <translation>One series for all types</translation>
    </message>
    <message>
      <source>BC – báo cáo</source>
      <translation>BC – reports</translation>
    </message>
    <message>
      <source>QĐ – quyết định</source>
      <translation>QĐ – decisions</translation>
    </message>
    <message>
      <source>TTr – tờ trình</source>
      <translation>TTr – submissions</translation>
    </message>
    <message>
      <source>KH – kế hoạch</source>
      <translation>KH – plans</translation>
    </message>
    <message>
      <source>BB – biên bản</source>
      <translation>BB – minutes</translation>
    </message>
    <message>
      <source>GM – giấy mời</source>
      <translation>GM – invitations</translation>
    </message>
    <message>
      <source>TB – thông báo</source>
      <translation>TB – notices</translation>
    </message>
    <message>
      <source>mọi loại văn bản chung một dãy số</source>
      <translation>one series for all types</translation>
    </message>
    <message>
      <source>mỗi loại văn bản một dãy số</source>
      <translation>a series for each type</translation>
    </message>
    <message>
      <source>Phiếu hộ kinh doanh</source>
      <translation>Shop card</translation>
    </message>
    <message>
      <source>Sửa tên, số, mã QR của hộ này</source>
      <translation>Edit this shop's name, numbers and QR code</translation>
    </message>
    <message>
      <source>Các lượt vận động</source>
      <translation>Visits</translation>
    </message>
    <message>
      <source>Chưa ghi lượt nào.</source>
      <translation>No visit noted yet.</translation>
    </message>
    <message>
      <source>Ghi tay</source>
      <translation>Typed</translation>
    </message>
    <message>
      <source>mã QR: {place}</source>
      <translation>QR code: {place}</translation>
    </message>
    <message>
      <source>Từ đâu</source>
      <translation>Where from</translation>
    </message>
    <message>
      <source>Chưa có thay đổi nào từ khi nhập.</source>
      <translation>No change since the import.</translation>
    </message>
    <message>
      <source>Mã số thuế</source>
      <translation>Tax code</translation>
    </message>
    <message>
      <source>Số CCCD chủ hộ</source>
      <translation>Owner's ID number</translation>
    </message>
    <message>
      <source>Điện thoại</source>
      <translation>Phone</translation>
    </message>
    <message>
      <source>✓ Hoạt động</source>
      <translation>✓ Trading</translation>
    </message>
    <message>
      <source>– Đã nghỉ từ {day}</source>
      <translation>– Closed since {day}</translation>
    </message>
    <message>
      <source>– Đã nghỉ</source>
      <translation>– Closed</translation>
    </message>
    <message>
      <source>chưa rõ thôn</source>
      <translation>village not known</translation>
    </message>
    <message>
      <source>Hộ chưa có mã QR.</source>
      <translation>The shop has no QR code.</translation>
    </message>
    <message>
      <source>cấp {day}</source>
      <translation>issued {day}</translation>
    </message>
    <message>
      <source>chưa rõ ngân hàng</source>
      <translation>bank not known</translation>
    </message>
    <message>
      <source>Đã có giao dịch</source>
      <translation>Has transactions</translation>
    </message>
    <message>
      <source>Chưa có giao dịch</source>
      <translation>No transactions yet</translation>
    </message>
    <message>
      <source>có loa báo</source>
      <translation>has a sound box</translation>
    </message>
    <message>
      <source>không có loa báo</source>
      <translation>no sound box</translation>
    </message>
    <message>
      <source>Chưa rõ có giao dịch hay không</source>
      <translation>Transactions not known</translation>
    </message>
    <message>
      <source>chưa rõ loa báo</source>
      <translation>sound box not known</translation>
    </message>
    <message>
      <source>Chưa kiểm tra mã lần nào.</source>
      <translation>The code has never been checked.</translation>
    </message>
    <message>
      <source>quét được</source>
      <translation>scans</translation>
    </message>
    <message>
      <source>không quét được</source>
      <translation>does not scan</translation>
    </message>
    <message>
      <source>đã xem</source>
      <translation>looked at</translation>
    </message>
    <message>
      <source>Kiểm tra {day}: {result}</source>
      <translation>Checked {day}: {result}</translation>
    </message>
    <message>
      <source>Đang lập danh sách hộ kinh doanh</source>
      <translation>Making the list of shops</translation>
    </message>
    <message>
      <source>Xem từng hộ đứng sau con số</source>
      <translation>See every shop behind the figure</translation>
    </message>
    <message>
      <source>{counts} / {base}</source>
      <translation>{counts} / {base}</translation>
    </message>
    <message>
      <source>{said} · số gõ tay</source>
      <translation>{said} · typed by hand</translation>
    </message>
    <message>
      <source>Lọc theo thôn</source>
      <translation>Filter by village</translation>
    </message>
    <message>
      <source>Lọc theo tình trạng</source>
      <translation>Filter by state</translation>
    </message>
    <message>
      <source>Lọc theo mã QR</source>
      <translation>Filter by QR code</translation>
    </message>
    <message>
      <source>Lọc theo vận động</source>
      <translation>Filter by visit</translation>
    </message>
    <message>
      <source>Lọc theo loại mã</source>
      <translation>Filter by kind of code</translation>
    </message>
    <message>
      <source>Lọc theo ngân hàng</source>
      <translation>Filter by bank</translation>
    </message>
    <message>
      <source>Cần xem lại</source>
      <translation>To be looked at again</translation>
    </message>
    <message>
      <source>Chưa rõ thôn</source>
      <translation>Village not known</translation>
    </message>
    <message>
      <source>Mọi ngân hàng</source>
      <translation>Every bank</translation>
    </message>
    <message>
      <source>Cần xem lại: {count}</source>
      <translation>To look at: {count}</translation>
    </message>
    <message>
      <source>Mọi mã QR</source>
      <translation>All QR states</translation>
    </message>
    <message>
      <source>Mọi bước</source>
      <translation>Every step</translation>
    </message>
    <message>
      <source>Mọi loại mã</source>
      <translation>Every kind of code</translation>
    </message>
    <message>
      <source>Sửa hộ kinh doanh</source>
      <translation>Edit shop</translation>
    </message>
    <message>
      <source>Thêm hộ</source>
      <translation>Add shop</translation>
    </message>
    <message>
      <source>Tên hộ, cơ sở</source>
      <translation>Name of the shop</translation>
    </message>
    <message>
      <source>Chủ hộ</source>
      <translation>Owner</translation>
    </message>
    <message>
      <source>Địa chỉ</source>
      <translation>Address</translation>
    </message>
    <message>
      <source>Ngành hàng</source>
      <translation>Line of business</translation>
    </message>
    <message>
      <source>Nơi bán</source>
      <translation>Place of sale</translation>
    </message>
    <message>
      <source>Doanh thu</source>
      <translation>Revenue</translation>
    </message>
    <message>
      <source>Nghỉ từ ngày</source>
      <translation>Closed since</translation>
    </message>
    <message>
      <source>Tình trạng mã</source>
      <translation>State of the code</translation>
    </message>
    <message>
      <source>Chưa rõ ngân hàng</source>
      <translation>Bank not known</translation>
    </message>
    <message>
      <source>Ví, đơn vị cung cấp</source>
      <translation>Wallet, provider</translation>
    </message>
    <message>
      <source>Loại mã</source>
      <translation>Kind of code</translation>
    </message>
    <message>
      <source>Cách trả tiền</source>
      <translation>Way of payment</translation>
    </message>
    <message>
      <source>Ngày cấp</source>
      <translation>Issued on</translation>
    </message>
    <message>
      <source>Nội dung mã</source>
      <translation>Text of the code</translation>
    </message>
    <message>
      <source>Có giao dịch qua mã</source>
      <translation>Has transactions by the code</translation>
    </message>
    <message>
      <source>Có loa báo</source>
      <translation>Has a sound box</translation>
    </message>
    <message>
      <source>Kiểm tra lần cuối</source>
      <translation>Last checked</translation>
    </message>
    <message>
      <source>Lần ấy quét được</source>
      <translation>Scanned that time</translation>
    </message>
    <message>
      <source>Người kiểm tra</source>
      <translation>Checked by</translation>
    </message>
    <message>
      <source>Chưa rõ</source>
      <translation>Not known</translation>
    </message>
    <message>
      <source>Giữ như đã ghi</source>
      <translation>Keep as noted</translation>
    </message>
    <message>
      <source>Ngày vận động</source>
      <translation>Day of the visit</translation>
    </message>
    <message>
      <source>Ghi chú; lý do nếu từ chối</source>
      <translation>Note; reason of a refusal</translation>
    </message>
    <message>
      <source>Đã nghỉ kinh doanh</source>
      <translation>Has closed</translation>
    </message>
    <message>
      <source>Không tính vào mẫu số từ ngày ghi ở trên</source>
      <translation>Not counted in the base from the day above</translation>
    </message>
    <message>
      <source>Hoạt động lại</source>
      <translation>Trades again</translation>
    </message>
    <message>
      <source>Vận động</source>
      <translation>Visits</translation>
    </message>
    <message>
      <source>Tên hộ kinh doanh</source>
      <translation>Merchant</translation>
    </message>
    <message>
      <source>Hộ kinh doanh đã bỏ vào thùng rác</source>
      <translation>Shops put into the trash</translation>
    </message>
    <message>
      <source>Hộ trong thùng rác</source>
      <translation>Shops in the trash</translation>
    </message>
    <message>
      <source>Lấy lại hộ đang chọn</source>
      <translation>Put the chosen shop back</translation>
    </message>
    <message>
      <source>{count} hộ; không hộ nào trong đây được tính vào số liệu.</source>
      <translation>{count} shops; none of them is counted in any figure.</translation>
    </message>
    <message>
      <source>Hộ có thể bị ghi hai lần</source>
      <translation>Shops perhaps entered twice</translation>
    </message>
    <message>
      <source>Không còn hộ nào trùng mã số thuế, điện thoại hay tên.</source>
      <translation>No more shops share a tax code, phone or name.</translation>
    </message>
    <message>
      <source>Còn {count} nhóm. Nhóm này cùng {shared}: có phải một hộ không?</source>
      <translation>{count} groups left. This one shares {shared}: is it one shop?</translation>
    </message>
    <message>
      <source>mã số thuế</source>
      <translation>tax code</translation>
    </message>
    <message>
      <source>điện thoại</source>
      <translation>phone</translation>
    </message>
    <message>
      <source>tên hộ, chủ hộ và thôn</source>
      <translation>name, owner and village</translation>
    </message>
    <message>
      <source>– Chưa đến</source>
      <translation>– Not visited</translation>
    </message>
    <message>
      <source>› Đã đến</source>
      <translation>› Visited</translation>
    </message>
    <message>
      <source>› Đồng ý</source>
      <translation>› Agreed</translation>
    </message>
    <message>
      <source>› Đã đăng ký</source>
      <translation>› Registered</translation>
    </message>
    <message>
      <source>! Đã cấp mã</source>
      <translation>! Code issued</translation>
    </message>
    <message>
      <source>✓ Đang dùng</source>
      <translation>✓ In use</translation>
    </message>
    <message>
      <source>✗ Từ chối</source>
      <translation>✗ Refused</translation>
    </message>
    <message>
      <source>Mã tĩnh</source>
      <translation>Static code</translation>
    </message>
    <message>
      <source>Mã động</source>
      <translation>Dynamic code</translation>
    </message>
    <message>
      <source>Chưa rõ loại</source>
      <translation>Kind not known</translation>
    </message>
    <message>
      <source>Chuyển khoản VietQR</source>
      <translation>VietQR transfer</translation>
    </message>
    <message>
      <source>Thanh toán tại đơn vị</source>
      <translation>Merchant payment</translation>
    </message>
    <message>
      <source>Chưa rõ cách trả</source>
      <translation>Way not known</translation>
    </message>
    <message>
      <source>Cửa hàng cố định</source>
      <translation>Fixed shop</translation>
    </message>
    <message>
      <source>Sạp, quầy ở chợ</source>
      <translation>Market stall</translation>
    </message>
    <message>
      <source>Chưa rõ nơi bán</source>
      <translation>Place not known</translation>
    </message>
    <message>
      <source>Đến 500 triệu đồng/năm</source>
      <translation>Up to 500 million đồng a year</translation>
    </message>
    <message>
      <source>Trên 500 triệu đến dưới 1 tỷ đồng/năm</source>
      <translation>Over 500 million and under 1 billion đồng a year</translation>
    </message>
    <message>
      <source>Từ 1 tỷ đồng/năm</source>
      <translation>From 1 billion đồng a year</translation>
    </message>
    <message>
      <source>Chưa rõ doanh thu</source>
      <translation>Revenue not known</translation>
    </message>
    <message>
      <source>ghi vận động: {step}</source>
      <translation>noted a visit: {step}</translation>
    </message>
    <message>
      <source>xem {what}</source>
      <translation>looked at {what}</translation>
    </message>
    <message>
      <source>lấy lại lượt vận động đã ghi</source>
      <translation>took a noted visit back</translation>
    </message>
    <message>
      <source>bỏ vào thùng rác</source>
      <translation>put into the trash</translation>
    </message>
    <message>
      <source>lấy lại từ thùng rác</source>
      <translation>put back from the trash</translation>
    </message>
    <message>
      <source>nhập làm một với một phiếu khác của cùng hộ</source>
      <translation>made one with another card of the same shop</translation>
    </message>
    <message>
      <source>soát mã QR: {state}</source>
      <translation>checked the QR code: {state}</translation>
    </message>
    <message>
      <source>thêm vào sổ</source>
      <translation>added to the register</translation>
    </message>
    <message>
      <source>ghi đã nghỉ kinh doanh</source>
      <translation>noted as closed</translation>
    </message>
    <message>
      <source>ghi hoạt động lại</source>
      <translation>noted as trading again</translation>
    </message>
    <message>
      <source>sửa {fields}</source>
      <translation>edited {fields}</translation>
    </message>
    <message>
      <source>tên hộ</source>
      <translation>shop name</translation>
    </message>
    <message>
      <source>chủ hộ</source>
      <translation>head of household</translation>
    </message>
    <message>
      <source>thôn</source>
      <translation>village</translation>
    </message>
    <message>
      <source>số CCCD</source>
      <translation>ID number</translation>
    </message>
    <message>
      <source>địa chỉ</source>
      <translation>address</translation>
    </message>
    <message>
      <source>ngành hàng</source>
      <translation>line of business</translation>
    </message>
    <message>
      <source>ngày nghỉ</source>
      <translation>closing day</translation>
    </message>
    <message>
      <source>ghi chú</source>
      <translation>note</translation>
    </message>
    <message>
      <source>nơi bán</source>
      <translation>place of sale</translation>
    </message>
    <message>
      <source>doanh thu</source>
      <translation>revenue</translation>
    </message>
    <message>
      <source>giao dịch qua mã</source>
      <translation>transactions by the code</translation>
    </message>
    <message>
      <source>loa báo</source>
      <translation>sound box</translation>
    </message>
    <message>
      <source>ngày cấp mã</source>
      <translation>day of issue</translation>
    </message>
    <message>
      <source>ngân hàng</source>
      <translation>bank</translation>
    </message>
    <message>
      <source>đơn vị cung cấp</source>
      <translation>provider</translation>
    </message>
    <message>
      <source>mã QR</source>
      <translation>QR code</translation>
    </message>
    <message>
      <source>Danh sách hộ kinh doanh</source>
      <translation>List of merchants</translation>
    </message>
    <message>
      <source>Tên hộ, chủ hộ, ngành hàng, đuôi số…</source>
      <translation>Shop, owner, goods, end of a number…</translation>
    </message>
    <message>
      <source>{shown} trên {all} hộ · {active} đang hoạt động · {using} nhận tiền qua QR</source>
      <translation>{shown} of {all} shops · {active} trading · {using} paid by QR</translation>
    </message>
    <message>
      <source>Đã ghi: {name}, {step}.</source>
      <translation>Noted: {name}, {step}.</translation>
    </message>
    <message>
      <source>Đã ghi {name} nghỉ từ {day}.</source>
      <translation>Noted {name} as closed from {day}.</translation>
    </message>
    <message>
      <source>Đã ghi {name} hoạt động lại.</source>
      <translation>Noted {name} as trading again.</translation>
    </message>
    <message>
      <source>Xuất sổ hộ kinh doanh</source>
      <translation>Export the register of merchants</translation>
    </message>
    <message>
      <source>In danh sách…</source>
      <translation>Print list…</translation>
    </message>
    <message>
      <source>Danh sách hộ có mã QR theo thôn</source>
      <translation>Shops with QR codes by village</translation>
    </message>
    <message>
      <source>Xuất Excel…</source>
      <translation>Export to Excel…</translation>
    </message>
    <message>
      <source>Lưu cả sổ hộ kinh doanh thành tệp</source>
      <translation>Save the whole register of merchants as a file</translation>
    </message>
    <message>
      <source>Tìm hộ trùng…</source>
      <translation>Find doubles…</translation>
    </message>
    <message>
      <source>Thùng rác…</source>
      <translation>Trash…</translation>
    </message>
    <message>
      <source>Chưa có hộ kinh doanh nào</source>
      <translation>No merchants yet</translation>
    </message>
    <message>
      <source>Nhập danh sách hộ kinh doanh hoặc danh sách cấp mã QR của ngân hàng.</source>
      <translation>Import the list of merchants or a bank's list of QR codes.</translation>
    </message>
    <message>
      <source>Đã lưu {path}</source>
      <translation>{path} saved</translation>
    </message>
    <message>
      <source>Sổ tính Excel (*.xlsx)</source>
      <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
      <source>Văn bản CSV (*.csv)</source>
      <translation>CSV text (*.csv)</translation>
    </message>
    <message>
      <source>Số liệu {title}, từ {start} đến {end}</source>
      <translation>Figures of {title}, {start} to {end}</translation>
    </message>
    <message>
      <source>Kỳ này chưa có số liệu: {names}.</source>
      <translation>No figures in this period: {names}.</translation>
    </message>
    <message>
      <source>Kỳ này chưa có số liệu</source>
      <translation>No figures in this period</translation>
    </message>
    <message>
      <source>Nhập danh sách của ngân hàng hoặc danh sách hộ kinh doanh để bắt đầu.</source>
      <translation>Import a bank's list or the list of merchants to begin.</translation>
    </message>
    <message>
      <source>Tỉnh {province}</source>
      <translation>{province} province</translation>
    </message>
    <message>
      <source>Mục tiêu {target}</source>
      <translation>Target {target}</translation>
    </message>
    <message>
      <source>Mỗi dòng một nhóm, ví dụ: vùng cao: 50</source>
      <translation>One group a line, such as: highland: 50</translation>
    </message>
    <message>
      <source>Bắt buộc</source>
      <translation>Mandatory</translation>
    </message>
    <message>
      <source>Phải có minh chứng mới đạt</source>
      <translation>Met only with a proof</translation>
    </message>
    <message>
      <source>Cơ sở của chỉ tiêu</source>
      <translation>The indicator's own base</translation>
    </message>
    <message>
      <source>dòng “{line}” thiếu dấu hai chấm</source>
      <translation>the line “{line}” has no colon</translation>
    </message>
    <message>
      <source>Tên ngắn</source>
      <translation>Short name</translation>
    </message>
    <message>
      <source>Nội dung yêu cầu</source>
      <translation>What it asks</translation>
    </message>
    <message>
      <source>Loại tiêu chí</source>
      <translation>Kind of criterion</translation>
    </message>
    <message>
      <source>Ngưỡng (ít nhất)</source>
      <translation>Threshold (at least)</translation>
    </message>
    <message>
      <source>Ngưỡng riêng theo nhóm xã, thôn</source>
      <translation>Thresholds by group</translation>
    </message>
    <message>
      <source>Các nội dung</source>
      <translation>Parts</translation>
    </message>
    <message>
      <source>Các tiêu chí của bộ</source>
      <translation>Criteria of the set</translation>
    </message>
    <message>
      <source>Thêm tiêu chí</source>
      <translation>Add a criterion</translation>
    </message>
    <message>
      <source>Đưa lên trên</source>
      <translation>Move up</translation>
    </message>
    <message>
      <source>Đưa xuống dưới</source>
      <translation>Move down</translation>
    </message>
    <message>
      <source>Đánh dấu đã đối chiếu…</source>
      <translation>Mark as checked…</translation>
    </message>
    <message>
      <source>Quay lại danh sách</source>
      <translation>Back to the list</translation>
    </message>
    <message>
      <source>Lưu thành bản mới</source>
      <translation>Save as a new version</translation>
    </message>
    <message>
      <source>Bộ tiêu chí mới</source>
      <translation>New criteria set</translation>
    </message>
    <message>
      <source>✗ Còn {count} chỗ chưa dùng được.</source>
      <translation>✗ {count} places cannot be used yet.</translation>
    </message>
    <message>
      <source>! Chưa lưu.</source>
      <translation>! Not saved.</translation>
    </message>
    <message>
      <source>✓ Không có gì chưa lưu.</source>
      <translation>✓ Nothing is unsaved.</translation>
    </message>
    <message>
      <source>Bỏ đánh dấu đối chiếu</source>
      <translation>Take the mark back</translation>
    </message>
    <message>
      <source>Đã lưu bản mới của bộ {code}.</source>
      <translation>A new version of {code} is saved.</translation>
    </message>
    <message>
      <source>Còn chỗ chưa lưu. Bấm “Quay lại danh sách” lần nữa để bỏ các chỗ đó.</source>
      <translation>Something is not saved. Press “Back to the list” once more to drop it.</translation>
    </message>
    <message>
      <source>Xác nhận đã đối chiếu</source>
      <translation>Confirm that it is checked</translation>
    </message>
    <message>
      <source>Ai đã đọc và đối chiếu</source>
      <translation>Who read and checked it</translation>
    </message>
    <message>
      <source>Đối chiếu với văn bản nào (số, ngày, bản gốc hay bản sao)</source>
      <translation>Against which text (number, day, original or copy)</translation>
    </message>
    <message>
      <source>{who} đối chiếu với {text}, ngày {day}.</source>
      <translation>{who} checked it against {text} on {day}.</translation>
    </message>
    <message>
      <source>Xét</source>
      <translation>Check</translation>
    </message>
    <message>
      <source>Thông tin chung</source>
      <translation>The set itself</translation>
    </message>
    <message>
      <source>theo văn phòng</source>
      <translation>as the office has it</translation>
    </message>
    <message>
      <source>Mới là khung: chưa đủ nội dung, không tự dùng để chấm</source>
      <translation>Only a frame: not whole, never used by itself</translation>
    </message>
    <message>
      <source>cần số nguyên</source>
      <translation>a whole number is needed</translation>
    </message>
    <message>
      <source>Mã bộ</source>
      <translation>Code</translation>
    </message>
    <message>
      <source>Tên bộ tiêu chí</source>
      <translation>Name of the set</translation>
    </message>
    <message>
      <source>Nơi áp dụng</source>
      <translation>Where it applies</translation>
    </message>
    <message>
      <source>Hiệu lực từ</source>
      <translation>In force from</translation>
    </message>
    <message>
      <source>Hiệu lực đến</source>
      <translation>Valid until</translation>
    </message>
    <message>
      <source>Minh chứng cũ sau (tháng)</source>
      <translation>Proofs age after (months)</translation>
    </message>
    <message>
      <source>Thôn đạt khi</source>
      <translation>A village passes by</translation>
    </message>
    <message>
      <source>Số tự chọn phải đạt</source>
      <translation>Optional ones to meet</translation>
    </message>
    <message>
      <source>Số điểm phải đạt</source>
      <translation>Points to reach</translation>
    </message>
    <message>
      <source>Các bộ tiêu chí</source>
      <translation>Criteria sets</translation>
    </message>
    <message>
      <source>Bộ để chép</source>
      <translation>Set to copy from</translation>
    </message>
    <message>
      <source>Sửa bộ này</source>
      <translation>Edit this set</translation>
    </message>
    <message>
      <source>Chép tiêu chí vào bộ này</source>
      <translation>Copy the criteria into this set</translation>
    </message>
    <message>
      <source>Bộ mới</source>
      <translation>New set</translation>
    </message>
    <message>
      <source>Nhập tệp…</source>
      <translation>Import a file…</translation>
    </message>
    <message>
      <source>Xuất tệp…</source>
      <translation>Export to a file…</translation>
    </message>
    <message>
      <source>Chọn tệp bộ tiêu chí</source>
      <translation>Choose a criteria file</translation>
    </message>
    <message>
      <source>Bộ tiêu chí (*.toml)</source>
      <translation>Criteria set (*.toml)</translation>
    </message>
    <message>
      <source>Đã nhập bộ tiêu chí {code}.</source>
      <translation>The set {code} is imported.</translation>
    </message>
    <message>
      <source>Xuất bộ tiêu chí</source>
      <translation>Export the criteria set</translation>
    </message>
    <message>
      <source>Chép từ</source>
      <translation>Copy from</translation>
    </message>
    <message>
      <source>Nhập bộ này</source>
      <translation>Import this set</translation>
    </message>
    <message>
      <source>Văn phòng đã có đúng bộ này: {named}</source>
      <translation>The office has exactly this set: {named}</translation>
    </message>
    <message>
      <source>Sẽ thêm bộ mới: {named}</source>
      <translation>A new set will be added: {named}</translation>
    </message>
    <message>
      <source>Sẽ thay bộ {named}. Kết quả đã chốt trước đây giữ nguyên.</source>
      <translation>The set {named} will be replaced. Results kept before stay as they are.</translation>
    </message>
    <message>
      <source>… và {count} chỗ khác</source>
      <translation>… and {count} more places</translation>
    </message>
    <message>
      <source>Thay bộ này</source>
      <translation>Replace the set</translation>
    </message>
    <message>
      <source>Hiệu lực</source>
      <translation>In force</translation>
    </message>
    <message>
      <source>Số tiêu chí</source>
      <translation>Criteria</translation>
    </message>
    <message>
      <source>Đang lưu {path}</source>
      <translation>Saving {path}</translation>
    </message>
    <message>
      <source>Lưu tệp PDF</source>
      <translation>Save PDF file</translation>
    </message>
    <message>
      <source>Lưu tệp Word</source>
      <translation>Save as Word</translation>
    </message>
    <message>
      <source>Tệp Word (*.docx)</source>
      <translation>Word file (*.docx)</translation>
    </message>
    <message>
      <source>Lưu tệp Excel</source>
      <translation>Save as Excel</translation>
    </message>
    <message>
      <source>Họ tên, đuôi số CCCD, điện thoại, chủ hộ…</source>
      <translation>Name, end of an ID number, phone, head of household…</translation>
    </message>
    <message>
      <source>Lọc theo nơi ở</source>
      <translation>Filter by residence</translation>
    </message>
    <message>
      <source>Lọc người chưa có</source>
      <translation>Filter by what people lack</translation>
    </message>
    <message>
      <source>Thêm người</source>
      <translation>Add a person</translation>
    </message>
    <message>
      <source>Tìm người trùng…</source>
      <translation>Find duplicates…</translation>
    </message>
    <message>
      <source>Mọi nơi ở</source>
      <translation>Any residence</translation>
    </message>
    <message>
      <source>Chưa có: {name}</source>
      <translation>Without: {name}</translation>
    </message>
    <message>
      <source>Có hay chưa: tất cả</source>
      <translation>With or without: all</translation>
    </message>
    <message>
      <source>{found} người</source>
      <translation>{found} people</translation>
    </message>
    <message>
      <source>{found} trên {all} người</source>
      <translation>{found} of {all} people</translation>
    </message>
    <message>
      <source>Sổ chưa có ai</source>
      <translation>Nobody is in the register yet</translation>
    </message>
    <message>
      <source>Nhập danh sách nhân khẩu hoặc của ngân hàng; cũng có thể thêm từng người.</source>
      <translation>Import a list of residents or of a bank; people can also be added one by one.</translation>
    </message>
    <message>
      <source>Phiếu người dân</source>
      <translation>Card of a person</translation>
    </message>
    <message>
      <source>Sửa họ tên, số, hộ, nơi ở của người này</source>
      <translation>Edit name, numbers, household and residence of this person</translation>
    </message>
    <message>
      <source>{state} từ {day}</source>
      <translation>{state} since {day}</translation>
    </message>
    <message>
      <source>Số CCCD</source>
      <translation>ID number</translation>
    </message>
    <message>
      <source>Số CMND</source>
      <translation>Old ID number</translation>
    </message>
    <message>
      <source>Tài khoản ngân hàng</source>
      <translation>Bank accounts</translation>
    </message>
    <message>
      <source>Chưa có tài khoản nào.</source>
      <translation>No account yet.</translation>
    </message>
    <message>
      <source>Cùng hộ</source>
      <translation>Same household</translation>
    </message>
    <message>
      <source>hộ số {number}</source>
      <translation>household {number}</translation>
    </message>
    <message>
      <source>không rõ ngân hàng</source>
      <translation>bank not known</translation>
    </message>
    <message>
      <source>mở {day}</source>
      <translation>opened {day}</translation>
    </message>
    <message>
      <source>Chuyển đổi số</source>
      <translation>Digital services</translation>
    </message>
    <message>
      <source>chưa rõ ngày</source>
      <translation>day not known</translation>
    </message>
    <message>
      <source>Từ ngày: {name}</source>
      <translation>Since: {name}</translation>
    </message>
    <message>
      <source>Chưa có; đánh dấu nếu người này đã có, rồi sửa ngày nếu cần</source>
      <translation>Not yet; tick where the person has it, then correct the day if needed</translation>
    </message>
    <message>
      <source>{file}, dòng {row}</source>
      <translation>{file}, row {row}</translation>
    </message>
    <message>
      <source>Sửa người dân</source>
      <translation>Edit a person</translation>
    </message>
    <message>
      <source>Thêm người dân</source>
      <translation>Add a person</translation>
    </message>
    <message>
      <source>Giới tính</source>
      <translation>Sex</translation>
    </message>
    <message>
      <source>Nơi ở hiện nay</source>
      <translation>Residence now</translation>
    </message>
    <message>
      <source>Là chủ hộ</source>
      <translation>Is the head of the household</translation>
    </message>
    <message>
      <source>Ngày không đúng. Ghi ngày/tháng/năm, ví dụ 05/03/1990.</source>
      <translation>Not a date. Write day/month/year, such as 05/03/1990.</translation>
    </message>
    <message>
      <source>Ghi đủ ngày/tháng/năm.</source>
      <translation>Write day, month and year.</translation>
    </message>
    <message>
      <source>Nam</source>
      <translation>Male</translation>
    </message>
    <message>
      <source>Nữ</source>
      <translation>Female</translation>
    </message>
    <message>
      <source>Thôn cũ đã đổi (giữ nguyên)</source>
      <translation>A village that was changed since (leave as it is)</translation>
    </message>
    <message>
      <source>Ngày hoặc năm sinh</source>
      <translation>Date or year of birth</translation>
    </message>
    <message>
      <source>Số hồ sơ hộ</source>
      <translation>Household file</translation>
    </message>
    <message>
      <source>Ngõ, xóm</source>
      <translation>Lane</translation>
    </message>
    <message>
      <source>Số nhà, địa chỉ</source>
      <translation>House, address</translation>
    </message>
    <message>
      <source>nhập làm một với một phiếu khác của cùng người</source>
      <translation>made one with another entry of the same person</translation>
    </message>
    <message>
      <source>bỏ: {name}</source>
      <translation>taken out: {name}</translation>
    </message>
    <message>
      <source>ghi: {name}</source>
      <translation>noted: {name}</translation>
    </message>
    <message>
      <source>họ tên</source>
      <translation>name</translation>
    </message>
    <message>
      <source>ngày sinh</source>
      <translation>date of birth</translation>
    </message>
    <message>
      <source>năm sinh</source>
      <translation>year of birth</translation>
    </message>
    <message>
      <source>giới tính</source>
      <translation>sex</translation>
    </message>
    <message>
      <source>số CMND</source>
      <translation>old ID number</translation>
    </message>
    <message>
      <source>hộ</source>
      <translation>household</translation>
    </message>
    <message>
      <source>nơi ở</source>
      <translation>residence</translation>
    </message>
    <message>
      <source>ngõ, xóm</source>
      <translation>lane</translation>
    </message>
    <message>
      <source>ngày đi, đến</source>
      <translation>day of moving</translation>
    </message>
    <message>
      <source>Còn những ai: {name}</source>
      <translation>Who is left: {name}</translation>
    </message>
    <message>
      <source>Đang tìm…</source>
      <translation>Looking…</translation>
    </message>
    <message>
      <source>Số người còn thiếu theo thôn</source>
      <translation>How many each village lacks</translation>
    </message>
    <message>
      <source>Tên những người còn thiếu</source>
      <translation>Names of those lacking</translation>
    </message>
    <message>
      <source>Tìm trong danh sách này…</source>
      <translation>Search in this list…</translation>
    </message>
    <message>
      <source>In danh sách đi từng nhà</source>
      <translation>Print the house-to-house list</translation>
    </message>
    <message>
      <source>Trong sổ có tên {count} người; bấm hai lần vào một người để mở phiếu.</source>
      <translation>{count} of them are in the register; double-click a person to open the card.</translation>
    </message>
    <message>
      <source>Không còn ai trong sổ.</source>
      <translation>Nobody is left in the register.</translation>
    </message>
    <message>
      <source>Đang lập danh sách đi từng nhà</source>
      <translation>Making the walk-list</translation>
    </message>
    <message>
      <source>Chưa đủ số liệu để biết còn bao nhiêu.</source>
      <translation>Not enough figures to know how many are left.</translation>
    </message>
    <message>
      <source>Cả xã {counts} = {percent}, còn {lacks} {unit}</source>
      <translation>Whole commune {counts} = {percent}, {lacks} left ({unit})</translation>
    </message>
    <message>
      <source>Có tên</source>
      <translation>Named</translation>
    </message>
    <message>
      <source>Sinh</source>
      <translation>Born</translation>
    </message>
    <message>
      <source>Ngõ, số nhà</source>
      <translation>Lane, house</translation>
    </message>
    <message>
      <source>Nơi ở</source>
      <translation>Residence</translation>
    </message>
    <message>
      <source>– Chưa</source>
      <translation>– None</translation>
    </message>
    <message>
      <source>Danh sách người dân</source>
      <translation>List of people</translation>
    </message>
    <message>
      <source>Người đã bỏ vào thùng rác</source>
      <translation>People put into the trash</translation>
    </message>
    <message>
      <source>Người trong thùng rác</source>
      <translation>People in the trash</translation>
    </message>
    <message>
      <source>Lấy lại người đang chọn</source>
      <translation>Put the chosen person back</translation>
    </message>
    <message>
      <source>{count} người; không ai trong đây được tính vào số liệu.</source>
      <translation>{count} people; nobody here is counted.</translation>
    </message>
    <message>
      <source>Người có thể bị ghi hai lần</source>
      <translation>People who may be entered twice</translation>
    </message>
    <message>
      <source>Không còn ai cùng họ tên, cùng ngày sinh phải xem lại.</source>
      <translation>Nobody of one name and one date of birth is left to look at.</translation>
    </message>
    <message>
      <source>Còn {count} nhóm cùng họ tên, cùng ngày sinh. Có phải một người không?</source>
      <translation>{count} groups of one name and one date of birth are left. Are they one person?</translation>
    </message>
    <message>
      <source>Xem các dòng đến sau khi khóa sổ</source>
      <translation>See the rows that arrived after the lock</translation>
    </message>
    <message>
      <source>Lý do mở lại, sẽ ghi vào nhật ký</source>
      <translation>Reason for opening again; it goes into the journal</translation>
    </message>
    <message>
      <source>Mở khóa</source>
      <translation>Unlock</translation>
    </message>
    <message>
      <source>Phát sinh sau chốt: {count}</source>
      <translation>Arrived after the lock: {count}</translation>
    </message>
    <message>
      <source>Nộp</source>
      <translation>Submit</translation>
    </message>
    <message>
      <source>Chuyển lãnh đạo duyệt; số liệu không sửa được nữa</source>
      <translation>Hands the figures over for approval; they can no longer be changed</translation>
    </message>
    <message>
      <source>Duyệt</source>
      <translation>Approve</translation>
    </message>
    <message>
      <source>Lãnh đạo đồng ý với số liệu</source>
      <translation>The chairman agrees to the figures</translation>
    </message>
    <message>
      <source>Mở lại</source>
      <translation>Open again</translation>
    </message>
    <message>
      <source>Trả về để sửa</source>
      <translation>Gives them back to be corrected</translation>
    </message>
    <message>
      <source>Khóa sổ</source>
      <translation>Lock</translation>
    </message>
    <message>
      <source>Số liệu giữ nguyên từ nay, dù sau này có thêm dòng</source>
      <translation>The figures stand from now on, whatever rows arrive later</translation>
    </message>
    <message>
      <source>Mở khóa…</source>
      <translation>Unlock…</translation>
    </message>
    <message>
      <source>Sửa lại kỳ đã khóa; phải ghi lý do</source>
      <translation>Changes a locked period; a reason is needed</translation>
    </message>
    <message>
      <source>từ {start} đến {end}</source>
      <translation>from {start} to {end}</translation>
    </message>
    <message>
      <source>, khóa lúc {at}</source>
      <translation>, locked at {at}</translation>
    </message>
    <message>
      <source>, đã mở khóa: {why}</source>
      <translation>, was unlocked: {why}</translation>
    </message>
    <message>
      <source>Mở kỳ này</source>
      <translation>Open this period</translation>
    </message>
    <message>
      <source>Lưu quy định</source>
      <translation>Save the rule</translation>
    </message>
    <message>
      <source>Mở kỳ tự chọn</source>
      <translation>Open the free period</translation>
    </message>
    <message>
      <source>! Chưa đối chiếu văn bản</source>
      <translation>! Not checked against the document</translation>
    </message>
    <message>
      <source> ngày làm việc</source>
      <translation> working days</translation>
    </message>
    <message>
      <source>Thôn gửi sau ngày cuối kỳ</source>
      <translation>Villages send after the last day</translation>
    </message>
    <message>
      <source>Xã gửi sau ngày cuối kỳ</source>
      <translation>The commune sends after the last day</translation>
    </message>
    <message>
      <source>Căn cứ của hạn gửi</source>
      <translation>Legal basis of the due days</translation>
    </message>
    <message>
      <source>Hạn gửi</source>
      <translation>Due days</translation>
    </message>
    <message>
      <source>Kỳ tự chọn</source>
      <translation>Free period</translation>
    </message>
    <message>
      <source>Cho chiến dịch theo tuần, đợt cao điểm.</source>
      <translation>For weekly campaigns and rounds.</translation>
    </message>
    <message>
      <source>Thôn gửi trước</source>
      <translation>Villages by</translation>
    </message>
    <message>
      <source>Xã gửi trước</source>
      <translation>Commune by</translation>
    </message>
    <message>
      <source>Thời hạn</source>
      <translation>Time left</translation>
    </message>
    <message>
      <source>In văn bản</source>
      <translation>Print a document</translation>
    </message>
    <message>
      <source>Máy in</source>
      <translation>Printer</translation>
    </message>
    <message>
      <source>Đang tìm máy in…</source>
      <translation>Looking for printers…</translation>
    </message>
    <message>
      <source>Tất cả ({count} trang)</source>
      <translation>All ({count} pages)</translation>
    </message>
    <message>
      <source>Từ trang</source>
      <translation>From page</translation>
    </message>
    <message>
      <source>In hai mặt</source>
      <translation>Both sides</translation>
    </message>
    <message>
      <source>In từ trang cuối lên</source>
      <translation>Last page first</translation>
    </message>
    <message>
      <source>Hộp in của hệ thống…</source>
      <translation>The system's print dialog…</translation>
    </message>
    <message>
      <source>In</source>
      <translation>Print</translation>
    </message>
    <message>
      <source>Máy tính này chưa cài máy in. Lưu tệp PDF rồi in từ máy khác.</source>
      <translation>No printer is set up on this computer. Save the PDF and print it from another.</translation>
    </message>
    <message>
      <source>đến trang</source>
      <translation>to page</translation>
    </message>
    <message>
      <source>Số bản</source>
      <translation>Copies</translation>
    </message>
    <message>
      <source>Trang</source>
      <translation>Sheet</translation>
    </message>
    <message>
      <source>Ảnh minh chứng</source>
      <translation>Picture of the proof</translation>
    </message>
    <message>
      <source>Kiểm tra mã QR…</source>
      <translation>Check QR codes…</translation>
    </message>
    <message>
      <source>Soát mã dán vào, ảnh, danh sách, cả sổ</source>
      <translation>Look through pasted codes, pictures, lists, the whole register</translation>
    </message>
    <message>
      <source>In biển QR…</source>
      <translation>Print QR stands…</translation>
    </message>
    <message>
      <source>Biển để bàn A5, A6 của các hộ có mã đúng</source>
      <translation>A5 and A6 stands of the shops whose codes are in order</translation>
    </message>
    <message>
      <source>Dán nội dung mã QR hoặc ảnh chụp màn hình vào đây; thả ảnh, thư mục ảnh, danh sách</source>
      <translation>Paste a QR text or a screenshot here; drop pictures, a folder of pictures, a list</translation>
    </message>
    <message>
      <source>Nội dung mã QR</source>
      <translation>QR text</translation>
    </message>
    <message>
      <source>Kiểm tra mã QR</source>
      <translation>Check QR codes</translation>
    </message>
    <message>
      <source>Chọn ảnh, danh sách…</source>
      <translation>Choose pictures, a list…</translation>
    </message>
    <message>
      <source>Chọn thư mục ảnh…</source>
      <translation>Choose a folder of pictures…</translation>
    </message>
    <message>
      <source>Soát mã trong sổ</source>
      <translation>Look through the register</translation>
    </message>
    <message>
      <source>Mã sai được ghi cần xem lại và không được tính</source>
      <translation>A wrong code is marked to be looked at again and is not counted</translation>
    </message>
    <message>
      <source>Mã được đọc ngay trên máy này, không gửi đi đâu.</source>
      <translation>Codes are read on this machine and sent nowhere.</translation>
    </message>
    <message>
      <source>Kết quả kiểm tra mã QR</source>
      <translation>Result of the check of QR codes</translation>
    </message>
    <message>
      <source>Ảnh đã dán</source>
      <translation>Pasted picture</translation>
    </message>
    <message>
      <source>Chọn ảnh hoặc danh sách mã QR</source>
      <translation>Choose pictures or a list of QR codes</translation>
    </message>
    <message>
      <source>Ảnh và danh sách</source>
      <translation>Pictures and lists</translation>
    </message>
    <message>
      <source>Chọn thư mục có ảnh mã QR</source>
      <translation>Choose a folder with pictures of QR codes</translation>
    </message>
    <message>
      <source>Đang đọc mã…</source>
      <translation>Reading codes…</translation>
    </message>
    <message>
      <source>Dùng được {good}/{all} mã, cần xem lại: {bad}</source>
      <translation>{good}/{all} codes may be paid by, to be looked at again: {bad}</translation>
    </message>
    <message>
      <source>Nhận tiền được qua QR: {counts} hộ đang hoạt động = {percent}, cần xem lại: {bad}</source>
      <translation>Accept payment by QR: {counts} active shops = {percent}, to be looked at again: {bad}</translation>
    </message>
    <message>
      <source>Thôn cần soát</source>
      <translation>Village to look through</translation>
    </message>
    <message>
      <source>mã động, cho một lần trả</source>
      <translation>dynamic code, for one payment</translation>
    </message>
    <message>
      <source>mã tĩnh, để tại quầy</source>
      <translation>static code, kept at the counter</translation>
    </message>
    <message>
      <source>, số tiền {amount} đồng</source>
      <translation>, amount {amount} đồng</translation>
    </message>
    <message>
      <source>Mã của ai, ở đâu</source>
      <translation>Whose code, where</translation>
    </message>
    <message>
      <source>✓ Dùng được</source>
      <translation>✓ May be paid by</translation>
    </message>
    <message>
      <source>✗ Xem lại</source>
      <translation>✗ Look again</translation>
    </message>
    <message>
      <source>Người nhận, chủ hộ</source>
      <translation>Receiver, owner</translation>
    </message>
    <message>
      <source>In biển QR</source>
      <translation>Print QR stands</translation>
    </message>
    <message>
      <source>A6, bốn biển một tờ A4</source>
      <translation>A6, four stands to an A4 sheet</translation>
    </message>
    <message>
      <source>A5, hai biển một tờ A4</source>
      <translation>A5, two stands to an A4 sheet</translation>
    </message>
    <message>
      <source>Mã nào cần xem lại thì không in; mỗi mã được đọc lại trước khi đưa lên biển.</source>
      <translation>A code that has to be looked at again is not printed; each code is read back before it goes on a stand.</translation>
    </message>
    <message>
      <source>Làm biển</source>
      <translation>Make stands</translation>
    </message>
    <message>
      <source>Đang làm biển…</source>
      <translation>Making stands…</translation>
    </message>
    <message>
      <source>Đã làm {count} biển.</source>
      <translation>{count} stands made.</translation>
    </message>
    <message>
      <source>Mã cần xem lại, không in: {names}.</source>
      <translation>Codes to be looked at again, not printed: {names}.</translation>
    </message>
    <message>
      <source>Chưa có nội dung mã: {names}.</source>
      <translation>No QR text yet: {names}.</translation>
    </message>
    <message>
      <source>Cỡ biển</source>
      <translation>Size</translation>
    </message>
    <message>
      <source>In từ biển số</source>
      <translation>From stand number</translation>
    </message>
    <message>
      <source>Máy in dừng giữa chừng thì ghi số biển cần in tiếp.</source>
      <translation>Where a printer stopped, give the number of the stand to go on from.</translation>
    </message>
    <message>
      <source>{names} và {count} hộ khác</source>
      <translation>{names} and {count} more shops</translation>
    </message>
    <message>
      <source>Lưu vào sổ</source>
      <translation>Save into the register</translation>
    </message>
    <message>
      <source>Nhập quyết định công nhận</source>
      <translation>Enter a decision of recognition</translation>
    </message>
    <message>
      <source>Sửa dòng trong sổ công nhận</source>
      <translation>Correct a line of the register</translation>
    </message>
    <message>
      <source>Ghi ngày ký quyết định.</source>
      <translation>Write the day the decision was signed.</translation>
    </message>
    <message>
      <source>Chưa ghi.</source>
      <translation>Not written yet.</translation>
    </message>
    <message>
      <source>Thu hồi công nhận</source>
      <translation>Revoke a recognition</translation>
    </message>
    <message>
      <source>Thu hồi</source>
      <translation>Revoke</translation>
    </message>
    <message>
      <source>Thu hồi công nhận {village}</source>
      <translation>Revoke the recognition of {village}</translation>
    </message>
    <message>
      <source>Dòng vẫn ở trong sổ, ghi rõ số quyết định và lý do thu hồi.</source>
      <translation>The line stays in the register, with number and reason of the revocation.</translation>
    </message>
    <message>
      <source>Số quyết định thu hồi</source>
      <translation>Number of the revoking decision</translation>
    </message>
    <message>
      <source>12/QĐ-UBND</source>
      <translation>12/QĐ-UBND</translation>
    </message>
    <message>
      <source>Dùng cho quyết định ký ngoài chương trình; quyết định lập từ hồ sơ tự vào sổ.</source>
      <translation>For decisions made outside of the program; those of a dossier go into the register by themselves.</translation>
    </message>
    <message>
      <source>145/QĐ-UBND</source>
      <translation>145/QĐ-UBND</translation>
    </message>
    <message>
      <source>Sổ công nhận thôn thông minh</source>
      <translation>Register of recognised villages</translation>
    </message>
    <message>
      <source>Nhập quyết định…</source>
      <translation>Enter a decision…</translation>
    </message>
    <message>
      <source>Sổ công nhận chưa có dòng nào</source>
      <translation>The register has no line yet</translation>
    </message>
    <message>
      <source>Quyết định lập từ hồ sơ tự vào sổ. Quyết định ký trước đây thì nhập ở đây.</source>
      <translation>Decisions of a dossier go into the register by themselves. Earlier ones are entered here.</translation>
    </message>
    <message>
      <source>Đã ghi vào sổ công nhận.</source>
      <translation>Written into the register.</translation>
    </message>
    <message>
      <source>Sửa…</source>
      <translation>Edit…</translation>
    </message>
    <message>
      <source>{met}/{of} tiêu chí, {period}.</source>
      <translation>{met}/{of} criteria, {period}.</translation>
    </message>
    <message>
      <source>Bộ tiêu chí đã thay đổi từ khi công nhận.</source>
      <translation>The criteria set has changed since the recognition.</translation>
    </message>
    <message>
      <source>Chưa đủ số liệu {period} để xét lại.</source>
      <translation>Not enough figures of {period} to judge again.</translation>
    </message>
    <message>
      <source>Thẩm định lại</source>
      <translation>Re-check</translation>
    </message>
    <message>
      <source>{count}/{of} thôn được công nhận</source>
      <translation>{count}/{of} villages recognised</translation>
    </message>
    <message>
      <source>, {count} nguy cơ thu hồi</source>
      <translation>, {count} may be revoked</translation>
    </message>
    <message>
      <source>Hồ sơ công nhận</source>
      <translation>Dossiers</translation>
    </message>
    <message>
      <source>Sổ công nhận</source>
      <translation>Register</translation>
    </message>
    <message>
      <source>Bỏ vào thùng rác</source>
      <translation>Put into the trash</translation>
    </message>
    <message>
      <source>Không tính vào số liệu nữa; lấy lại được lúc nào cũng được</source>
      <translation>No longer counted; can be put back at any time</translation>
    </message>
    <message>
      <source>chưa có</source>
      <translation>not there yet</translation>
    </message>
    <message>
      <source>Hiện số</source>
      <translation>Show</translation>
    </message>
    <message>
      <source>Nhật ký ghi lại ai đã xem số của ai</source>
      <translation>The journal keeps who looked at whose number</translation>
    </message>
    <message>
      <source>lần nhập {number}</source>
      <translation>import {number}</translation>
    </message>
    <message>
      <source>Đã bỏ {name} vào thùng rác.</source>
      <translation>{name} was put into the trash.</translation>
    </message>
    <message>
      <source>Đã lưu {name}.</source>
      <translation>{name} was saved.</translation>
    </message>
    <message>
      <source>{masked} · gõ số mới, hoặc - để bỏ</source>
      <translation>{masked} · a new number, or - for none</translation>
    </message>
    <message>
      <source>Thùng rác</source>
      <translation>Trash</translation>
    </message>
    <message>
      <source>Thùng rác trống.</source>
      <translation>The trash is empty.</translation>
    </message>
    <message>
      <source>= giống   ≠ khác   + chỉ phiếu bên trái có   – chỉ phiếu bên phải có</source>
      <translation>= same   ≠ different   + only the left entry has it   – only the right entry has it</translation>
    </message>
    <message>
      <source>Phiếu số {number}</source>
      <translation>Entry {number}</translation>
    </message>
    <message>
      <source>Họ tên, thể thức…</source>
      <translation>Names, forms…</translation>
    </message>
    <message>
      <source>Ghi ngày</source>
      <translation>Print a date</translation>
    </message>
    <message>
      <source>Lập văn bản</source>
      <translation>Make document</translation>
    </message>
    <message>
      <source>Số liệu {period}</source>
      <translation>Figures of {period}</translation>
    </message>
    <message>
      <source>Bản in</source>
      <translation>Form</translation>
    </message>
    <message>
      <source>Theo kỳ báo cáo</source>
      <translation>As the period asks</translation>
    </message>
    <message>
      <source>Bản rút gọn (I, II, IV và Phụ lục I)</source>
      <translation>Short form (I, II, IV and Annex I)</translation>
    </message>
    <message>
      <source>Bản đầy đủ</source>
      <translation>Whole form</translation>
    </message>
    <message>
      <source>đã sửa, số liệu đã đổi</source>
      <translation>edited, figures have changed</translation>
    </message>
    <message>
      <source>đã sửa</source>
      <translation>edited</translation>
    </message>
    <message>
      <source>có lời kỳ trước</source>
      <translation>text of the last period</translation>
    </message>
    <message>
      <source>Lời văn từng mục</source>
      <translation>Text by section</translation>
    </message>
    <message>
      <source>Lời văn của văn bản</source>
      <translation>Text of the paper</translation>
    </message>
    <message>
      <source>Lời văn của mục</source>
      <translation>Text of the section</translation>
    </message>
    <message>
      <source>Câu mặc định</source>
      <translation>Generated text</translation>
    </message>
    <message>
      <source>Câu mặc định nay là</source>
      <translation>Generated text is now</translation>
    </message>
    <message>
      <source>Lấy lại câu mặc định</source>
      <translation>Back to the generated text</translation>
    </message>
    <message>
      <source>Dùng lời kỳ trước</source>
      <translation>Use the last period's text</translation>
    </message>
    <message>
      <source>Lưu và đóng</source>
      <translation>Save and close</translation>
    </message>
    <message>
      <source>Mục này đã sửa tay; số liệu đã đổi từ khi sửa. So với câu mặc định ở dưới.</source>
      <translation>This section was edited by hand; figures have changed since. Compare with the generated text below.</translation>
    </message>
    <message>
      <source>Mục này đã sửa tay; văn bản in lời ở đây.</source>
      <translation>This section was edited by hand; the paper prints this text.</translation>
    </message>
    <message>
      <source>Kỳ trước ({period}) đã viết mục này; bấm “Dùng lời kỳ trước” để bắt đầu từ đó.</source>
      <translation>The last period ({period}) has this section written; press “Use the last period's text” to begin from it.</translation>
    </message>
    <message>
      <source>Câu mặc định. Mỗi ý một dòng; dòng bắt đầu bằng gạch ngang in thành gạch đầu dòng.</source>
      <translation>Generated text. One point a line; a line beginning with a dash is printed as an item.</translation>
    </message>
    <message>
      <source>Sửa lời văn…</source>
      <translation>Edit the text…</translation>
    </message>
    <message>
      <source>Lời văn</source>
      <translation>Text</translation>
    </message>
    <message>
      <source>{count} mục đã sửa</source>
      <translation>{count} sections edited</translation>
    </message>
    <message>
      <source>Văn bản đã lập</source>
      <translation>Documents made</translation>
    </message>
    <message>
      <source>Lập lại văn bản này ở nơi đã lập, phát hành rồi chọn “Thay thế” {name}.</source>
      <translation>Make this paper again where it was made and issue it, choosing “Replaces” {name}.</translation>
    </message>
    <message>
      <source>Đang đính chính {name}: sửa số liệu, lập lại, soát rồi phát hành.</source>
      <translation>Correcting {name}: mend the figures, make it again, check it, then issue it.</translation>
    </message>
    <message>
      <source>Đang mở {title}</source>
      <translation>Opening {title}</translation>
    </message>
    <message>
      <source>Đã lập {title}</source>
      <translation>{title} made</translation>
    </message>
    <message>
      <source>Thôi đính chính</source>
      <translation>Leave the correction</translation>
    </message>
    <message>
      <source>Biểu Excel của cấp trên…</source>
      <translation>The superior's workbooks…</translation>
    </message>
    <message>
      <source>Sổ phát hành…</source>
      <translation>Register…</translation>
    </message>
    <message>
      <source>Lập lúc</source>
      <translation>Made</translation>
    </message>
    <message>
      <source>Văn bản</source>
      <translation>Document</translation>
    </message>
    <message>
      <source>Ký số tại đây</source>
      <translation>Sign here</translation>
    </message>
    <message>
      <source>Người có thẩm quyền (ký trước)</source>
      <translation>Person with authority (signs first)</translation>
    </message>
    <message>
      <source>Cơ quan (văn thư ký sau)</source>
      <translation>Agency (clerk signs after)</translation>
    </message>
    <message>
      <source>Tệp khóa (.p12, .pfx)</source>
      <translation>Key file (.p12, .pfx)</translation>
    </message>
    <message>
      <source>Thiết bị ký (USB token)</source>
      <translation>Token (USB)</translation>
    </message>
    <message>
      <source>Tệp khóa</source>
      <translation>Key file</translation>
    </message>
    <message>
      <source>Thư viện của thiết bị</source>
      <translation>Library of the token</translation>
    </message>
    <message>
      <source>Tên thiết bị</source>
      <translation>Name of the token</translation>
    </message>
    <message>
      <source>Mật khẩu hoặc mã PIN</source>
      <translation>Password or PIN</translation>
    </message>
    <message>
      <source>Hình chữ ký hoặc con dấu</source>
      <translation>Image of signature or seal</translation>
    </message>
    <message>
      <source>PNG nền trong suốt; bỏ trống: ký không hình</source>
      <translation>PNG, transparent; empty: no image</translation>
    </message>
    <message>
      <source>bỏ trống nếu chỉ cắm một thiết bị</source>
      <translation>empty if only one is plugged in</translation>
    </message>
    <message>
      <source>Ký</source>
      <translation>Sign</translation>
    </message>
    <message>
      <source>Chưa chọn {what}.</source>
      <translation>No {what} chosen.</translation>
    </message>
    <message>
      <source>Bấm “Chọn…” để chỉ tệp.</source>
      <translation>Press “Choose…” to point to it.</translation>
    </message>
    <message>
      <source>Tệp khóa (*.p12 *.pfx)</source>
      <translation>Key files (*.p12 *.pfx)</translation>
    </message>
    <message>
      <source>Thư viện (*.dll *.so)</source>
      <translation>Libraries (*.dll *.so)</translation>
    </message>
    <message>
      <source>Ký với tư cách</source>
      <translation>Sign as</translation>
    </message>
    <message>
      <source>Ký bằng</source>
      <translation>Sign with</translation>
    </message>
    <message>
      <source>Hình PNG (*.png)</source>
      <translation>PNG images (*.png)</translation>
    </message>
    <message>
      <source>Chọn…</source>
      <translation>Choose…</translation>
    </message>
    <message>
      <source>Ký số, bản đã ký</source>
      <translation>Signing, signed copies</translation>
    </message>
    <message>
      <source>Các bản đã ký</source>
      <translation>Signed copies</translation>
    </message>
    <message>
      <source>Lưu bản sạch để ký…</source>
      <translation>Save clean file to sign…</translation>
    </message>
    <message>
      <source>Nhận bản đã ký…</source>
      <translation>Bring signed file back…</translation>
    </message>
    <message>
      <source>Ký tại đây…</source>
      <translation>Sign here…</translation>
    </message>
    <message>
      <source>Xem, lưu bản đã ký…</source>
      <translation>View, save signed copy…</translation>
    </message>
    <message>
      <source>Cách ký số…</source>
      <translation>Ways of signing…</translation>
    </message>
    <message>
      <source>Ký số {name}</source>
      <translation>Sign {name}</translation>
    </message>
    <message>
      <source>Nhận bản đã ký</source>
      <translation>Bring signed file back</translation>
    </message>
    <message>
      <source>Đang kiểm tra chữ ký</source>
      <translation>Checking signatures</translation>
    </message>
    <message>
      <source>Đã ký; bản đã ký được giữ trong sổ.</source>
      <translation>Signed; the copy is kept in the register.</translation>
    </message>
    <message>
      <source>Chưa có bản đã ký nào.</source>
      <translation>No signed copy yet.</translation>
    </message>
    <message>
      <source>Lưu bản sạch, ký bằng phần mềm ký số của cơ quan (VGCA…), rồi nhận lại tệp đã ký:</source>
      <translation>Save the clean file, sign it with the office's own tool (VGCA…), then bring the signed file back:</translation>
    </message>
    <message>
      <source>chương trình so với bản lưu và kiểm từng chữ ký. Bản phát hành không đổi.</source>
      <translation>the program compares it with what is kept and checks each signature. The issued paper stays.</translation>
    </message>
    <message>
      <source>Cách có</source>
      <translation>How</translation>
    </message>
    <message>
      <source>Người ký văn bản</source>
      <translation>Who signs</translation>
    </message>
    <message>
      <source>Các thể thức ký</source>
      <translation>Forms of signing</translation>
    </message>
    <message>
      <source>Tên gọi</source>
      <translation>Called</translation>
    </message>
    <message>
      <source>Chức vụ ghi trên họ tên</source>
      <translation>Office above the name</translation>
    </message>
    <message>
      <source>TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH</source>
      <translation>TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH</translation>
    </message>
    <message>
      <source>Dòng quyền hạn, chức vụ</source>
      <translation>Lines of capacity</translation>
    </message>
    <message>
      <source>Thêm thể thức</source>
      <translation>Add form</translation>
    </message>
    <message>
      <source>Bỏ thể thức đang chọn</source>
      <translation>Take the chosen form away</translation>
    </message>
    <message>
      <source>Bấm đúp ô họ tên để sửa. Văn bản đã lập giữ nguyên người ký của nó.</source>
      <translation>Double-click a name to change it. Papers made before keep their signer.</translation>
    </message>
    <message>
      <source>Thêm thể thức của văn phòng</source>
      <translation>Add a form of the office's own</translation>
    </message>
    <message>
      <source>Thể thức ký</source>
      <translation>Form of signing</translation>
    </message>
    <message>
      <source>Dòng ghi trên chữ ký</source>
      <translation>Lines above the signature</translation>
    </message>
    <message>
      <source>Để trống thì chừa chỗ ghi tay</source>
      <translation>Left empty, room is left to write it</translation>
    </message>
    <message>
      <source>Cách ký số</source>
      <translation>Ways of signing</translation>
    </message>
    <message>
      <source>Cho ký ngay trong chương trình (tệp khóa, USB token)</source>
      <translation>Allow signing in the program (key file, USB token)</translation>
    </message>
    <message>
      <source>Thư mục chứng thư gốc</source>
      <translation>Folder of root certificates</translation>
    </message>
    <message>
      <source>Đường kính con dấu (mm)</source>
      <translation>Diameter of the seal (mm)</translation>
    </message>
    <message>
      <source>theo hình</source>
      <translation>as image</translation>
    </message>
    <message>
      <source>Không kiểm</source>
      <translation>Do not check</translation>
    </message>
    <message>
      <source>Thường thì ký bằng phần mềm ký số của cơ quan; chỉ bật khi được phép ký ở đây.</source>
      <translation>Usually the office's own tool signs; turn this on only where signing here is allowed.</translation>
    </message>
    <message>
      <source>Chứng thư gốc của nơi cấp chữ ký số, để kiểm chữ ký khi không có mạng.</source>
      <translation>Roots of the signature authorities, to check signatures without a network.</translation>
    </message>
    <message>
      <source>không rõ tên</source>
      <translation>no name</translation>
    </message>
    <message>
      <source>✗ đã bị sửa sau khi ký</source>
      <translation>✗ changed after signing</translation>
    </message>
    <message>
      <source>✓ ký trên đúng bản phát hành</source>
      <translation>✓ signed on the issued bytes</translation>
    </message>
    <message>
      <source>nội dung bị đổi trước khi ký</source>
      <translation>changed before signing</translation>
    </message>
    <message>
      <source>bản ký ngoài: so với bản lưu</source>
      <translation>signed elsewhere: compare</translation>
    </message>
    <message>
      <source>ký tại đây</source>
      <translation>signed here</translation>
    </message>
    <message>
      <source>nhận về</source>
      <translation>brought back</translation>
    </message>
    <message>
      <source>không còn giá trị: nội dung đã bị sửa</source>
      <translation>no longer holds: the content was changed</translation>
    </message>
    <message>
      <source>nguyên vẹn</source>
      <translation>whole</translation>
    </message>
    <message>
      <source>nơi cấp được văn phòng tin</source>
      <translation>issued by whom the office trusts</translation>
    </message>
    <message>
      <source>nơi cấp không nằm trong danh sách văn phòng tin</source>
      <translation>issued by none the office trusts</translation>
    </message>
    <message>
      <source>chưa kiểm nơi cấp chứng thư</source>
      <translation>issuer of the certificate not checked</translation>
    </message>
    <message>
      <source>chứng thư hết hạn khi ký</source>
      <translation>certificate expired when signed</translation>
    </message>
    <message>
      <source>chứng thư chưa có hiệu lực khi ký</source>
      <translation>certificate not yet valid when signed</translation>
    </message>
    <message>
      <source>không rõ giờ</source>
      <translation>hour not known</translation>
    </message>
    <message>
      <source>{signer}, {at}: {said}.</source>
      <translation>{signer}, {at}: {said}.</translation>
    </message>
    <message>
      <source>Biểu Excel của cấp trên</source>
      <translation>The superior's workbooks</translation>
    </message>
    <message>
      <source>Các biểu của cấp trên</source>
      <translation>The superior's workbooks</translation>
    </message>
    <message>
      <source>Thêm hoặc sửa biểu…</source>
      <translation>Add or change one…</translation>
    </message>
    <message>
      <source>Điền kỳ đang xem…</source>
      <translation>Fill this period…</translation>
    </message>
    <message>
      <source>Chọn tệp .xlsx cấp trên gửi, chỉ một lần ô nào nhận số nào; các kỳ sau chỉ</source>
      <translation>Choose the .xlsx the superior sent and show once which cell takes what; later periods are</translation>
    </message>
    <message>
      <source>Chọn biểu của cấp trên</source>
      <translation>Choose the superior's workbook</translation>
    </message>
    <message>
      <source>Sổ tính Excel (*.xlsx *.xlsm)</source>
      <translation>Excel workbook (*.xlsx *.xlsm)</translation>
    </message>
    <message>
      <source>Lưu biểu đã điền</source>
      <translation>Save the filled workbook</translation>
    </message>
    <message>
      <source>Đã điền {count} ô vào {path}.</source>
      <translation>{count} cells filled in {path}.</translation>
    </message>
    <message>
      <source>Chưa có số liệu, để nguyên: {names}.</source>
      <translation>Without figures, left as they were: {names}.</translation>
    </message>
    <message>
      <source>Không phải thôn của kỳ: {names}.</source>
      <translation>No villages of this period: {names}.</translation>
    </message>
    <message>
      <source>Thôn không có dòng trong biểu: {names}.</source>
      <translation>Villages without a row: {names}.</translation>
    </message>
    <message>
      <source>Tên xã</source>
      <translation>Commune</translation>
    </message>
    <message>
      <source>Tên tỉnh</source>
      <translation>Province</translation>
    </message>
    <message>
      <source>Tên kỳ báo cáo</source>
      <translation>Period</translation>
    </message>
    <message>
      <source>Ngày cuối kỳ</source>
      <translation>Last day of the period</translation>
    </message>
    <message>
      <source>Họ tên Chủ tịch</source>
      <translation>Chairman's name</translation>
    </message>
    <message>
      <source>Biểu</source>
      <translation>Workbook</translation>
    </message>
    <message>
      <source>Lần điền gần nhất</source>
      <translation>Last filled</translation>
    </message>
    <message>
      <source>chưa điền</source>
      <translation>not yet</translation>
    </message>
    <message>
      <source>Số đạt (tử số)</source>
      <translation>Count (numerator)</translation>
    </message>
    <message>
      <source>Tổng số (mẫu số)</source>
      <translation>Total (denominator)</translation>
    </message>
    <message>
      <source>Tỷ lệ %</source>
      <translation>Percentage</translation>
    </message>
    <message>
      <source>Trong kỳ</source>
      <translation>In the period</translation>
    </message>
    <message>
      <source>Tỷ lệ % kỳ trước</source>
      <translation>Percentage before</translation>
    </message>
    <message>
      <source>Chỉ ô nào nhận số nào</source>
      <translation>Which cell takes what</translation>
    </message>
    <message>
      <source>Tên biểu</source>
      <translation>Workbook's name</translation>
    </message>
    <message>
      <source>{name} (ẩn)</source>
      <translation>{name} (hidden)</translation>
    </message>
    <message>
      <source>Các ô của biểu</source>
      <translation>The workbook's cells</translation>
    </message>
    <message>
      <source>Của</source>
      <translation>Of</translation>
    </message>
    <message>
      <source>Ghi vào ô này</source>
      <translation>Put into this cell</translation>
    </message>
    <message>
      <source>Bỏ khỏi ô này</source>
      <translation>Take out of this cell</translation>
    </message>
    <message>
      <source>từng thôn, cả cột (dòng {first}–{last})</source>
      <translation>each village, whole column (rows {first}–{last})</translation>
    </message>
    <message>
      <source>cả xã</source>
      <translation>whole commune</translation>
    </message>
    <message>
      <source>Chọn một ô của biểu</source>
      <translation>Choose a cell</translation>
    </message>
    <message>
      <source>Ô {cell}</source>
      <translation>Cell {cell}</translation>
    </message>
    <message>
      <source>Ô này có công thức hoặc bị ô gộp che, không ghi vào được.</source>
      <translation>This cell holds a formula or is covered by a merged one; nothing can be put into it.</translation>
    </message>
    <message>
      <source>Lưu biểu</source>
      <translation>Save workbook</translation>
    </message>
    <message>
      <source>nhận</source>
      <translation>takes</translation>
    </message>
    <message>
      <source>của</source>
      <translation>of</translation>
    </message>
    <message>
      <source>Phần</source>
      <translation>Part</translation>
    </message>
    <message>
      <source>Nhật ký của tổ</source>
      <translation>The team's diary</translation>
    </message>
    <message>
      <source>Danh sách đã in</source>
      <translation>Printed lists</translation>
    </message>
    <message>
      <source>Quyết định số {number} ngày {day}</source>
      <translation>Decision no. {number} of {day}</translation>
    </message>
    <message>
      <source>Hiện số; việc xem được ghi lại</source>
      <translation>Show the number; that is noted</translation>
    </message>
    <message>
      <source>Hiện số của {name}</source>
      <translation>Show the number of {name}</translation>
    </message>
    <message>
      <source>Tổ chưa có thành viên.</source>
      <translation>The team has no members yet.</translation>
    </message>
    <message>
      <source>Sửa tổ</source>
      <translation>Edit team</translation>
    </message>
    <message>
      <source>Ghi lượt đi</source>
      <translation>Note a round</translation>
    </message>
    <message>
      <source>Ghi buổi tập huấn</source>
      <translation>Note a training</translation>
    </message>
    <message>
      <source>Hoàn tác lượt đi</source>
      <translation>Take the round back</translation>
    </message>
    <message>
      <source>Lập danh sách mới</source>
      <translation>New list</translation>
    </message>
    <message>
      <source>Nhập kết quả</source>
      <translation>Type results</translation>
    </message>
    <message>
      <source>In lại</source>
      <translation>Print again</translation>
    </message>
    <message>
      <source>Số in ở đầu danh sách dẫn kết quả về đúng người. Làm xong thì nhập kết quả.</source>
      <translation>The number at the head of a list leads results to their people. Type them in when it is done.</translation>
    </message>
    <message>
      <source>Nhật ký</source>
      <translation>Diary</translation>
    </message>
    <message>
      <source>Đi từng nhà</source>
      <translation>House to house</translation>
    </message>
    <message>
      <source>danh sách số {number}</source>
      <translation>list no. {number}</translation>
    </message>
    <message>
      <source>Đi từng nhà: {place}</source>
      <translation>House to house: {place}</translation>
    </message>
    <message>
      <source>{count} hộ</source>
      <translation>{count} households</translation>
    </message>
    <message>
      <source>{count} người dự</source>
      <translation>{count} present</translation>
    </message>
    <message>
      <source>Tập huấn: {subject}</source>
      <translation>Training: {subject}</translation>
    </message>
    <message>
      <source>Việc</source>
      <translation>Service</translation>
    </message>
    <message>
      <source>In lúc</source>
      <translation>Printed</translation>
    </message>
    <message>
      <source>cả thôn</source>
      <translation>whole village</translation>
    </message>
    <message>
      <source>Ngày không đúng.</source>
      <translation>The date is not right.</translation>
    </message>
    <message>
      <source>Số hộ đã đến</source>
      <translation>Households visited</translation>
    </message>
    <message>
      <source>Ghi lượt đi – {team}</source>
      <translation>Note a round – {team}</translation>
    </message>
    <message>
      <source>Ai đi</source>
      <translation>Who went</translation>
    </message>
    <message>
      <source>Số người được giúp</source>
      <translation>People helped</translation>
    </message>
    <message>
      <source>Nội dung</source>
      <translation>Subject</translation>
    </message>
    <message>
      <source>Số thành viên dự</source>
      <translation>Members present</translation>
    </message>
    <message>
      <source>Ghi buổi tập huấn – {team}</source>
      <translation>Note a training – {team}</translation>
    </message>
    <message>
      <source>Lập tổ công nghệ số</source>
      <translation>New digital team</translation>
    </message>
    <message>
      <source>Tên tổ</source>
      <translation>Team name</translation>
    </message>
    <message>
      <source>Ngày quyết định</source>
      <translation>Decision date</translation>
    </message>
    <message>
      <source>Ngày thôi hoạt động</source>
      <translation>Last day</translation>
    </message>
    <message>
      <source>Đơn vị, đoàn thể</source>
      <translation>Body</translation>
    </message>
    <message>
      <source>Bỏ thành viên này khỏi tổ</source>
      <translation>Take this member out of the team</translation>
    </message>
    <message>
      <source>Quyết định số</source>
      <translation>Decision no.</translation>
    </message>
    <message>
      <source>Thôi hoạt động</source>
      <translation>Ended on</translation>
    </message>
    <message>
      <source>Đã làm</source>
      <translation>Done</translation>
    </message>
    <message>
      <source>Hẹn lại</source>
      <translation>Later</translation>
    </message>
    <message>
      <source>Từ chối</source>
      <translation>Refused</translation>
    </message>
    <message>
      <source>Có từ trước</source>
      <translation>Had already</translation>
    </message>
    <message>
      <source>Kết quả danh sách số {number} – {village}</source>
      <translation>Results of list no. {number} – {village}</translation>
    </message>
    <message>
      <source>Ngày đi</source>
      <translation>Day of the round</translation>
    </message>
    <message>
      <source>Danh sách đi từng nhà</source>
      <translation>Walk-list</translation>
    </message>
    <message>
      <source>Lưu kết quả</source>
      <translation>Save results</translation>
    </message>
    <message>
      <source>Đã ghi {count} dòng, trong đó {done} dòng có kết quả.</source>
      <translation>{count} lines noted, {done} of them with success.</translation>
    </message>
    <message>
      <source>TT</source>
      <translation>No.</translation>
    </message>
    <message>
      <source>Số nhà</source>
      <translation>Houses</translation>
    </message>
    <message>
      <source>Lần trước</source>
      <translation>Before</translation>
    </message>
    <message>
      <source>Bấm số theo ô đã ghi trên giấy: {keys}; Xóa để bỏ.</source>
      <translation>Press the number written on paper: {keys}; Delete takes it out.</translation>
    </message>
    <message>
      <source>Chọn việc cần giúp người dân.</source>
      <translation>Choose what people are to be helped with.</translation>
    </message>
    <message>
      <source>Lập và in danh sách</source>
      <translation>Make and print the list</translation>
    </message>
    <message>
      <source>{lane}: {count} người</source>
      <translation>{lane}: {count} people</translation>
    </message>
    <message>
      <source>Chưa ghi ngõ, xóm</source>
      <translation>No lane noted</translation>
    </message>
    <message>
      <source>Không còn ai trong sổ thiếu các việc này.</source>
      <translation>Nobody in the register lacks these.</translation>
    </message>
    <message>
      <source>Danh sách sẽ có {count} người.</source>
      <translation>The list will have {count} people.</translation>
    </message>
    <message>
      <source>Việc cần giúp</source>
      <translation>Services</translation>
    </message>
    <message>
      <source>Các tổ công nghệ số</source>
      <translation>Digital teams</translation>
    </message>
    <message>
      <source>Chưa có tổ công nghệ số nào</source>
      <translation>No digital team yet</translation>
    </message>
    <message>
      <source>Mỗi thôn có một tổ do Chủ tịch UBND xã quyết định thành lập. Cần danh sách thôn.</source>
      <translation>Each village has one, set up by decision of the commune's chairman. The list of villages is needed first.</translation>
    </message>
    <message>
      <source>Lập tổ đầu tiên</source>
      <translation>Set up the first team</translation>
    </message>
    <message>
      <source>{teams} tổ, {members} thành viên</source>
      <translation>{teams} teams, {members} members</translation>
    </message>
    <message>
      <source>Tổ công nghệ số cộng đồng {village}</source>
      <translation>Tổ công nghệ số cộng đồng {village}</translation>
    </message>
    <message>
      <source>Đã hoàn tác lượt đi, gỡ {count} kết quả.</source>
      <translation>The round was taken back with {count} results.</translation>
    </message>
    <message>
      <source>Giữ lại vì đã sửa sau: {names}.</source>
      <translation>Kept, as changed since: {names}.</translation>
    </message>
    <message>
      <source>Đã chép tin tổng hợp; dán vào nhóm Zalo của các tổ.</source>
      <translation>The text is copied; paste it into the teams' group chat.</translation>
    </message>
    <message>
      <source>Lập tổ</source>
      <translation>New team</translation>
    </message>
    <message>
      <source>In tổng hợp kỳ</source>
      <translation>Print the period's sum</translation>
    </message>
    <message>
      <source>Tổ công nghệ số cộng đồng</source>
      <translation>Community digital teams</translation>
    </message>
    <message>
      <source>Lượt đi gần nhất</source>
      <translation>Last round</translation>
    </message>
    <message>
      <source>Phiếu thôn</source>
      <translation>Card of a village</translation>
    </message>
    <message>
      <source>Lưu hồ sơ thôn</source>
      <translation>Save the profile</translation>
    </message>
    <message>
      <source>In phiếu thôn</source>
      <translation>Print the card</translation>
    </message>
    <message>
      <source>Còn thiếu: {names}.</source>
      <translation>Missing: {names}.</translation>
    </message>
    <message>
      <source>Tên thôn</source>
      <translation>Name of the village</translation>
    </message>
    <message>
      <source>Xã cũ</source>
      <translation>Former commune</translation>
    </message>
    <message>
      <source>Chỉ sửa lỗi viết; thôn mang tên mới từ một ngày thì dùng “Đổi tên…”</source>
      <translation>For slips of the pen only; for a new name from a day on use “Rename…”</translation>
    </message>
    <message>
      <source>mục tiêu {target}</source>
      <translation>target {target}</translation>
    </message>
    <message>
      <source>Chưa có bộ tiêu chí nào.</source>
      <translation>No set of criteria yet.</translation>
    </message>
    <message>
      <source>Đã lưu hồ sơ thôn.</source>
      <translation>The profile was saved.</translation>
    </message>
    <message>
      <source>Đã ghi dân số.</source>
      <translation>The population was kept.</translation>
    </message>
    <message>
      <source>Đã bỏ số liệu dân số.</source>
      <translation>The population figure was taken out.</translation>
    </message>
    <message>
      <source>Hồ sơ</source>
      <translation>Profile</translation>
    </message>
    <message>
      <source>Dân số</source>
      <translation>Population</translation>
    </message>
    <message>
      <source>Thuộc xã {name} cũ</source>
      <translation>Former commune: {name}</translation>
    </message>
    <message>
      <source>{people} người trong sổ ({away} đi làm ăn xa)</source>
      <translation>{people} people in the register ({away} working away)</translation>
    </message>
    <message>
      <source>{shops} hộ kinh doanh, {qr} nhận tiền qua QR</source>
      <translation>{shops} merchants, {qr} accepting by QR</translation>
    </message>
    <message>
      <source>nhập từ {names} ngày {day}</source>
      <translation>merged from {names} on {day}</translation>
    </message>
    <message>
      <source>đã nhập vào {names} ngày {day}</source>
      <translation>merged into {names} on {day}</translation>
    </message>
    <message>
      <source>tách từ {names} ngày {day}</source>
      <translation>split from {names} on {day}</translation>
    </message>
    <message>
      <source>đã tách thành {names} ngày {day}</source>
      <translation>split into {names} on {day}</translation>
    </message>
    <message>
      <source>trước {day} tên là {names}</source>
      <translation>named {names} before {day}</translation>
    </message>
    <message>
      <source>từ {day} tên là {names}</source>
      <translation>named {names} since {day}</translation>
    </message>
    <message>
      <source>Mỗi dòng tên một thôn mới</source>
      <translation>One new village a line</translation>
    </message>
    <message>
      <source>Xã cũ (nếu cần)</source>
      <translation>Former commune (if needed)</translation>
    </message>
    <message>
      <source>Các thôn nhập lại</source>
      <translation>Villages to merge</translation>
    </message>
    <message>
      <source>Tên thôn mới</source>
      <translation>Name of the new village</translation>
    </message>
    <message>
      <source>Tên các thôn mới</source>
      <translation>Names of the new villages</translation>
    </message>
    <message>
      <source>Tên mới</source>
      <translation>New name</translation>
    </message>
    <message>
      <source>Nhập thôn</source>
      <translation>Merge villages</translation>
    </message>
    <message>
      <source>Nhập các thôn này</source>
      <translation>Merge these villages</translation>
    </message>
    <message>
      <source>Tách thôn</source>
      <translation>Split a village</translation>
    </message>
    <message>
      <source>Tách thôn này</source>
      <translation>Split this village</translation>
    </message>
    <message>
      <source>Đổi tên thôn</source>
      <translation>Rename a village</translation>
    </message>
    <message>
      <source>Đổi tên thôn này</source>
      <translation>Rename this village</translation>
    </message>
    <message>
      <source>Từ ngày {day}, {old} nhập thành {new}. Kỳ kết thúc trước ngày đó vẫn in các thôn cũ; từ kỳ sau chỉ còn {new}, số liệu bằng tổng các thôn cũ. Người dân và hộ kinh doanh của các thôn cũ thuộc về thôn mới.</source>
      <translation>From {day} on, {old} are {new}. Periods that end before still print the old villages; later ones print {new} alone, with the sums of the old ones. People and merchants of the old villages belong to the new one.</translation>
    </message>
    <message>
      <source>Từ ngày {day}, {old} tách thành {new}. Kỳ kết thúc trước ngày đó vẫn in {old}. Chương trình không đoán ai thuộc thôn mới nào: người dân của {old} đứng ở “Chưa rõ thôn” cho đến khi được ghi thôn.</source>
      <translation>From {day} on, {old} is split into {new}. Periods that end before still print {old}. The program does not guess who belongs to which: people of {old} stand under “Village not known” until a village is noted for them.</translation>
    </message>
    <message>
      <source>Từ ngày {day}, {old} mang tên {new}. Kỳ kết thúc trước ngày đó vẫn in tên cũ; số liệu, người dân và hộ kinh doanh giữ nguyên.</source>
      <translation>From {day} on, {old} bears the name {new}. Periods that end before still print the old name; figures, people and merchants stay as they are.</translation>
    </message>
    <message>
      <source>Cơ sở tính</source>
      <translation>Base</translation>
    </message>
    <message>
      <source>Bỏ số liệu này</source>
      <translation>Take this figure out</translation>
    </message>
    <message>
      <source>Ghi số người (chỉ gồm chữ số) và ngày đủ ngày/tháng/năm.</source>
      <translation>Write the number (digits only) and a day with day, month and year.</translation>
    </message>
    <message>
      <source>Nguồn: Công an xã, niên giám…</source>
      <translation>Source: commune police, yearbook…</translation>
    </message>
    <message>
      <source>Danh sách thôn</source>
      <translation>List of villages</translation>
    </message>
    <message>
      <source>Tìm thôn, xã cũ…</source>
      <translation>Search village, former commune…</translation>
    </message>
    <message>
      <source>Xã chỉ dùng số liệu, không dùng danh sách người</source>
      <translation>The commune works on figures alone, without lists of people</translation>
    </message>
    <message>
      <source>Ẩn trang Người dân và mọi tên người; không xóa ai khỏi sổ</source>
      <translation>Hides the page of people and every name; removes nobody from the register</translation>
    </message>
    <message>
      <source>Kỳ này thôn chưa có số liệu.</source>
      <translation>The village has no figures in this period.</translation>
    </message>
    <message>
      <source>Xem các dòng đứng sau con số này</source>
      <translation>See the rows behind this number</translation>
    </message>
    <message>
      <source>còn {count}</source>
      <translation>{count} left</translation>
    </message>
    <message>
      <source>Xem còn những ai và in danh sách đi từng nhà</source>
      <translation>See who is left and print the house-to-house list</translation>
    </message>
    <message>
      <source>Nhập thôn…</source>
      <translation>Merge…</translation>
    </message>
    <message>
      <source>Nhập hai thôn trở lên thành một</source>
      <translation>Make two or more villages one</translation>
    </message>
    <message>
      <source>Tách thôn…</source>
      <translation>Split…</translation>
    </message>
    <message>
      <source>Tách một thôn thành nhiều thôn</source>
      <translation>Make one village several</translation>
    </message>
    <message>
      <source>Đổi tên…</source>
      <translation>Rename…</translation>
    </message>
    <message>
      <source>Đổi tên thôn từ một ngày</source>
      <translation>Give the village another name from a day on</translation>
    </message>
    <message>
      <source>Đưa thôn lên trên trong mọi danh sách</source>
      <translation>Move the village up in every list</translation>
    </message>
    <message>
      <source>Đưa thôn xuống dưới trong mọi danh sách</source>
      <translation>Move the village down in every list</translation>
    </message>
    <message>
      <source>Phiếu thôn…</source>
      <translation>Card…</translation>
    </message>
    <message>
      <source>Hồ sơ, dân số, tiêu chí của thôn</source>
      <translation>Profile, population and criteria of the village</translation>
    </message>
    <message>
      <source>Lên</source>
      <translation>Up</translation>
    </message>
    <message>
      <source>Xuống</source>
      <translation>Down</translation>
    </message>
    <message>
      <source>Bấm vào số để xem từng dòng đứng sau nó.</source>
      <translation>Click a number to see every row behind it.</translation>
    </message>
    <message>
      <source>Nhập danh sách thôn từ Excel; mỗi dòng một thôn, có nhân khẩu và số hộ.</source>
      <translation>Import the villages from Excel: a row a village, with residents and households.</translation>
    </message>
    <message>
      <source>{count} thôn</source>
      <translation>{count} villages</translation>
    </message>
    <message>
      <source>Đang in</source>
      <translation>Printing</translation>
    </message>
    <message>
      <source>Không in được: máy in không nhận việc.</source>
      <translation>Not printed: the printer takes no job.</translation>
    </message>
    <message>
      <source>Kiểm tra máy in đã bật và còn giấy, hoặc lưu tệp PDF rồi in từ máy khác.</source>
      <translation>Check that the printer is on and has paper, or save the PDF and print it elsewhere.</translation>
    </message>
    <message>
      <source>Đang vẽ biểu đồ…</source>
      <translation>Drawing the chart…</translation>
    </message>
    <message>
      <source>Bảng số liệu theo thôn</source>
      <translation>Figures by village</translation>
    </message>
    <message>
      <source>Kỳ này đã đóng, không dán được.</source>
      <translation>This period is closed; nothing was pasted.</translation>
    </message>
    <message>
      <source>{count} ô dán ra ngoài bảng, đã bỏ qua.</source>
      <translation>{count} cells fell outside the table and were left out.</translation>
    </message>
    <message>
      <source>Tổng số: {base}</source>
      <translation>Total: {base}</translation>
    </message>
    <message>
      <source>Mẫu số: {base}</source>
      <translation>Denominator: {base}</translation>
    </message>
    <message>
      <source>{code} – {name}. Tử số: {numerator}. Mẫu số: {base}.</source>
      <translation>{code} – {name}. Numerator: {numerator}. Denominator: {base}.</translation>
    </message>
    <message>
      <source>Chưa có văn bản để xem</source>
      <translation>No document to see yet</translation>
    </message>
    <message>
      <source>Chọn loại văn bản và kỳ báo cáo ở bên trái rồi bấm “Lập văn bản”.</source>
      <translation>Choose a kind of document on the left, then press “Make document”.</translation>
    </message>
    <message>
      <source>Đang mở {pages} trang…</source>
      <translation>Opening {pages} pages…</translation>
    </message>
    <message>
      <source>Xem trước văn bản</source>
      <translation>Document preview</translation>
    </message>
    <message>
      <source>Trang {page}/{pages}</source>
      <translation>Page {page}/{pages}</translation>
    </message>
    <message>
      <source>PDF…</source>
      <translation>PDF…</translation>
    </message>
    <message>
      <source>Word…</source>
      <translation>Word…</translation>
    </message>
    <message>
      <source>Lưu văn bản thành tệp Word để sửa tiếp</source>
      <translation>Save the document as a Word file to go on working in</translation>
    </message>
    <message>
      <source>Excel…</source>
      <translation>Excel…</translation>
    </message>
    <message>
      <source>Lưu các bảng của văn bản thành tệp Excel</source>
      <translation>Save the tables of the document as an Excel file</translation>
    </message>
    <message>
      <source>Lưu tệp {kind}</source>
      <translation>Save as {kind}</translation>
    </message>
    <message>
      <source>In…</source>
      <translation>Print…</translation>
    </message>
    <message>
      <source>In văn bản (Ctrl+P)</source>
      <translation>Print the document (Ctrl+P)</translation>
    </message>
    <message>
      <source>Trang trước</source>
      <translation>Previous page</translation>
    </message>
    <message>
      <source>Trang sau</source>
      <translation>Next page</translation>
    </message>
    <message>
      <source>Thu nhỏ</source>
      <translation>Zoom out</translation>
    </message>
    <message>
      <source>Phóng to</source>
      <translation>Zoom in</translation>
    </message>
    <message>
      <source>Vừa chiều ngang</source>
      <translation>Fit width</translation>
    </message>
    <message>
      <source>Dừng lại</source>
      <translation>Stop</translation>
    </message>
    <message>
      <source>Đang dừng, chưa có gì được ghi…</source>
      <translation>Stopping, nothing was written…</translation>
    </message>
    <message>
      <source>So dòng của tệp với sổ</source>
      <translation>Row of the file beside the register</translation>
    </message>
    <message>
      <source>1  Là một người</source>
      <translation>1  Same person</translation>
    </message>
    <message>
      <source>2  Là người khác</source>
      <translation>2  Another person</translation>
    </message>
    <message>
      <source>3  Để lại sau</source>
      <translation>3  Leave for later</translation>
    </message>
    <message>
      <source>Phím 1: là người đang chọn, bổ sung vào sổ những gì sổ chưa có</source>
      <translation>Key 1: it is the chosen person; the register gets what it lacks</translation>
    </message>
    <message>
      <source>Phím 2: là người khác, thêm mới vào sổ</source>
      <translation>Key 2: it is somebody else, to be added</translation>
    </message>
    <message>
      <source>Phím 3: chưa quyết định, chưa tính vào số liệu</source>
      <translation>Key 3: undecided, not counted</translation>
    </message>
    <message>
      <source>= giống   ≠ khác   + tệp có, sổ chưa có   – sổ có, tệp không ghi</source>
      <translation>= same   ≠ different   + only in the file   – only in the register</translation>
    </message>
    <message>
      <source>   ← → chọn người</source>
      <translation>   ← → choose a person</translation>
    </message>
    <message>
      <source>giống</source>
      <translation>same</translation>
    </message>
    <message>
      <source>khác</source>
      <translation>different</translation>
    </message>
    <message>
      <source>tệp không ghi</source>
      <translation>not in the file</translation>
    </message>
    <message>
      <source>chưa đặt mục tiêu</source>
      <translation>no target set</translation>
    </message>
    <message>
      <source>Chưa nhập số liệu của kỳ này</source>
      <translation>No figures in this period</translation>
    </message>
    <message>
      <source>trên {base}</source>
      <translation>of {base}</translation>
    </message>
    <message>
      <source>mục tiêu {target}%</source>
      <translation>target {target}%</translation>
    </message>
    <message>
      <source>Không có việc nào đang chờ.</source>
      <translation>Nothing is waiting.</translation>
    </message>
    <message>
      <source>Nguồn của số liệu</source>
      <translation>Where the figure comes from</translation>
    </message>
    <message>
      <source>Các dòng đứng sau con số</source>
      <translation>Rows behind the figure</translation>
    </message>
    <message>
      <source>Đang tìm các dòng…</source>
      <translation>Looking for the rows…</translation>
    </message>
    <message>
      <source>Tìm tên, tệp, ngày…</source>
      <translation>Search name, file, date…</translation>
    </message>
    <message>
      <source>{rows} dòng từ {files} tệp</source>
      <translation>{rows} rows from {files} files</translation>
    </message>
    <message>
      <source>Không có dòng nào đứng sau con số này.</source>
      <translation>No rows stand behind this figure.</translation>
    </message>
    <message>
      <source>Chi tiết</source>
      <translation>Detail</translation>
    </message>
    <message>
      <source>không rõ</source>
      <translation>unknown</translation>
    </message>
    <message>
      <source>Nhập tay: {who}, {at}</source>
      <translation>Typed: {who}, {at}</translation>
    </message>
    <message>
      <source>Chưa nhập được: các tệp vừa thả không nằm trên máy này.</source>
      <translation>Not imported: what was dropped is not on this machine.</translation>
    </message>
    <message>
      <source>Chép tệp về máy rồi thả lại.</source>
      <translation>Copy the files to this machine and drop them again.</translation>
    </message>
    <message>
      <source>Đang lưu số liệu, cửa sổ sẽ tự đóng khi lưu xong.</source>
      <translation>Saving; the window will close by itself when it is done.</translation>
    </message>
    <message>
      <source>+ Mới</source>
      <translation>+ New</translation>
    </message>
    <message>
      <source>= Đã có</source>
      <translation>= Known</translation>
    </message>
    <message>
      <source>? Nghi trùng</source>
      <translation>? Doubtful</translation>
    </message>
    <message>
      <source>– Chưa có số liệu</source>
      <translation>– No data</translation>
    </message>
    <message>
      <source>! Thiếu minh chứng</source>
      <translation>! Proof missing</translation>
    </message>
    <message>
      <source>! Gần đạt</source>
      <translation>! Nearly</translation>
    </message>
    <message>
      <source>– Chưa đặt mục tiêu</source>
      <translation>– No target</translation>
    </message>
    <message>
      <source>Hoạt động</source>
      <translation>Active</translation>
    </message>
    <message>
      <source>Đã nghỉ</source>
      <translation>Closed</translation>
    </message>
    <message>
      <source>Đang ở</source>
      <translation>Lives here</translation>
    </message>
    <message>
      <source>Đi làm ăn xa</source>
      <translation>Works away</translation>
    </message>
    <message>
      <source>Đã chuyển đi</source>
      <translation>Moved away</translation>
    </message>
    <message>
      <source>Đã mất</source>
      <translation>Deceased</translation>
    </message>
    <message>
      <source>! Đã cấp, chưa dùng</source>
      <translation>! Issued, not used</translation>
    </message>
    <message>
      <source>? Cần xem lại</source>
      <translation>? To be checked</translation>
    </message>
    <message>
      <source>– Đã hoàn tác</source>
      <translation>– Undone</translation>
    </message>
    <message>
      <source>Tự nhận ra theo tên cột</source>
      <translation>Told by its columns</translation>
    </message>
    <message>
      <source>Danh sách mở tài khoản của ngân hàng</source>
      <translation>A bank's list of accounts</translation>
    </message>
    <message>
      <source>Danh sách cấp mã QR cho hộ kinh doanh</source>
      <translation>List of QR codes of merchants</translation>
    </message>
    <message>
      <source>Danh sách nhân khẩu</source>
      <translation>List of residents</translation>
    </message>
    <message>
      <source>Số liệu theo thôn</source>
      <translation>Figures by village</translation>
    </message>
    <message>
      <source>Nhân khẩu</source>
      <translation>Residents</translation>
    </message>
    <message>
      <source>Số liệu thôn</source>
      <translation>Village figures</translation>
    </message>
    <message>
      <source>tiêu đề</source>
      <translation>title</translation>
    </message>
    <message>
      <source>dòng số thứ tự cột</source>
      <translation>column numbers</translation>
    </message>
    <message>
      <source>tên nhóm, tên thôn</source>
      <translation>name of a group or village</translation>
    </message>
    <message>
      <source>tiêu đề cột lặp lại</source>
      <translation>repeated header</translation>
    </message>
    <message>
      <source>dòng trống</source>
      <translation>blank row</translation>
    </message>
    <message>
      <source>cộng từng phần</source>
      <translation>subtotal</translation>
    </message>
    <message>
      <source>tổng cộng</source>
      <translation>total</translation>
    </message>
    <message>
      <source>dòng tổng hợp</source>
      <translation>summary</translation>
    </message>
    <message>
      <source>chữ ký</source>
      <translation>signature</translation>
    </message>
    <message>
      <source>Số định danh: đã thêm số 0 ở đầu</source>
      <translation>Personal number: leading 0 restored</translation>
    </message>
    <message>
      <source>Số CMND 9 số cũ</source>
      <translation>Old 9-digit ID number</translation>
    </message>
    <message>
      <source>Số CMND: đã thêm số 0 ở đầu</source>
      <translation>Old ID number: leading 0 restored</translation>
    </message>
    <message>
      <source>Điện thoại: đã thêm số 0 ở đầu</source>
      <translation>Phone: leading 0 restored</translation>
    </message>
    <message>
      <source>Điện thoại: đã đổi 11 số thành 10 số</source>
      <translation>Phone: 11 digits made 10</translation>
    </message>
    <message>
      <source>Điện thoại không đúng, đã bỏ qua</source>
      <translation>Phone is wrong and was left out</translation>
    </message>
    <message>
      <source>Số tài khoản lưu dạng số, cần soát lại</source>
      <translation>Account kept as a number, please check</translation>
    </message>
    <message>
      <source>Số tài khoản mất chữ số cuối, đã bỏ qua</source>
      <translation>Account lost its last digits and was left out</translation>
    </message>
    <message>
      <source>Mã số thuế không khớp số kiểm tra</source>
      <translation>Tax code fails its check digit</translation>
    </message>
    <message>
      <source>Không nhận ra tên thôn</source>
      <translation>Village not recognised</translation>
    </message>
    <message>
      <source>Không nhận ra tên ngân hàng</source>
      <translation>Bank not recognised</translation>
    </message>
    <message>
      <source>Thôn đã gửi biểu trước đó; số mới sẽ thay số cũ</source>
      <translation>The village sent a form before; the new figures replace the old ones</translation>
    </message>
    <message>
      <source>Chỉ có năm sinh</source>
      <translation>Year of birth only</translation>
    </message>
    <message>
      <source>Chỉ có tháng và năm sinh</source>
      <translation>Month and year of birth only</translation>
    </message>
    <message>
      <source>Ngày lưu dạng số của Excel, đã đổi</source>
      <translation>Date kept as Excel's number, converted</translation>
    </message>
    <message>
      <source>Dòng bị ẩn trong tệp</source>
      <translation>Row hidden in the file</translation>
    </message>
    <message>
      <source>Dòng bị gạch ngang trong tệp</source>
      <translation>Row struck through in the file</translation>
    </message>
    <message>
      <source>Đã đổi từ phông chữ cũ</source>
      <translation>Converted from an old font</translation>
    </message>
    <message>
      <source>Ô bắt đầu bằng dấu như công thức</source>
      <translation>Cell begins like a formula</translation>
    </message>
    <message>
      <source>Ô công thức không có giá trị</source>
      <translation>Formula without a value</translation>
    </message>
    <message>
      <source>Số tài khoản không đúng, đã bỏ qua</source>
      <translation>Account number not valid, left out</translation>
    </message>
    <message>
      <source>Số tiền hoặc số lượng không đúng, đã bỏ qua</source>
      <translation>Amount or count not valid, left out</translation>
    </message>
    <message>
      <source>STT</source>
      <translation>No.</translation>
    </message>
    <message>
      <source>Ngày sinh</source>
      <translation>Date of birth</translation>
    </message>
    <message>
      <source>Năm sinh</source>
      <translation>Year of birth</translation>
    </message>
    <message>
      <source>Số định danh</source>
      <translation>Personal number</translation>
    </message>
    <message>
      <source>Quan hệ với chủ hộ</source>
      <translation>Relation to the head of household</translation>
    </message>
    <message>
      <source>Họ và tên đệm</source>
      <translation>Family and middle name</translation>
    </message>
    <message>
      <source>Ngày sinh: ngày</source>
      <translation>Date of birth: day</translation>
    </message>
    <message>
      <source>Ngày sinh: tháng</source>
      <translation>Date of birth: month</translation>
    </message>
    <message>
      <source>Ngày sinh: năm</source>
      <translation>Date of birth: year</translation>
    </message>
    <message>
      <source>Mã ngân hàng</source>
      <translation>Bank code</translation>
    </message>
    <message>
      <source>Số tài khoản</source>
      <translation>Account number</translation>
    </message>
    <message>
      <source>Ngày mở</source>
      <translation>Opened on</translation>
    </message>
    <message>
      <source>Ngày cấp mã QR</source>
      <translation>QR issued on</translation>
    </message>
    <message>
      <source>Loại mã QR</source>
      <translation>Kind of QR code</translation>
    </message>
    <message>
      <source>Có giao dịch</source>
      <translation>Has transactions</translation>
    </message>
    <message>
      <source>Mức doanh thu</source>
      <translation>Revenue band</translation>
    </message>
    <message>
      <source>Số dư</source>
      <translation>Balance</translation>
    </message>
    <message>
      <source>Số tiền</source>
      <translation>Amount</translation>
    </message>
    <message>
      <source>Từ 18 tuổi</source>
      <translation>18 and over</translation>
    </message>
    <message>
      <source>Độ tuổi lao động</source>
      <translation>Working age</translation>
    </message>
    <message>
      <source>Số hộ kinh doanh</source>
      <translation>Merchants</translation>
    </message>
    <message>
      <source>VNeID mức 2</source>
      <translation>VNeID level 2</translation>
    </message>
    <message>
      <source>Chữ ký số</source>
      <translation>Digital signature</translation>
    </message>
    <message>
      <source>Thanh toán không tiền mặt</source>
      <translation>Cashless payment</translation>
    </message>
    <message>
      <source>VssID</source>
      <translation>VssID</translation>
    </message>
    <message>
      <source>Hồ sơ sức khỏe</source>
      <translation>Health record</translation>
    </message>
    <message>
      <source>Kỹ năng số</source>
      <translation>Digital skills</translation>
    </message>
    <message>
      <source>Điện thoại thông minh</source>
      <translation>Smartphone</translation>
    </message>
    <message>
      <source>Từ 15 tuổi</source>
      <translation>15 and over</translation>
    </message>
    <message>
      <source>Từ 14 tuổi</source>
      <translation>14 and over</translation>
    </message>
    <message>
      <source>Tuổi lao động</source>
      <translation>Working age</translation>
    </message>
    <message>
      <source>Hộ</source>
      <translation>Households</translation>
    </message>
    <message>
      <source>Nhà</source>
      <translation>Houses</translation>
    </message>
    <message>
      <source>Hộ KD có QR</source>
      <translation>Merchants with QR</translation>
    </message>
    <message>
      <source>Tỷ lệ từ số liệu</source>
      <translation>Ratio from the figures</translation>
    </message>
    <message>
      <source>Số lượng xã trả lời</source>
      <translation>A number the commune answers</translation>
    </message>
    <message>
      <source>Có hoặc không</source>
      <translation>Yes or no</translation>
    </message>
    <message>
      <source>Có văn bản</source>
      <translation>A document is there</translation>
    </message>
    <message>
      <source>Đạt k trong n nội dung</source>
      <translation>k of n parts</translation>
    </message>
    <message>
      <source>Có/không</source>
      <translation>Yes/no</translation>
    </message>
    <message>
      <source>k trong n</source>
      <translation>k of n</translation>
    </message>
    <message>
      <source>Đạt mọi tiêu chí bắt buộc</source>
      <translation>All mandatory criteria</translation>
    </message>
    <message>
      <source>Bắt buộc và một số tự chọn</source>
      <translation>Mandatory and some optional</translation>
    </message>
    <message>
      <source>Bắt buộc và đủ điểm</source>
      <translation>Mandatory and enough points</translation>
    </message>
    <message>
      <source>– Khung</source>
      <translation>– Frame</translation>
    </message>
    <message>
      <source>từ {day}</source>
      <translation>from {day}</translation>
    </message>
    <message>
      <source>đến {day}</source>
      <translation>until {day}</translation>
    </message>
    <message>
      <source>không ghi</source>
      <translation>not given</translation>
    </message>
    <message>
      <source>Ngưỡng riêng theo nhóm: {groups}.</source>
      <translation>Thresholds by group: {groups}.</translation>
    </message>
    <message>
      <source>Phải có minh chứng.</source>
      <translation>A proof is needed.</translation>
    </message>
    <message>
      <source>Bắt buộc.</source>
      <translation>Mandatory.</translation>
    </message>
    <message>
      <source>Tự chọn.</source>
      <translation>Optional.</translation>
    </message>
    <message>
      <source>Đạt thì được {points} điểm.</source>
      <translation>Brings {points} points when met.</translation>
    </message>
    <message>
      <source>đơn vị</source>
      <translation>units</translation>
    </message>
    <message>
      <source>Đạt khi thôn có từ {least} {unit} trở lên.</source>
      <translation>Met when the village has {least} {unit} or more.</translation>
    </message>
    <message>
      <source>Đạt khi có văn bản: xã trả lời “Có”, hoặc có tệp minh chứng.</source>
      <translation>Met when the document is there: the commune answers “Yes”, or a file is on record.</translation>
    </message>
    <message>
      <source>Đạt khi ít nhất {least} trong {count} nội dung đạt: {parts}.</source>
      <translation>Met when at least {least} of {count} parts are met: {parts}.</translation>
    </message>
    <message>
      <source>Đạt khi xã trả lời “Có”.</source>
      <translation>Met when the commune answers “Yes”.</translation>
    </message>
    <message>
      <source>cơ sở của chỉ tiêu</source>
      <translation>the indicator's own base</translation>
    </message>
    <message>
      <source>Đạt khi “{indicator}”, tính trên {base}, từ {least}% trở lên.</source>
      <translation>Met when “{indicator}”, counted on {base}, is {least}% or more.</translation>
    </message>
    <message>
      <source>Thôn đạt khi đạt đủ {must} tiêu chí bắt buộc và được từ {points} điểm.</source>
      <translation>A village passes with all {must} mandatory criteria and {points} points or more.</translation>
    </message>
    <message>
      <source>Thôn đạt khi đạt đủ {must} tiêu chí bắt buộc và {optional}/{of} tự chọn.</source>
      <translation>A village passes with all {must} mandatory criteria and {optional} of {of} optional ones.</translation>
    </message>
    <message>
      <source>Thôn đạt khi đạt đủ {must} tiêu chí bắt buộc.</source>
      <translation>A village passes with all {must} mandatory criteria.</translation>
    </message>
    <message>
      <source>Thêm {short} {unit}</source>
      <translation>{short} {unit} more</translation>
    </message>
    <message>
      <source>Trả lời</source>
      <translation>Answer it</translation>
    </message>
    <message>
      <source>Nhập số liệu</source>
      <translation>Enter the figures</translation>
    </message>
    <message>
      <source>Bổ sung minh chứng</source>
      <translation>Add a proof</translation>
    </message>
    <message>
      <source>Nhập ngưỡng của bộ tiêu chí</source>
      <translation>Enter the set's threshold</translation>
    </message>
    <message>
      <source>Thêm {short} nội dung</source>
      <translation>{short} parts more</translation>
    </message>
    <message>
      <source>Thực hiện nội dung</source>
      <translation>Carry it out</translation>
    </message>
    <message>
      <source>, kèm minh chứng</source>
      <translation>, with a proof</translation>
    </message>
    <message>
      <source>↑ Tốt hơn</source>
      <translation>↑ Better</translation>
    </message>
    <message>
      <source>↓ Kém hơn</source>
      <translation>↓ Worse</translation>
    </message>
    <message>
      <source>= Như cũ</source>
      <translation>= As before</translation>
    </message>
    <message>
      <source>– Không so</source>
      <translation>– Not compared</translation>
    </message>
    <message>
      <source>≠ Bộ đã đổi</source>
      <translation>≠ Set changed</translation>
    </message>
    <message>
      <source>Không so sánh được {codes}.</source>
      <translation>{codes} cannot be compared.</translation>
    </message>
    <message>
      <source>Bộ tiêu chí đã thay đổi: không so sánh.</source>
      <translation>The criteria set has changed: not compared.</translation>
    </message>
    <message>
      <source>Chưa có tiêu chí nào so sánh được.</source>
      <translation>No criterion can be compared yet.</translation>
    </message>
    <message>
      <source>Một trong hai kỳ chưa có số liệu.</source>
      <translation>One of the two periods has no figures.</translation>
    </message>
    <message>
      <source>Hai kỳ tính trên cơ sở khác nhau.</source>
      <translation>The two periods are counted on different bases.</translation>
    </message>
    <message>
      <source>Kỳ trước chưa có thôn này.</source>
      <translation>This village did not exist in the earlier period.</translation>
    </message>
    <message>
      <source>Kỳ trước chưa đánh giá thôn này.</source>
      <translation>This village was not judged in the earlier period.</translation>
    </message>
    <message>
      <source>Tiêu chí mới, kỳ trước chưa có: không so sánh.</source>
      <translation>A new criterion, not in the earlier period: not compared.</translation>
    </message>
    <message>
      <source>Kỳ trước là {before}, thay đổi quá mức thường: ghi chú lý do thì mới lưu.</source>
      <translation>It was {before} the period before, a large change: it is saved once you note the reason.</translation>
    </message>
    <message>
      <source>Tử số lớn hơn mẫu số {base}: chưa lưu.</source>
      <translation>The numerator is above the denominator {base}: not saved.</translation>
    </message>
    <message>
      <source>Không phải là số: chưa lưu. Gõ số nguyên, “-” nếu không áp dụng.</source>
      <translation>Not a number: not saved. Type a whole number, or “-” where it does not apply.</translation>
    </message>
    <message>
      <source>Số lẻ: chưa lưu. Ghi số nguyên, dấu chấm chỉ để ngăn hàng nghìn.</source>
      <translation>Not a whole number: not saved. A dot only groups thousands.</translation>
    </message>
    <message>
      <source>Đây là tỷ lệ: chưa lưu. Ghi số đếm, chương trình tự tính tỷ lệ.</source>
      <translation>This is a percentage: not saved. Type the count; the program works out the share.</translation>
    </message>
    <message>
      <source>Số âm: chưa lưu. Gõ lại từ 0 trở lên.</source>
      <translation>A negative number: not saved. Type 0 or more.</translation>
    </message>
    <message>
      <source>Tử số lớn hơn mẫu số: chưa lưu.</source>
      <translation>The numerator is above the denominator: not saved.</translation>
    </message>
    <message>
      <source>Số quá lớn: chưa lưu. Kiểm tra lại.</source>
      <translation>The number is too large: not saved. Check it.</translation>
    </message>
    <message>
      <source>Người khác vừa sửa ô này: chưa lưu. Xem số mới rồi gõ lại.</source>
      <translation>Somebody else has just changed this cell: not saved. Look at the new figure and type again.</translation>
    </message>
    <message>
      <source>Chưa lưu được ô này.</source>
      <translation>This cell could not be saved.</translation>
    </message>
    <message>
      <source>Nhập tay nhiều hơn sổ {count}</source>
      <translation>Typed {count} more than the registers</translation>
    </message>
    <message>
      <source>Nhập tay ít hơn sổ {count}</source>
      <translation>Typed {count} fewer than the registers</translation>
    </message>
    <message>
      <source>○ Đang mở</source>
      <translation>○ Open</translation>
    </message>
    <message>
      <source>➤ Đã nộp</source>
      <translation>➤ Submitted</translation>
    </message>
    <message>
      <source>✓ Đã duyệt</source>
      <translation>✓ Approved</translation>
    </message>
    <message>
      <source>■ Đã khóa sổ</source>
      <translation>■ Locked</translation>
    </message>
    <message>
      <source>quá hạn {days} ngày</source>
      <translation>{days} days late</translation>
    </message>
    <message>
      <source>hôm nay là hạn</source>
      <translation>due today</translation>
    </message>
    <message>
      <source>còn {days} ngày</source>
      <translation>{days} days left</translation>
    </message>
    <message>
      <source>Chốt hồ sơ</source>
      <translation>Freezing the dossier</translation>
    </message>
    <message>
      <source>Chốt số liệu</source>
      <translation>Freezing the figures</translation>
    </message>
    <message>
      <source>Dàn trang</source>
      <translation>Setting pages</translation>
    </message>
    <message>
      <source>Ghi nhật ký</source>
      <translation>Writing the journal</translation>
    </message>
    <message>
      <source>Ghi sổ</source>
      <translation>Writing to the register</translation>
    </message>
    <message>
      <source>Kiểm tra chữ ký</source>
      <translation>Checking signatures</translation>
    </message>
    <message>
      <source>Lưu bản đã ký</source>
      <translation>Keeping the signed copy</translation>
    </message>
    <message>
      <source>So với bản lưu</source>
      <translation>Comparing with what is kept</translation>
    </message>
    <message>
      <source>Tìm người chưa có</source>
      <translation>Finding who lacks it</translation>
    </message>
    <message>
      <source>Vẽ biển QR</source>
      <translation>Drawing QR stands</translation>
    </message>
    <message>
      <source>Vẽ mã và đọc lại</source>
      <translation>Drawing codes and reading them back</translation>
    </message>
    <message>
      <source>Đang chờ văn bản khác dàn trang xong</source>
      <translation>Waiting for another paper to be set</translation>
    </message>
    <message>
      <source>Đang dàn trang văn bản</source>
      <translation>Setting the pages of the paper</translation>
    </message>
    <message>
      <source>Đang ghi tệp Excel</source>
      <translation>Writing the Excel file</translation>
    </message>
    <message>
      <source>Đang ghi tệp Word</source>
      <translation>Writing the Word file</translation>
    </message>
    <message>
      <source>Đặt hình chữ ký</source>
      <translation>Placing the image</translation>
    </message>
    <message>
      <source>Đọc danh sách</source>
      <translation>Reading the list</translation>
    </message>
    <message>
      <source>Đọc sổ hộ kinh doanh</source>
      <translation>Reading the register of shops</translation>
    </message>
    <message>
      <source>Đọc tệp đã ký</source>
      <translation>Reading the signed file</translation>
    </message>
    <message>
      <source>Đối chiếu lại với sổ</source>
      <translation>Checking against the register again</translation>
    </message>
    <message>
      <source>Đối chiếu với sổ</source>
      <translation>Checking against the register</translation>
    </message>
  </context>
</TS>